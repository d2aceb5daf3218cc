import { Failure } from '../../core/model/failure.ts';
import type { Finish } from './answerBuilder.ts';

/**
 * What a server's word for the end of an answer means, whatever its case; undefined: it says nothing yet, a later word or the
 * end mark decides. A word that nobody knows is never a whole answer: it counts as cut off. Throws the Failure of a word that
 * says that the server has failed.
 */
export function readFinish(reason: unknown): Finish | undefined {
  if (typeof reason !== 'string') return undefined;
  const word = reason.trim().toLowerCase();
  if (word === '' || nothingYet.has(word)) return undefined;
  const failed = failures.get(word);
  if (failed) throw failed();
  if (/tool|function/.test(word)) return 'tool'; // 'function_call_filter: MALFORMED_FUNCTION_CALL' is no refusal
  return finishes.get(word) ?? (/filter|safety|policy/.test(word) ? 'refused' : 'length');
}

/** Written as text by servers that mean null; Gemini's and Vertex's word for it. */
const nothingYet: ReadonlySet<string> = new Set(['null', 'none', 'finish_reason_unspecified']);

const failures: ReadonlyMap<string, () => Failure> = new Map([
  ['insufficient_system_resource', () => new Failure('overloaded', { code: 'resources' })], // DeepSeek
  ['error', () => new Failure('server')], // OpenRouter
  ['abort', () => new Failure('truncated', { code: 'abort' })], // vllm-project/vllm#57082
  ['aborted', () => new Failure('truncated', { code: 'abort' })],
  ['cancelled', () => new Failure('truncated', { code: 'abort' })],
]);

const words = (finish: Finish, list: string): readonly (readonly [string, Finish])[] =>
  list.split(' ').map(word => [word, finish] as const);

const finishes: ReadonlyMap<string, Finish> = new Map([
  ...words('stop', 'stop end_turn stop_sequence eos eos_token end complete completed'),
  ...words('length', 'length max_tokens max_output_tokens model_length model_context_window_exceeded pause_turn'),
  ...words('refused', 'content_filter refusal safety recitation blocklist prohibited_content spii sensitive'),
  ...words('tool', 'tool_calls tool_use function_call'),
]);
