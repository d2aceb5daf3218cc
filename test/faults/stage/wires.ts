import type { Target } from '../../../src/core/model/target.ts';
import { payloadsOf, toEvents, wholeAnswerOf, type WireName as Protocol } from '../../providers/wire.ts';

/** The three adapters that a row is played on. 'local': the OpenAI wire of a server on this machine, without a key. */
export type AdapterName = 'openai' | 'anthropic' | 'local';

export const everyWire: readonly AdapterName[] = ['openai', 'anthropic', 'local'];

/** One wire's own way of saying the same things. */
export interface Wire {
  readonly name: AdapterName;
  readonly provider: string;
  readonly protocol: Protocol;
  readonly auth: Target['auth'];
  /** Payloads of the events of an answer in these pieces: begin, pieces, finish, usage; without '[DONE]'. */
  payloads(pieces?: readonly string[], thoughts?: readonly string[]): readonly string[];
  /** Payloads as the body of an event stream, end mark included. */
  events(payloads: readonly string[]): string;
  /** The events up to and including the first `pieces` of the text: an answer that has begun. */
  begun(...pieces: readonly string[]): string;
  /** One event that carries a piece of text. */
  text(piece: string): string;
  /** The event that ends an answer for this reason, the end mark after it included. */
  finish(reason: Finish): string;
  /** The whole answer as one JSON document. */
  whole(text?: string): string;
  /** An error document as this wire's servers write it. */
  error(fields: ErrorFields): string;
}

export type Finish = 'stop' | 'length' | 'refused' | 'tool' | 'window';

export interface ErrorFields {
  readonly message?: string;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  readonly details?: Readonly<Record<string, string>>;
}

/** What every healthy answer of these servers says. */
export const answerText = 'It adds.';

const finishes = {
  openai: { stop: 'stop', length: 'length', refused: 'content_filter', tool: 'tool_calls', window: 'length' },
  anthropic: {
    stop: 'end_turn',
    length: 'max_tokens',
    refused: 'refusal',
    tool: 'tool_use',
    window: 'model_context_window_exceeded',
  },
} as const;

/** The wire of that name. */
export function wireOf(name: AdapterName): Wire {
  const protocol = name === 'anthropic' ? 'anthropic' : 'openai';
  const payloads = (pieces: readonly string[] = ['It ', 'adds.'], thoughts: readonly string[] = []) =>
    payloadsOf(protocol, pieces, thoughts);
  const head = protocol === 'anthropic' ? 1 : 0;
  return {
    name,
    protocol,
    provider: name === 'local' ? 'openai-compatible' : name,
    auth: { openai: 'bearer', anthropic: 'api-key', local: 'none' }[name] as Target['auth'],
    payloads,
    events: list => toEvents(protocol, list),
    begun: (...pieces) => eventsOf(protocol, payloads(pieces).slice(0, head + pieces.length)),
    text: piece => eventsOf(protocol, payloads([piece]).slice(head, head + 1)),
    finish: reason => ending(protocol, finishes[protocol][reason]),
    whole: (text = answerText) => wholeAnswerOf(protocol, text),
    error: fields => JSON.stringify({ type: 'error', error: { message: 'No.', ...fields } }),
  };
}

/** Events without the end mark of the OpenAI wire. */
function eventsOf(protocol: Protocol, payloads: readonly string[]): string {
  return toEvents(protocol, payloads).replace('data: [DONE]\n\n', '');
}

function ending(protocol: Protocol, reason: string): string {
  const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };
  return protocol === 'openai'
    ? toEvents(protocol, [
        JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: reason }] }),
        JSON.stringify({ choices: [], usage }),
      ])
    : toEvents(protocol, [
        JSON.stringify({ type: 'message_delta', delta: { stop_reason: reason }, usage: { output_tokens: 7 } }),
        JSON.stringify({ type: 'message_stop' }),
      ]);
}
