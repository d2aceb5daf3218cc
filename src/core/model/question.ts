import type { AnswerEvent } from './answerEvent.ts';
import type { Asking } from './asking.ts';
import type { Note, PlaceReason } from './note.ts';
import type { Target } from './target.ts';
import type { Prompt } from './prompt.ts';
import type { Purpose } from './purpose.ts';
import type { KnownSecret } from './knownSecret.ts';

/** Which time limits apply. */
export type TaskClass = 'inline' | 'quick' | 'standard' | 'long' | 'brief';

/** One question in three parts: what is sent, what for, and how far it has come. */
export interface Question extends QuestionProgress {
  /** Request id: in every log line, header and error. */
  readonly id: string;
  /** What a model is sent; masked and trimmed on its way. */
  readonly request: ModelRequest;
  /** undefined: not known, see `Purpose`. */
  readonly purpose?: Purpose;
  readonly taskClass: TaskClass;
  /** Interactive: a user waits. */
  readonly priority: 'interactive' | 'inline' | 'background';
  /** Its abort reason is always a Failure. */
  readonly signal: AbortSignal;
  /** Only these target ids may be asked; undefined: the whole chain. */
  readonly only?: readonly string[];
  /** Id of the target that answered the turn before, which this one goes on from; undefined: it begins a conversation. */
  readonly answeredBefore?: string;
  /** Pass over remembered answers (Ask Again). */
  readonly fresh?: boolean;
  /** Most tokens the user wants sent, for this language; undefined: as many as the target takes. */
  readonly maxInputTokens?: number;
  /** The user lets this one question go over the budget, or has said that it may not; undefined: was not asked. */
  readonly overBudget?: boolean;
  /** Calls back when the user wants the next target asked instead of the one that is being asked; undefined: nobody can. */
  readonly onPassOver?: (listener: () => void) => () => void;
  /** Called when an attempt begins; undefined: nobody waits for it. */
  readonly onAsking?: (asking: Asking) => void;
  /** Takes every decision of a layer, in order, with its reason. */
  readonly notes: (note: Note) => void;
  /** Called while the answer is being written; undefined: only the whole answer is wanted. */
  readonly onEvent?: (event: AnswerEvent) => void;
}

/** What a route may look at; of a question that is still to be made only its class is known. */
export type RoutedQuestion = Pick<Question, 'taskClass'> &
  Partial<Pick<Question, 'request' | 'purpose' | 'maxInputTokens' | 'answeredBefore'>>;

/** A target in its place, and why it stands there. */
export interface Ranked {
  readonly target: Target;
  readonly because: PlaceReason;
  /**
   * Looks up what was known as that was decided, for the very question; of a chain that stands as it is written, which nothing
   * decided, what is known now. Kept as a way to look because few are looked at. undefined: nobody knows anything.
   */
  readonly factsOf?: (target: Target, question: RoutedQuestion) => RankedFacts | undefined;
}

/** What of a target is told to who wants to know why another one was asked; see `RouteFacts`. */
export interface RankedFacts {
  readonly costUsd: number | undefined;
  readonly expectedMs: number | undefined;
  readonly failureShare: number;
}

/** How far a question has come. After `createQuestion` only layers write it. */
export interface QuestionProgress {
  /** In which order targets are asked, and why; set by the client, once. */
  readonly route?: readonly Ranked[];
  /** Monotonic ms: when the time budget ends; nothing may sleep beyond it. */
  readonly until: number;
  /** Attempts this question may still make, over all targets; counted down by `retry`. */
  readonly attempts: { left: number };
  /** Healthy targets that could still take over; set by `fallback`. */
  readonly alternatives: number;
  /** Who of them would be asked next; set by `fallback`. */
  readonly next?: Target;
  /** Another target is asked beside this one when it is silent, so it need not make room soon; set by `hedge`. */
  readonly isHedged?: boolean;
  /**
   * Told 1 when an attempt begins to write or to think, and -1 when it ends: what is being written is not held by the question's
   * time. Set by `coalesce` and `deadline`.
   */
  readonly onFlow?: (change: 1 | -1) => void;
  /** What makes it equal to another question; set by `cache`, which works it out anyway. */
  readonly key?: string;
}

/** What is sent to a model: its parts, and how the answer is to be drawn. */
export interface ModelRequest extends Prompt {
  readonly sampling: Sampling;
  /** What was found in the whole document before its parts were cut from it; `redact` masks it, and takes it away. */
  readonly secrets?: readonly KnownSecret[];
}

export interface Sampling {
  /** undefined: the provider's own default. */
  readonly temperature?: number;
  readonly maxOutputTokens: number;
}

/** Attempts a question may make over all its targets: two or three targets, each with a retry. */
export const maxAttempts = 6;

/** The programming language at hand, by which token estimates differ; '' when it is not known. */
export const languageOf = ({ purpose }: Pick<Question, 'purpose'>): string => purpose?.expects.language ?? '';
