import { assistances } from '../../../src/assist/tasks/all.ts';
import { maxAttempts, type Question, type Sampling, type TaskClass } from '../../../src/core/model/question.ts';
import type { TextPart } from '../../../src/core/model/prompt.ts';
import type { Purpose } from '../../../src/core/model/purpose.ts';
import type { OnExceeded } from '../../../src/core/budget/spending.ts';
import type { RecordedAttempt } from '../record/recordedAttempt.ts';
import type { RecordedQuestion } from '../record/recordedQuestion.ts';

/** What a question is made from besides its entry. */
export interface QuestionParts {
  /** The question that it equals, whose answer it got; itself where there is none. */
  readonly equal: RecordedQuestion;
  readonly until: number;
  readonly signal: AbortSignal;
  readonly onPassOver: NonNullable<Question['onPassOver']>;
  readonly onExceeded: OnExceeded;
}

/** A prompt is as long as it was, up to this. */
const mostLength = 400_000;
const usual: Sampling = { temperature: 0, maxOutputTokens: 2_000 };

/** Which time limits a question had. */
export function taskClassOf({ entry }: Pick<RecordedQuestion, 'entry'>): TaskClass {
  return assistances.find(({ task }) => task === entry.task)?.taskClass ?? 'standard';
}

/** The question of an entry: as long as it was, for the same task, with words that say nothing. */
export function questionOf(recorded: RecordedQuestion, parts: QuestionParts): Question {
  const { entry, key } = recorded;
  const { equal, until, signal, onPassOver } = parts;
  const overBudget = leaveOf(recorded, parts.onExceeded);
  return {
    id: key,
    request: { template: 'replay@1', parts: promptOf(recorded, equal), sampling: samplingOf(equal) },
    ...(entry.task && { purpose: purposeOf(recorded, entry.task) }),
    taskClass: taskClassOf(recorded),
    priority: 'interactive',
    ...{ signal, until, onPassOver },
    ...(entry.cache === 'asked-again' && { fresh: true }),
    ...(overBudget !== undefined && { overBudget }),
    attempts: { left: maxAttempts },
    alternatives: 0,
    notes: () => undefined,
    onEvent: () => undefined,
  };
}

/** The words last; before them as much as it takes, which counts for nothing but its length and may be left out. */
function promptOf({ entry }: RecordedQuestion, equal: RecordedQuestion): readonly TextPart[] {
  const { key: words } = equal;
  const length = isWhole(equal) ? 0 : Math.max(0, Math.min(mostLength, entry.promptLength) - words.length);
  const rest: TextPart = {
    ...partOf('context', 'code '.repeat(Math.ceil(length / 5)).slice(0, length)),
    isEvidence: true,
  };
  return [...(length > 0 ? [{ ...rest, priority: 10 }] : []), { ...partOf('question', words), wordsFrom: 0 }];
}

/** It was too long, and nothing of it could go. */
const isWhole = ({ attempts }: RecordedQuestion): boolean =>
  [...attempts.values()].some(each => isTooLong(each.at(-1)) && each.filter(isTooLong).length === 1);
const isTooLong = (attempt: RecordedAttempt | undefined): boolean => attempt?.outcome === 'context-too-long';

const partOf = (name: string, text: string): TextPart => ({ kind: 'text', name, role: 'user', text, priority: 95 });

/** With less room than this nobody is asked again. */
const leastOutputTokens = 256;

function samplingOf(recorded: RecordedQuestion): Sampling {
  const { entry } = recorded;
  const { temperature, maxOutputTokens: usually } =
    assistances.find(({ task }) => task === entry.task)?.sampling ?? usual;
  const maxOutputTokens = isWhole(recorded) ? leastOutputTokens : usually;
  if (entry.cache === 'not-cacheable') return { maxOutputTokens };
  return { maxOutputTokens, temperature: entry.task ? 0 : (temperature ?? 0) };
}

function purposeOf(recorded: RecordedQuestion, task: Purpose['task']): Purpose {
  const { entry, attempts } = recorded;
  const isForm = [...attempts.values()].some(each => each.some(({ isUnfit }) => isUnfit));
  const check = (value: unknown): string | undefined => (value === 'unfit' ? 'It is unfit.' : undefined);
  return {
    task,
    expects: { form: 'prose', language: '', code: '', ...(isForm && { json: { check, predefined: '{}' } }) },
    scope: entry.workspace,
    ...(entry.freshness === 'offline' && { offline: () => Promise.resolve({ text: 'offline' }) }),
  };
}

/** Whether its user let it go over the budget; undefined: was not asked. */
function leaveOf({ entry }: RecordedQuestion, onExceeded: OnExceeded): boolean | undefined {
  if (onExceeded !== 'ask' || entry.outcome === 'budget-blocked') return undefined;
  const wasRefused = entry.decisions.some(
    ({ kind, because }) => kind === 'over-budget' || (kind === 'skipped' && because === 'budget'),
  );
  return wasRefused ? false : undefined;
}
