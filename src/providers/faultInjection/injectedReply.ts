import type { InjectableFault } from '../../core/faultInjection.ts';
import type { Target } from '../../core/model/target.ts';
import type { Json } from '../errors/json.ts';

/** What users read while a fault is injected, in their language. */
export interface InjectedTexts {
  /** What the server says of its failure. */
  readonly said: string;
  /** The text of an answer that breaks off. */
  readonly partial: string;
}

/** What comes back in place of an answer. */
export type InjectedReply =
  | { readonly is: 'nothing' }
  /** No connection came about, with the code that Node gives. */
  | { readonly is: 'no-connection'; readonly code: string }
  | {
      readonly is: 'refusal';
      readonly status: number;
      readonly body: Json;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly is: 'stream'; readonly text: string; readonly then: 'end' | 'silence' };

/** Long enough to see the target rest, short enough to see it come back, seconds. */
const retryAfterSeconds = 20;

/** How a fault looks on the wire of this target. */
export function injectedReply(fault: InjectableFault, target: Target, words: InjectedTexts): InjectedReply {
  const wire = target.provider === 'anthropic' ? anthropic : openai;
  switch (fault) {
    case 'silent':
      return { is: 'nothing' };
    case 'refused':
      return { is: 'no-connection', code: 'ECONNREFUSED' };
    case 'offline':
      return { is: 'no-connection', code: 'ENETUNREACH' };
    case 'rate-limit':
      return refusal(wire.rateLimit(words.said), { 'retry-after': String(retryAfterSeconds) });
    case 'no-credit':
      return refusal(wire.noCredit(words.said));
    case 'outage':
      return refusal(wire.outage(words.said));
    case 'wrong-key':
      return refusal(wire.wrongKey(words.said));
    case 'stall':
      return stream('silence', ...wire.begin(target.model), ...wire.text(words.partial));
    case 'cut':
      return stream('end', ...wire.begin(target.model), ...wire.text(words.partial));
    case 'invalid-json':
      return stream('end', ...wire.begin(target.model), ...wire.text(words.partial), 'data: {"this is": not JSON\n\n');
    case 'empty':
      return stream('end', ...wire.begin(target.model), ...wire.end);
  }
}

type Refused = readonly [status: number, body: Json];

/** What differs between the two wires. */
interface InjectedWire {
  begin(model: string): readonly string[];
  text(words: string): readonly string[];
  readonly end: readonly string[];
  rateLimit(said: string): Refused;
  noCredit(said: string): Refused;
  outage(said: string): Refused;
  wrongKey(said: string): Refused;
}

const openai: InjectedWire = {
  begin: model => [event({ ...chunk({ role: 'assistant', content: '' }), model })],
  text: words => [event(chunk({ content: words }))],
  end: [event(chunk({}, 'stop')), 'data: [DONE]\n\n'],
  rateLimit: said => [429, openaiError(said, 'requests', 'rate_limit_exceeded')],
  noCredit: said => [429, openaiError(said, 'insufficient_quota', 'insufficient_quota')],
  outage: said => [503, openaiError(said, 'server_error', 'server_is_overloaded')],
  wrongKey: said => [401, openaiError(said, 'invalid_request_error', 'invalid_api_key')],
};

const anthropic: InjectedWire = {
  begin: model => [
    named('message_start', {
      message: { id: 'rehearsal', type: 'message', role: 'assistant', model, content: [], stop_reason: null },
    }),
  ],
  text: words => [
    named('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    named('content_block_delta', { index: 0, delta: { type: 'text_delta', text: words } }),
  ],
  end: [named('message_delta', { delta: { stop_reason: 'end_turn' } }), named('message_stop', {})],
  rateLimit: said => [429, anthropicError(said, 'rate_limit_error')],
  noCredit: said => [402, anthropicError(said, 'billing_error')],
  outage: said => [503, anthropicError(said, 'overloaded_error')],
  wrongKey: said => [401, anthropicError(said, 'authentication_error')],
};

function chunk(delta: Json, reason: string | null = null): Json {
  return { id: 'rehearsal', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: reason }] };
}

function event(json: Json): string {
  return `data: ${JSON.stringify(json)}\n\n`;
}

function named(name: string, json: Json): string {
  return `event: ${name}\ndata: ${JSON.stringify({ type: name, ...json })}\n\n`;
}

function openaiError(message: string, type: string, code: string): Json {
  return { error: { message, type, param: null, code } };
}

function anthropicError(message: string, type: string): Json {
  return { type: 'error', error: { type, message } };
}

function refusal([status, body]: Refused, headers: Readonly<Record<string, string>> = {}): InjectedReply {
  return { is: 'refusal', status, body, headers };
}

function stream(then: 'end' | 'silence', ...pieces: readonly string[]): InjectedReply {
  return { is: 'stream', text: pieces.join(''), then };
}
