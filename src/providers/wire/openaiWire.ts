import { Failure } from '../../core/model/failure.ts';
import type { AnswerBuilder } from './answerBuilder.ts';
import { readFinish } from './finishReasons.ts';
import type { StreamEvent } from './eventStream.ts';
import { parseJson } from '../../core/shared/parseJson.ts';
import { asList, asObject, asText } from '../errors/json.ts';
import type { Json } from '../errors/json.ts';
import { readTokenCount } from './usage.ts';
import type { Position, WireReader } from './wireReader.ts';
import { noAnswer } from '../errors/refusal.ts';

/**
 * Reads chat completions, streamed or whole, of OpenAI and of servers with the same protocol. End mark: a `finish_reason`
 * with nothing written after it, or `[DONE]`. Only choice 0 counts. Reasoning may come as `reasoning_content`, `reasoning`,
 * `reasoning_details`, or as parts of the content.
 */
export function openaiWire(draft: AnswerBuilder, key: string | undefined): WireReader {
  const isAnother = watchIds(draft);
  return {
    event({ data, name }: StreamEvent): Position {
      const told = data.trim();
      if (told === '[DONE]') return 'done';
      if (told === '') return draft.position;
      const chunk = parseJson(told);
      if (name === 'error') throw noAnswer(named(chunk ?? told), key);
      if (chunk === undefined) throw new Failure('malformed', { code: 'event' });
      const json = asObject(chunk);
      if (json !== undefined && !isAnother(json)) readChunk(json, draft, key);
      return draft.position;
    },
    whole(document) {
      const json = asObject(document);
      if (json === undefined || asList(json['choices']).length === 0) throw noAnswer(document, key);
      readChunk(json, draft, key);
      draft.end(draft.finish ?? 'stop');
    },
  };
}

/**
 * Does a chunk belong to another answer than the first, which is whole? Gateways that ask anew put one behind the other
 * (mnfst/llm-gateway#2072). Ids alone say nothing: some servers make one for each chunk.
 */
function watchIds(draft: AnswerBuilder): (chunk: Json) => boolean {
  let first = '';
  let isOver = false;
  return chunk => {
    const id = asText(chunk['id']);
    if (first === '') first = id;
    if (id === first || id === '') return false;
    const begins = asText(asObject(firstChoice(chunk)?.['delta'])?.['role']) !== '';
    isOver ||= draft.finish === 'stop' && draft.text !== '' && begins;
    return isOver;
  };
}

/** What an event that is called an error says, whatever it looks like. */
const named = (said: unknown): Json => {
  const json = asObject(said);
  return json?.['error'] === undefined ? { error: json ?? { message: asText(said) } } : json;
};

function readChunk(chunk: Json, draft: AnswerBuilder, key: string | undefined): void {
  if (saysError(chunk)) throw noAnswer(chunk, key);
  if (draft.model === '') draft.model = asText(chunk['model']);
  const choice = firstChoice(chunk);
  if (choice !== undefined) readChoice(choice, draft);
  const usage = asObject(chunk['usage']);
  if (usage !== undefined) readUsage(usage, draft);
}

const firstChoice = (chunk: Json): Json | undefined =>
  asList(chunk['choices'])
    .map(asObject)
    .find(candidate => Number(candidate?.['index'] ?? 0) === 0); // some write it as text

/** Some servers put an empty `error` into each chunk: ggml-org/llama.cpp, and gateways that copy a Go struct. */
const saysError = ({ error, object }: Json): boolean =>
  object === 'error' || (error !== undefined && error !== null && error !== false && error !== '' && !isEmpty(error));

const isEmpty = (value: unknown): boolean => {
  const json = asObject(value);
  return json !== undefined && Object.keys(json).length === 0;
};

function readChoice(choice: Json, draft: AnswerBuilder): void {
  const delta = asObject(choice['delta']);
  const message = asObject(choice['message']);
  if (delta !== undefined) readMessage(delta, draft, text => draft.addText(text));
  else if (message !== undefined) readMessage(message, draft, text => draft.addWhole(text));
  draft.end(readFinish(choice['finish_reason']));
}

function readMessage(message: Json, draft: AnswerBuilder, add: (text: string) => void): void {
  const thought = asText(message['reasoning_content']) || asText(message['reasoning']);
  if (thought !== '' || asList(message['reasoning_details']).length > 0) draft.addThinking(thought);
  else if (draft.finish === undefined && hasUnknownText(message)) draft.addThinking('');
  if (asList(message['tool_calls']).length > 0 || asObject(message['function_call'])) draft.addToolCall();
  const content = message['content'];
  if (typeof content === 'string') add(content);
  else for (const part of asList(content)) readPart(asObject(part), draft);
  draft.addRefusal(asText(message['refusal']));
}

const known: ReadonlySet<string> = new Set(['role', 'content', 'refusal', 'name', 'id', 'type', 'model']);

/** Text under a name that nobody knows, `reasoning_text` say: the model is at work, whatever it writes there. */
const hasUnknownText = (message: Json): boolean =>
  Object.entries(message).some(([name, value]) => typeof value === 'string' && value.trim() !== '' && !known.has(name));

/** Mistral's reasoning models write the content as a list of parts. */
function readPart(part: Json | undefined, draft: AnswerBuilder): void {
  if (part?.['type'] === 'text') draft.addText(asText(part['text']));
  else if (part?.['type'] === 'thinking') {
    draft.addThinking(
      asList(part['thinking'])
        .map(piece => asText(asObject(piece)?.['text']))
        .join(''),
    );
  }
}

function readUsage(usage: Json, draft: AnswerBuilder): void {
  const details = asObject(usage['prompt_tokens_details']) ?? asObject(usage['input_tokens_details']);
  draft.report({
    input: inputOf(usage),
    output: outputOf(usage),
    cachedInput: details?.['cached_tokens'] ?? usage['prompt_cache_hit_tokens'] ?? usage['cached_tokens'],
    cacheWrite: details?.['cache_write_tokens'],
  });
}

/** mlx-vlm and others name the counts as the Responses API does (earendil-works/pi #2326). */
const inputOf = (usage: Json): unknown => usage['prompt_tokens'] ?? usage['input_tokens'];

/** Reasoning is inside `completion_tokens`, but xAI counts it beside, only in the total. */
function outputOf(usage: Json): unknown {
  const written = usage['completion_tokens'] ?? usage['output_tokens'];
  const input = readTokenCount(inputOf(usage));
  const output = readTokenCount(written);
  const total = readTokenCount(usage['total_tokens']);
  if (input === undefined || output === undefined || total === undefined) return written;
  return Math.max(output, total - input);
}
