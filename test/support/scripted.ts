import type { Ask } from '../../src/core/model/layer.ts';
import { reasonOf, unlessAborted } from '../../src/core/model/clock.ts';
import { Failure, type FailureDetails, type FailureKind } from '../../src/core/model/failure.ts';
import type { Target } from '../../src/core/model/target.ts';
import { answerRecord, type AnswerRecord, type QuestionRecord } from '../../src/core/model/questionRecord.ts';
import type { Note } from '../../src/core/model/note.ts';
import type { Answer } from '../../src/core/model/answer.ts';
import type { AnswerEvent } from '../../src/core/model/answerEvent.ts';
import type { ModelRequest, Question } from '../../src/core/model/question.ts';
import type { Prompt } from '../../src/core/model/prompt.ts';
import type { Purpose } from '../../src/core/model/purpose.ts';

/** What a scripted target does with one question. */
export type Act =
  | FailureKind
  | { readonly fails: FailureKind; readonly details?: FailureDetails; readonly afterText?: string }
  | { readonly says: string; readonly inPieces?: readonly string[]; readonly finish?: Answer['finish'] }
  | 'hangs';

export interface Scripted {
  readonly target: Target;
  readonly ask: Ask;
  /** Every question that reached it. */
  readonly calls: Question[];
  /** Abort reasons it was told, in order. */
  readonly stopped: Error[];
}

/** A target that plays its acts one after another, the last one for ever, and keeps the contract of a real provider. */
export function scripted(id: string, ...acts: readonly Act[]): Scripted {
  const calls: Question[] = [];
  const stopped: Error[] = [];
  const ask: Ask = async question => {
    const act = acts[Math.min(calls.length, acts.length - 1)] ?? { says: 'hello' };
    calls.push(question);
    question.signal.addEventListener('abort', () => stopped.push(reasonOf(question.signal)), { once: true });
    question.onEvent?.({ kind: 'connected' });
    question.onEvent?.({ kind: 'sent' });
    return unlessAborted(play(act, id, question), question.signal);
  };
  return { target: targetOf(id), ask, calls, stopped };
}

async function play(act: Act, id: string, question: Question): Promise<Answer> {
  if (act === 'hangs') return new Promise(() => undefined);
  if (typeof act === 'string') throw new Failure(act, { target: id });
  if ('fails' in act) {
    if (act.afterText) question.onEvent?.({ kind: 'text', text: act.afterText });
    throw new Failure(act.fails, { target: id, ...act.details });
  }
  for (const text of act.inPieces ?? [act.says]) question.onEvent?.({ kind: 'text', text });
  return answerOf(id, act.says, { ...(act.finish && { finish: act.finish }) });
}

export function answerOf(from: string, text: string, more: Partial<Answer> = {}): Answer {
  return {
    text,
    from,
    model: from,
    usage: { inputTokens: 10, outputTokens: 5, cachedInputTokens: 0, exact: true },
    freshness: 'live',
    ageMs: 0,
    finish: 'stop',
    degraded: [],
    ...more,
  };
}

/** What a record holds of such an answer. */
export const recorded = (...answer: Parameters<typeof answerOf>): AnswerRecord => answerRecord(answerOf(...answer));

/** The record of a question to targets of which "first" is the first choice; without an `end`: its user has stopped it. */
export const recordOf = (more: Partial<QuestionRecord> = {}): QuestionRecord => ({
  id: 'q',
  first: 'first',
  at: 0,
  tookMs: 1,
  promptLength: 0,
  maxOutputTokens: 1_000,
  complexity: 0,
  notes: [],
  end: { failure: new Failure('cancelled') },
  ...more,
});

/** A target whose origin is its own, so that gates of one do not close the other. */
export function targetOf(id: string, more: Partial<Target> = {}): Target {
  const origin = `http://${id}.test`;
  return {
    id,
    label: id,
    provider: 'openai-compatible',
    model: id,
    origin,
    baseUrl: `${origin}/v1`,
    class: 'medium',
    auth: 'bearer',
    loopback: false,
    parameters: {},
    ...more,
  };
}

export interface Asked {
  readonly question: Question;
  readonly notes: Note[];
  readonly events: AnswerEvent[];
  readonly stop: AbortController;
}

/** What of a question a test wants otherwise; what belongs to its request or its purpose may be given alone. */
export interface QuestionChanges
  extends
    Partial<Omit<Question, 'request'>>,
    Partial<Omit<Purpose, 'offline'>>,
    Partial<Pick<ModelRequest, 'sampling'>> {
  readonly watched?: boolean;
  readonly words?: string;
  readonly request?: Prompt;
  /** What is said without a model; false: nothing. Default: something, but of an edit nothing. */
  readonly offline?: string | false;
}

/** A question with everything filled in; watched when `watched` is given. */
export function ask(changes: QuestionChanges = {}): Asked {
  const { watched, words = 'what is this?', request = promptOf(words), sampling = plain, ...others } = changes;
  const { task = 'ask', expects = prose, scope = 'workspace', used, ...rest } = others;
  const { offline = task === 'edit' ? false : 'what is known', ...more } = rest;
  const notes: Note[] = [];
  const events: AnswerEvent[] = [];
  const stop = new AbortController();
  const question: Question = {
    id: 'question-1',
    taskClass: 'standard',
    priority: 'interactive',
    request: { ...request, sampling },
    purpose: {
      task,
      expects,
      scope,
      ...(used && { used }),
      ...(offline !== false && { offline: async () => ({ text: offline }) }),
    },
    signal: stop.signal,
    until: 31_000,
    attempts: { left: 6 },
    alternatives: 0,
    notes: note => notes.push(note),
    ...(watched && { onEvent: event => events.push(event) }),
    ...more,
  };
  return { question, notes, events, stop };
}

const plain: ModelRequest['sampling'] = { temperature: 0, maxOutputTokens: 100 };
const prose: Purpose['expects'] = { form: 'prose', language: 'typescript', code: '' };

const promptOf = (words: string): Prompt => ({
  template: 'test@1',
  parts: [{ kind: 'text', name: 'question', role: 'user', text: words, wordsFrom: 0, priority: 1 }],
});

/** The text of the events, with restarts as '|'. */
export const shown = (events: readonly AnswerEvent[]): string =>
  events.map(event => (event.kind === 'text' ? event.text : event.kind === 'restart' ? '|' : '')).join('');

/** The kind of Failure that a promise rejects with. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing failed');
}
