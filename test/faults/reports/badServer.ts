import type { Clock } from '../../../src/core/model/clock.ts';
import type { Exchange } from '../server/exchange.ts';
import type { Serve } from '../server/faultServer.ts';
import { wireOf } from '../stage/wires.ts';
import type { Condition, CaseReply, WireCase } from './reportCase.ts';

/** What B, and A where it is well, says. */
export const wellSaid = 'It adds two numbers.';

/** The server of A: as bad as the case says, and where its condition does not hold as good as any. */
export function badServer({ provider, when, reply, well = wellSaid }: WireCase, clock: Clock): Serve {
  return async exchange => {
    if (isMet(when, exchange)) return send(reply, exchange, clock);
    streamed(exchange, wireOf(provider === 'anthropic' ? 'anthropic' : 'openai'), well);
  };
}

/** A server that answers well, on the OpenAI wire. */
export const goodServer =
  (text = wellSaid): Serve =>
  exchange =>
    streamed(exchange, wireOf('openai'), text);

function streamed(exchange: Exchange, wire: ReturnType<typeof wireOf>, text: string): void {
  exchange.head(200, { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' });
  exchange.chunk(wire.events(wire.payloads([text])));
  exchange.end();
}

interface SentBody {
  readonly model?: string;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
}

function isMet(when: Condition | undefined, { request, number }: Exchange): boolean {
  if (!when) return true;
  const body = JSON.parse(request.body) as SentBody & Readonly<Record<string, unknown>>;
  const allowance = body.max_tokens ?? body.max_completion_tokens ?? 0;
  const promptTokens = JSON.stringify(body.messages ?? []).length / 4;
  const { has, equals, above, role, modelIs, window, firstTime } = when;
  return [
    has === undefined || has in body,
    equals === undefined || body[equals[0]] === equals[1],
    above === undefined || allowance > above,
    role === undefined || body.messages?.some(message => message.role === role),
    modelIs === undefined || body.model === modelIs,
    window === undefined || promptTokens + allowance > window,
    firstTime === undefined || (number === 1) === firstTime,
  ].every(Boolean);
}

async function send(reply: CaseReply, exchange: Exchange, clock: Clock): Promise<void> {
  const { status = 200, type = 'text/event-stream', headers = {}, body, events, gapMs = 0, done = true } = reply;
  if (!events) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return exchange.reply(status, { 'content-type': type, ...headers }, text);
  }
  exchange.head(status, { 'content-type': type, ...headers, 'transfer-encoding': 'chunked' });
  for (const event of events) {
    exchange.chunk(typeof event === 'string' ? event : `data: ${JSON.stringify(event)}\n\n`);
    if (gapMs > 0) await new Promise<void>(resolve => void clock.after(gapMs, resolve));
  }
  if (done) exchange.chunk('data: [DONE]\n\n');
  exchange.end();
}
