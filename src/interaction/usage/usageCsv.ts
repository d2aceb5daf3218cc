import type { AttemptEntry, QuestionEntry } from '../../core/journal/journalEntry.ts';

/** One column: its name, and what stands in it for an attempt of a question; undefined: nothing was asked of a model. */
type Column = readonly [
  name: string,
  value: (entry: QuestionEntry, attempt: AttemptEntry | undefined) => string | number | undefined,
];

const columns: readonly Column[] = [
  ['time', ({ at }) => new Date(at).toISOString()],
  ['request', ({ id }) => id],
  ['workspace', ({ workspace }) => workspace],
  ['task', ({ task }) => task],
  ['answered_by', ({ from }) => from],
  ['question_outcome', ({ outcome }) => outcome],
  ['cache', ({ cache }) => cache],
  ['instead_of', ({ fallback }) => fallback?.insteadOf],
  ['because', ({ fallback, insteadOf }) => fallback?.because ?? insteadOf],
  ['attempt', (_entry, attempt) => attempt?.number],
  ['target', (_entry, attempt) => attempt?.target],
  ['outcome', (_entry, attempt) => attempt?.outcome],
  ['input_tokens', (_entry, attempt) => attempt?.inputTokens],
  ['cached_input_tokens', (_entry, attempt) => attempt && (attempt.cachedInputTokens ?? 0)],
  ['output_tokens', (_entry, attempt) => attempt?.outputTokens],
  ['counted_by', (_entry, attempt) => attempt && (attempt.spent === 'exact' ? 'provider' : 'estimate')],
  ['cost_usd', (_entry, attempt) => attempt?.usd],
  ['first_token_ms', (_entry, attempt) => attempt?.firstTokenMs],
  ['duration_ms', (entry, attempt) => attempt?.tookMs ?? entry.tookMs],
];

/** The first line of the table: the names of its columns. */
export const usageCsvHead = (): string => lineOf(columns.map(([name]) => name));

/** A line for each attempt of a question, and one for a question that needed none; each ends with a line break. */
export const usageCsvLines = (entry: QuestionEntry): string =>
  (entry.attempts.length === 0 ? [undefined] : entry.attempts)
    .map(attempt => lineOf(columns.map(([, value]) => value(entry, attempt))))
    .join('');

const lineOf = (cells: readonly (string | number | undefined)[]): string => `${cells.map(cell).join(',')}\r\n`;

/**
 * As RFC 4180 has it. A text that a spreadsheet would take for a formula is led by an apostrophe, because names of models are other
 * people's.
 */
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
