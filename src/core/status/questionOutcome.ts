import { isInjected, type FailureKind } from '../model/failure.ts';
import type { Note, SkipReason } from '../model/note.ts';
import type { QuestionRecord } from '../model/questionRecord.ts';

/** How the latest question came out, as far as the user should know it until another one comes out better. */
export type QuestionOutcome =
  /** The first choice answered. */
  | { readonly kind: 'first' }
  /** A model answered that the user had chosen for this question, or that is the only one allowed here. */
  | { readonly kind: 'chosen' }
  /** Another target answered in place of the first choice. */
  | {
      readonly kind: 'fallback';
      /** Id of the target that answered. */
      readonly by: string;
      /** Id of the target that was passed over first. */
      readonly insteadOf: string;
      readonly because: PassedOver;
      /** Who was passed over after that one, in order, each once. Default: nobody. */
      readonly others?: readonly Passed[];
    }
  /** No model answered, whatever was shown instead. */
  | { readonly kind: 'unanswered'; readonly because: FailureKind };

/**
 * Why a target did not answer: how it failed (with an empty answer, also because its tokens were used up before it began), why
 * it was not asked, or it was slower than the one that was asked beside it.
 */
export type PassedOver = FailureKind | Held | 'slow' | 'no-room';

/** What holds back a target that is in the chain; the other reasons follow from another target's failure, or are the user's. */
const held = ['circuit-open', 'cooling-down', 'credential', 'quota', 'offline', 'budget'] as const;
type Held = (typeof held)[number];

/** No incidents: the user did not want an answer, or is told elsewhere why there can be none (status bar and panel: Set up). */
const wanted: readonly FailureKind[] = ['cancelled', 'not-confirmed', 'budget-spent', 'budget-blocked', 'no-target'];

/** Did something go wrong that the user has not caused or decided? */
export const isIncident = (kind: FailureKind): boolean => !wanted.includes(kind);

/** Targets that were not asked for these reasons count as if they were not in the chain: the next one is the first choice. */
const notInChain: readonly SkipReason[] = ['no-key', 'not-confirmed', 'paused-by-user'];

/**
 * What is true after one more question: its own outcome, or the one before, where it says nothing. An answer of a chosen model
 * shows that there is an answer to be had, and nothing of the first choice.
 */
export function outcomeAfter(before: QuestionOutcome | undefined, record: QuestionRecord): QuestionOutcome | undefined {
  const outcome = outcomeOf(record);
  if (outcome === undefined) return before;
  return outcome.kind === 'chosen' && before?.kind === 'fallback' ? before : outcome;
}

/**
 * What a question's end says about the models; undefined: nothing, because no model was needed (a kept answer), the user
 * ended it, or a failure was only rehearsed.
 */
function outcomeOf({ first, notes, end }: QuestionRecord): QuestionOutcome | undefined {
  if (notes.some(isRehearsed)) return undefined;
  const failure = 'answer' in end ? end.answer.insteadOf : end.failure;
  if (failure) {
    const isTold = isIncident(failure.kind) && !isInjected(failure);
    return isTold ? { kind: 'unanswered', because: failure.kind } : undefined;
  }
  if (!('answer' in end) || end.answer.freshness !== 'live') return undefined;
  const by = end.answer.from;
  // the first choice has answered, too: that its answer was doubted is told with the answer
  if (by === first || notes.some(note => note.kind === 'escalated' && note.from === first)) return { kind: 'first' };
  const [passed, ...others] = allPassedOver(by, notes);
  if (passed) return { kind: 'fallback', by, ...passed, ...(others.length > 0 && { others }) };
  return { kind: notes.some(note => isOutOfChain(note, first)) ? 'first' : 'chosen' };
}

/** Which target was passed over first for the one that answered, and why; undefined: none was. */
export function passedOverFor(by: string, notes: readonly Note[]): Passed | undefined {
  return allPassedOver(by, notes)[0];
}

/**
 * All of them, each once, in the order in which it came to them: that one has failed is noted after who was passed over on the way to the
 * next one.
 */
function allPassedOver(by: string, notes: readonly Note[]): readonly Passed[] {
  const told = notes.flatMap((note, at) => {
    const passed = passedOver(note, by, notes);
    return passed && passed.insteadOf !== by ? [{ passed, at: beganAt(note, notes) ?? at }] : [];
  });
  const inOrder = told.toSorted((one, other) => one.at - other.at).map(({ passed }) => passed);
  return inOrder.filter(({ insteadOf }, at) => inOrder.findIndex(each => each.insteadOf === insteadOf) === at);
}

/** Where the attempt stands that a note says was in vain. */
function beganAt(note: Note, notes: readonly Note[]): number | undefined {
  if (note.kind !== 'fallback') return undefined;
  const at = notes.findIndex(other => other.kind === 'attempt' && other.target === note.from);
  return at < 0 ? undefined : at;
}

/** A target that did not give the answer. */
export interface Passed {
  readonly insteadOf: string;
  readonly because: PassedOver;
}

const isRehearsed = (note: Note): boolean => note.kind === 'attempt' && isInjected(note.failure);

function passedOver(note: Note, by: string, notes: readonly Note[]): Passed | undefined {
  if (note.kind === 'fallback') {
    const hadNoRoom = note.because === 'empty' && notes.some(other => isWithoutRoom(other, note.from));
    return { insteadOf: note.from, because: hadNoRoom ? 'no-room' : note.because };
  }
  if (note.kind === 'hedged' && note.target === by) return { insteadOf: note.beside, because: 'slow' };
  const because = note.kind === 'skipped' && held.find(reason => reason === note.because);
  return because ? { insteadOf: note.target, because } : undefined;
}

const isWithoutRoom = (note: Note, target: string): boolean =>
  note.kind === 'attempt' && note.target === target && note.failure?.details.code === 'no-room';

const isOutOfChain = (note: Note, target: string | undefined): boolean =>
  note.kind === 'skipped' && note.target === target && notInChain.includes(note.because);
