import type { AnswerEvent } from './answerEvent.ts';
import type { Note } from './note.ts';
import type { Prompt } from './prompt.ts';

/** What the user wants; routing, cache key and journal go by it. */
export type Task = 'explain' | 'ask' | 'edit';

/** Which time limits apply. */
export type TaskClass = 'inline' | 'quick' | 'standard' | 'long' | 'brief';

export interface Question {
  /** Request id: in every log line, header and error. */
  readonly id: string;
  readonly task: Task;
  readonly taskClass: TaskClass;
  /** Interactive: a user waits. */
  readonly priority: 'interactive' | 'inline' | 'background';
  /** Sections with a priority; trimmed per target, never here. */
  readonly prompt: Prompt;
  readonly sampling: Sampling;
  /** What kind of answer would be right: the confidence gate checks it. */
  readonly expects: Expectation;
  /** Workspace and trust, as an opaque string: answers are remembered within it only. */
  readonly scope: string;
  /** Its abort reason is always a Failure. */
  readonly signal: AbortSignal;
  /** Monotonic ms: when the time budget ends; nothing may sleep beyond it. */
  readonly until: number;
  /** Attempts this question may still make, over all targets; counted down by `retry`. */
  readonly attempts: { left: number };
  /** Healthy targets that could still take over; set by `fallback`. */
  readonly alternatives: number;
  /** Only these target ids may be asked; undefined: the whole chain. */
  readonly only?: readonly string[];
  /** What makes it equal to another question; set by `cache`, which works it out anyway. */
  readonly key?: string;
  /** Pass over remembered answers (Ask Again). */
  readonly fresh?: boolean;
  /** Most tokens the user wants sent, for this language; undefined: as many as the target takes. */
  readonly maxInputTokens?: number;
  /** The user lets this one question go over the budget, or has said that it may not; undefined: was not asked. */
  readonly overBudget?: boolean;
  /** What the language services know about the code, for answers without a model. */
  readonly facts?: () => Promise<Facts>;
  /** Every layer's spoken decision, in order, with its reason. */
  readonly notes: (note: Note) => void;
  /** For those who want to watch the answer being written. */
  readonly onEvent?: (event: AnswerEvent) => void;
}

/** Attempts a question may make over all its targets (decisions 5). */
export const maxAttempts = 6;

export interface Sampling {
  /** undefined: the provider's own default. */
  readonly temperature?: number;
  readonly maxOutputTokens: number;
}

export interface Expectation {
  /** 'code': the answer must hold one code block that can replace the selection. */
  readonly form: 'prose' | 'code';
  /** VS Code's language id of the code at hand: 'typescript', 'python', … */
  readonly language: string;
  /** The code that was sent, to compare an edit with. */
  readonly code: string;
  /** Given: the answer must be JSON, and nothing else. */
  readonly json?: JsonForm;
}

/** What JSON an answer must be, and what stands in for it when no model gives it. */
export interface JsonForm {
  /** What is wrong with this value, as a sentence for the model; undefined: nothing. */
  readonly check: (value: unknown) => string | undefined;
  /** A whole answer in the right form, for when all else fails. */
  readonly predefined: string;
}

/** What the language services know about the code in question: plain data, gathered by the editor. */
export interface Facts {
  /** Path relative to its workspace folder. */
  readonly file: string;
  readonly language: string;
  /** 1-based. */
  readonly startLine: number;
  readonly endLine: number;
  /** Name of the symbol that encloses the selection, '' if none. */
  readonly symbol: string;
  readonly symbolKind: string;
  /** Signature and documentation as hovers and the signature help tell them; plain text. */
  readonly hovers: readonly string[];
  readonly diagnostics: readonly { readonly line: number; readonly severity: string; readonly message: string }[];
  readonly references: readonly { readonly file: string; readonly line: number }[];
  readonly children: readonly { readonly name: string; readonly kind: string; readonly line: number }[];
}
