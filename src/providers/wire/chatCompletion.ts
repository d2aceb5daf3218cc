import type { Ask } from '../../core/model/layer.ts';
import { attemptKey } from '../../core/model/attemptKey.ts';
import { Failure } from '../../core/model/failure.ts';
import type { Target } from '../../core/model/target.ts';
import { LearntFacts } from '../../core/model/learntFacts.ts';
import type { ApiError } from '../errors/apiError.ts';
import { createParameterSupport } from './parameterSupport.ts';
import type { ParameterSupport } from './parameterSupport.ts';
import { AnswerBuilder } from './answerBuilder.ts';
import type { Json } from '../errors/json.ts';
import { abortable, keyHeaders, keyOfTarget, openConnection } from '../http/connection.ts';
import type { Connection } from '../http/connection.ts';
import type { Ports } from '../../core/model/provider.ts';
import { Overlong } from './loopWatch.ts';
import { readAnswer } from './readAnswer.ts';
import { requestIdOf } from '../http/refusedResponse.ts';
import { serverLimits } from '../http/serverLimits.ts';
import { outputAllowance } from './usage.ts';
import type { SendingNow } from './cacheMarks.ts';
import { SentPrefixes } from './sentPrefixes.ts';
import type { WireReader } from './wireReader.ts';
import { withLikelyAddress } from '../errors/likelyAddress.ts';
import { Refusal } from '../errors/refusal.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { AnswerEvent } from '../../core/model/answerEvent.ts';
import type { Question } from '../../core/model/question.ts';

/** What an SDK call needs besides its body. */
export interface SendOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** What differs between the wires. */
export interface Wire {
  /** Headers of the protocol itself. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header of `auth: 'api-key'`. */
  readonly keyHeader: string;
  /** What a parameter is called once its first name was refused. */
  readonly renames: Readonly<Record<string, string>>;
  /** Parameters that a request cannot do without. */
  readonly fixed: readonly string[];
  body(target: Target, question: Question, now: SendingNow): Json;
  reader(draft: AnswerBuilder, key: string | undefined): WireReader;
}

/** Makes exactly one HTTP request, through the SDK. */
export type Send = (body: Json, options: SendOptions) => Promise<Response>;

interface Conversation {
  readonly target: Target;
  readonly ports: Ports;
  readonly wire: Wire;
  readonly connection: Connection;
  readonly send: Send;
  readonly parameters: ParameterSupport;
  readonly facts: LearntFacts;
  /** What was sent with this key: providers remember it for each. */
  readonly sent: SentPrefixes;
}

/** A wire with the SDK that sends over it. */
export interface ChatCompletionWire extends Wire {
  /** Makes the SDK's client, at the first question. */
  sendOver(line: Connection): Send;
}

/** The Ask of a target that is asked over this wire. */
export function createChatCompletion(target: Target, ports: Ports, wire: ChatCompletionWire): Ask {
  let conversation: Conversation | undefined;
  const open = (): Conversation => {
    const line = openConnection(target, ports);
    const facts = ports.facts ?? new LearntFacts();
    const dialect = createParameterSupport(wire, facts);
    const sent = new SentPrefixes();
    return { target, ports, wire, connection: line, parameters: dialect, facts, sent, send: wire.sendOver(line) };
  };
  return question =>
    abortable(question.signal, stop => converse((conversation ??= open()), question, stop)).catch((error: unknown) => {
      const isOurs = error instanceof Failure && error !== question.signal.reason;
      throw isOurs ? withLikelyAddress(error.with({ target: target.id }), target) : error;
    });
}

async function converse(conversation: Conversation, question: Question, stop: AbortController): Promise<Answer> {
  const { target, ports, wire, connection: line, send, parameters: dialect, facts, sent } = conversation;
  const key = await keyOfTarget(target, ports);
  const body = dialect.adapt(wire.body(target, question, { sent, facts, nowMs: ports.clock.now() }));
  const events = eventsOf(question, stop);
  const draft = new AnswerBuilder(events.emit, outputAllowance(target, question), { question, facts });
  const learn = (complaint: ApiError) => dialect.learn(complaint, body);
  const headers = { ...wire.headers, ...keyHeaders(target.auth, wire.keyHeader, key) };
  const call = { id: attemptKey(question, target), headers, key, learn, onStage: events.onStage };
  let requestId: string | undefined;
  try {
    const response = await line.transport.call(call, headers => send(body, { headers, signal: stop.signal }));
    requestId = requestIdOf(response.headers, key);
    const limits = serverLimits(response.headers);
    if (limits) events.emit({ kind: 'limits', limits });
    const end = await readAnswer(response, wire.reader(draft, key), ports.clock);
    const oddEnd = draft.finish === undefined ? 'no-reason' : end;
    return { ...draft.answer(target, question, { key, requestId }), ...(oddEnd && { oddEnd }) };
  } catch (error) {
    if (error instanceof Overlong) return cutOff(draft, stop, () => draft.answer(target, question, { key, requestId }));
    if (isRejectedKey(error) && (await hasChanged(key, target, ports))) throw keyChanged(error);
    if (!(error instanceof Refusal)) throw events.broken() ?? moreOf(error, draft, requestId);
    draft.end('refused');
    draft.addRefusal(error.said);
    stop.abort(); // it may have come in the midst of a stream
    return draft.answer(target, question, { key, requestId });
  }
}

const isRejectedKey = (error: unknown): error is Failure => error instanceof Failure && error.kind === 'auth';

/** Was another key set since the request was made, in this window or in another one (F33)? */
async function hasChanged(key: string | undefined, target: Target, ports: Ports): Promise<boolean> {
  const now = await keyOfTarget(target, ports).catch(() => key); // it is gone, or cannot be read: then the rejection stands
  return now !== key;
}

/** It is asked once more, with the new key; no cooldown starts for the old one. */
const keyChanged = ({ details }: Failure): Failure => new Failure('conflict', { ...details, code: 'key-changed' });

/** What was written so far is an answer that is cut off; nothing more of it is wanted or paid for. */
function cutOff(draft: AnswerBuilder, stop: AbortController, answer: () => Answer): Answer {
  draft.end('length');
  draft.report({ output: undefined }); // what was counted so far is not what was written
  const cut = answer(); // tells what was held back
  stop.abort();
  return cut;
}

/** A failure that knows what had arrived; anything else is a bug and passes untouched. */
function moreOf(error: unknown, draft: AnswerBuilder, requestId: string | undefined): unknown {
  if (!(error instanceof Failure)) return error;
  return error.with({
    ...(draft.partial.trim() === '' ? {} : { partial: draft.partial }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

/** Hands events on while the question lives. What a listener throws at a stage ends the question instead of the process. */
function eventsOf({ onEvent, signal }: Question, stop: AbortController) {
  let broken: Error | undefined;
  const emit = (event: AnswerEvent): void => {
    if (!signal.aborted && !stop.signal.aborted) onEvent?.(event);
  };
  return {
    emit,
    broken: () => broken,
    onStage: (kind: 'connected' | 'sent'): void => {
      try {
        emit({ kind });
      } catch (error) {
        broken = error instanceof Error ? error : new Error(String(error));
        stop.abort();
      }
    },
  };
}
