import { Failure } from '../../core/model/failure.ts';
import type { AnswerBuilder } from './answerBuilder.ts';
import { readFinish } from './finishReasons.ts';
import { parseJson } from '../../core/shared/parseJson.ts';
import { asList, asObject, asText } from '../errors/json.ts';
import type { Json } from '../errors/json.ts';
import type { WireReader } from './wireReader.ts';
import { noAnswer } from '../errors/refusal.ts';

/**
 * Reads messages, streamed or whole. End mark: `message_stop` after a `stop_reason`; a
 * `stop_reason` whose `message_stop` never comes is an end too. Events go by the `type` inside their
 * data, because errors come without a name; unknown ones are passed over, as Anthropic's versioning rule asks.
 */
export function anthropicWire(draft: AnswerBuilder, key: string | undefined): WireReader {
  const count = countUsage(draft);
  let begun = false;
  return {
    event({ data, name }) {
      const told = data.trim();
      if (told === '' || told === '[DONE]' || name === 'ping') return draft.position;
      const event = parseJson(told);
      if (event === undefined && name !== 'error') throw new Failure('malformed', { code: 'event' });
      const json = asObject(event) ?? {};
      const isError = name === 'error' || json['error'] !== undefined || asText(json['type']).endsWith('_error');
      const type = isError ? 'error' : asText(json['type']) || name;
      if (type === 'message_start' && begun && draft.text !== '') throw new Failure('malformed', { code: 'order' });
      if (type === 'message_start') begun = true;
      else if (!begun && type.startsWith('content_block')) throw new Failure('malformed', { code: 'order' });
      if (type === 'error')
        throw noAnswer(
          json['error'] === undefined ? { error: { ...json, message: json['message'] ?? told } } : json,
          key,
        );
      count((asObject(json['message']) ?? json)['usage']);
      readEvent(type, json, draft);
      if (type !== 'message_stop') return draft.position;
      if (draft.finish === undefined && draft.text !== '') throw new Failure('truncated', { code: 'no-reason' });
      return 'done';
    },
    whole(document) {
      const json = asObject(document);
      if (json === undefined || !Array.isArray(json['content'])) throw noAnswer(document, key);
      draft.model = asText(json['model']);
      count(json['usage']);
      for (const block of asList(json['content'])) readBlock(asObject(block) ?? {}, draft);
      readEnd(json, draft);
      draft.end(draft.finish ?? 'stop');
    },
  };
}

function readEvent(type: string, event: Json, draft: AnswerBuilder): void {
  switch (type) {
    case 'message_start':
      if (draft.model === '') draft.model = asText(asObject(event['message'])?.['model']);
      return;
    case 'content_block_start':
      return readBlock(asObject(event['content_block']) ?? {}, draft);
    case 'content_block_delta':
      return readBlock(asObject(event['delta']) ?? {}, draft);
    case 'message_delta':
      return readEnd(asObject(event['delta']) ?? {}, draft);
    default:
      return;
  }
}

/** A block or a delta of one: both carry what they add under the same names. */
function readBlock(block: Json, draft: AnswerBuilder): void {
  const text = asText(block['text']);
  const thinking = asText(block['thinking']);
  switch (block['type']) {
    case 'text':
    case 'text_delta':
      return draft.addText(text);
    case 'thinking':
    case 'thinking_delta':
      return thinking === '' ? undefined : draft.addThinking(thinking);
    case 'redacted_thinking':
      return draft.addThinking('');
    case 'tool_use':
      return draft.addToolCall(asText(block['name']), block['input']);
    case 'input_json_delta':
      return draft.addToolInput(asText(block['partial_json']));
    default:
      return;
  }
}

function readEnd(message: Json, draft: AnswerBuilder): void {
  draft.addRefusal(asText(asObject(message['stop_details'])?.['explanation']));
  draft.end(readFinish(message['stop_reason'])); // only a server's own tools pause, and none are offered: that is incomplete
}

/** Counts are cumulative, so the last of each stands; cached input is counted beside `input_tokens`. */
function countUsage(draft: AnswerBuilder): (value: unknown) => void {
  let counts: Json = {};
  return value => {
    const usage = asObject(value);
    if (usage === undefined) return;
    const told = Object.entries(usage).filter(([, count]) => count !== null);
    counts = { ...counts, ...Object.fromEntries(told) };
    const parts = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'].map(
      name => counts[name] ?? 0,
    );
    // one that is no number, or below zero, spoils the sum
    const input = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' && part >= 0 ? part : NaN), 0);
    draft.report({
      input,
      output: counts['output_tokens'],
      cachedInput: counts['cache_read_input_tokens'],
      cacheWrite: counts['cache_creation_input_tokens'],
    });
  };
}
