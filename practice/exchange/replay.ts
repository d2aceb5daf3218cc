import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isObject, parseObject } from '../model/json.ts';
import type { Json } from '../model/json.ts';
import { Refusal } from '../model/refusal.ts';
import type { Spoken } from '../model/spoken.ts';

/** A recorded stream: one JSON payload a line, as a provider sent it. */
export interface Transcript {
  readonly wire: 'openai' | 'anthropic';
  readonly payloads: readonly string[];
}

/** Reads a recorded stream; which wire it is of is seen from its first line. */
export function readTranscript(path: string): Transcript {
  const payloads = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');
  const isAnthropic = typeof parseObject(payloads[0] ?? '{}')['type'] === 'string';
  return { wire: isAnthropic ? 'anthropic' : 'openai', payloads };
}

/**
 * The transcript that a model name like `replay:openai-text.jsonl` stands for, out of `folder`/`wire`. Throws a `Refusal`
 * when there is no such file; the name can not lead out of the folder.
 */
export function transcriptFor(model: string, folder: string | undefined, wire: Transcript['wire']): Transcript {
  const name = basename(model.slice('replay:'.length));
  if (folder === undefined) throw new Refusal('not-found', `model: ${model} (no folder of transcripts was given)`);
  try {
    return readTranscript(join(folder, wire, name));
  } catch (error) {
    throw new Refusal('not-found', `model: ${model} (${error instanceof Error ? error.message : 'unreadable'})`);
  }
}

/** What a transcript says in all, for a client that did not ask for a stream. */
export function spokenBy({ payloads }: Transcript): Spoken {
  const deltas = payloads.map(payload => deltaOf(parseObject(payload)));
  const joined = (read: (delta: Json) => unknown) =>
    deltas
      .map(read)
      .filter((text): text is string => typeof text === 'string')
      .join('');
  const stops = deltas.flatMap(delta => [delta['stop_reason'], delta['finish_reason']]);
  const isCut = stops.some(reason => reason === 'length' || reason === 'max_tokens');
  const isRefused = stops.some(reason => reason === 'refusal' || reason === 'content_filter');
  return {
    thinking: joined(delta => delta['thinking'] ?? delta['reasoning_content']),
    text: joined(delta => delta['text'] ?? delta['content']),
    finish: isRefused ? 'refused' : isCut ? 'length' : 'stop',
  };
}

function deltaOf(payload: Json): Json {
  const choices = payload['choices'];
  const choice: unknown = Array.isArray(choices) ? choices[0] : payload;
  if (!isObject(choice) || !isObject(choice['delta'])) return {};
  return { ...choice['delta'], finish_reason: choice['finish_reason'] };
}
