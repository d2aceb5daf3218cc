import type { Answer } from '../../../src/core/model/answer.ts';
import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Provider } from '../../../src/core/model/provider.ts';
import type { Task } from '../../../src/core/model/purpose.ts';
import { findProvider } from '../../../src/providers/all.ts';
import { clock, portsWith, questionWith, targetAt } from '../../providers/asking.ts';
import type { Received } from '../../support/readRequests.ts';
import { badServer } from '../reports/badServer.ts';
import type { CaseReply, WireCase } from '../reports/reportCase.ts';
import { startFaultServer, type Serve } from '../server/faultServer.ts';
import { payloadsIn, type VendorProfile, type VendorRefusal } from './vendorProfile.ts';

/** What came of one question to the provider alone, without the core. */
export interface BareOutcome {
  readonly outcome: Answer | Failure;
  readonly events: readonly AnswerEvent[];
  readonly request: Received | undefined;
}

/** The vendor's whole stream, or one of its refusals, as a case that is played with the whole client; a refusal at a question. */
export function vendorCase(profile: VendorProfile, reply: CaseReply, what: VendorRefusal | Task = 'ask'): WireCase {
  const refusal = typeof what === 'string' ? undefined : what;
  return {
    type: 'wire',
    name: profile.id,
    kind: refusal?.says ?? 'stream',
    report: (refusal ?? profile.stream).source,
    provider: profile.provider === 'anthropic' ? 'anthropic' : 'openai-compatible',
    task: typeof what === 'string' ? what : 'ask',
    chain: 'other-origin',
    path: profile.path,
    auth: profile.auth,
    ...(refusal?.when && { when: refusal.when }),
    reply,
    expect: {},
  };
}

/** The vendor's stream as its server writes it. */
export function vendorStream({ provider, stream, limits }: VendorProfile): CaseReply {
  const named = (payload: unknown) => `event: ${typeIn(payload)}\ndata: ${JSON.stringify(payload)}\n\n`;
  const recorded = stream.recording === undefined ? (stream.events ?? []) : payloadsIn(stream);
  const events = provider === 'anthropic' ? recorded.map(named) : recorded;
  return {
    headers: limits?.headers ?? {},
    events: [...(stream.before === undefined ? [] : [stream.before]), ...events],
    done: provider !== 'anthropic',
  };
}

const typeIn = (payload: unknown): string => (payload as { readonly type: string }).type;

/** A refusal as a response. */
export function vendorRefusal({ status, headers = {}, body, events }: VendorRefusal): CaseReply {
  return events ? { headers, events, done: false } : { status, type: 'application/json', headers, body };
}

/** Asks the provider once, whose server replies so whatever it is asked. */
export async function askBare(profile: VendorProfile, reply: CaseReply): Promise<BareOutcome> {
  const question = questionWith({ sampling: { maxOutputTokens: 2_000, temperature: 0 } });
  const asked = await atVendor(profile, badServer(vendorCase(profile, reply), clock), (provider, target) =>
    provider
      .createAsk(
        target,
        portsWith(),
      )(question)
      .catch((error: unknown) => {
        if (error instanceof Failure) return error;
        throw error;
      }),
  );
  return { outcome: asked.result, events: question.events, request: asked.request };
}

/** The models that its list gives, and how it was asked for them. */
export function listVendorModels(profile: VendorProfile) {
  const serve: Serve = exchange =>
    exchange.reply(200, { 'content-type': 'application/json' }, JSON.stringify(profile.models.body));
  return atVendor(profile, serve, async (provider, target) =>
    provider.listModels?.(target, portsWith(), new AbortController().signal),
  );
}

async function atVendor<Result>(
  profile: VendorProfile,
  serve: Serve,
  act: (provider: Provider, target: ReturnType<typeof targetAt>) => Promise<Result>,
): Promise<{ readonly result: Result; readonly request: Received | undefined }> {
  const server = await startFaultServer({ serve });
  try {
    const provider = findProvider(profile.provider);
    if (!provider) throw new Error(`no provider ${profile.provider}`);
    const target = targetAt(profile.provider, `http://127.0.0.1:${server.port}${profile.path}`, { auth: profile.auth });
    return { result: await act(provider, target), request: server.requests[0] };
  } finally {
    await server.stop();
  }
}
