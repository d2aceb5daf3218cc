import type { UsedFile } from './usedFile.ts';

/** What the user wants; routing, cache key and journal go by it. */
export type Task = (typeof tasks)[number];

/** Every task. */
export const tasks = [
  ...(['explain', 'ask', 'edit', 'editFiles', 'fix', 'tests', 'docs', 'commitMessage', 'rename'] as const),
  ...(['review', 'reviewChanges', 'reviewCommit'] as const),
] as const;

/**
 * What a question is for, where that is known: what kind of answer would be right, and what could be said without a model.
 * A request that is only passed through has none; then nothing is judged, remembered or answered offline.
 */
export interface Purpose {
  readonly task: Task;
  /** What kind of answer would be right: `assessAnswer` checks it. */
  readonly expects: Expectation;
  /** Other files that the evidence in the request came from; undefined: none. */
  readonly used?: readonly UsedFile[];
  /** Workspace and trust, as an opaque string: answers are remembered within it only. */
  readonly scope: string;
  /** Gives an answer without a model, from what the editor knows; undefined: this task has none, or not for this question. */
  readonly offline?: () => Promise<WithoutModel | undefined>;
}

/** What can be said without a model. */
export interface WithoutModel {
  /** To read, Markdown; says first that no model was asked. */
  readonly text: string;
  /** In the form of an answer of this task, so that it can be looked at as one and used; undefined: there is only something to read. */
  readonly draft?: string;
}

export interface Expectation {
  /** 'code': the answer must hold one code block that can replace the selection. */
  readonly form: 'prose' | 'code';
  /** VS Code's language id of the code at hand: 'typescript', 'python', … */
  readonly language: string;
  /**
   * What it is written about, where it stands apart from that: the code of a comment or of tests, the change of a commit message.
   * Looked at here alone. undefined: it takes the place of the code, or explains it.
   */
  readonly about?: { readonly kind: 'docs' | 'tests' | 'message'; readonly code: string };
  /** The answer quotes pieces of the code and what takes their place, in search/replace blocks. Default: false. */
  readonly isInBlocks?: boolean;
  /** The code that was sent, to compare an edit with. */
  readonly code: string;
  /** What stood right before and after it, some lines; undefined: not known. */
  readonly around?: { readonly before: string; readonly after: string };
  /** The path of its file, where a line that names it is none of the code; undefined: it may be, or the path is not known. */
  readonly file?: string;
  /** What names there are where the code stands; asked when an answer is judged. undefined: nobody knows. */
  readonly known?: () => KnownNames | Promise<KnownNames>;
  /** What stands for the secrets of the code; set by `redact`. undefined: it has none. */
  readonly placeholders?: ExpectedPlaceholders;
  /** Given: the answer must be JSON, and nothing else. */
  readonly json?: JsonForm;
}

/** What names there are where some code stands: to be looked at here, never sent and never kept. */
export interface KnownNames {
  /** All of the file that stands before the code, and behind it. */
  readonly before: string;
  readonly after: string;
  /** The packages that can be imported there; undefined: it is not known which. */
  readonly packages?: PackagesAtHand;
}

/** Says of a package whether it can be imported. */
export interface PackagesAtHand {
  has(name: string): boolean;
  /** What it does not know may be there all the same. Default: false. */
  readonly isPartial?: boolean;
}

/** Names that must come back as they went, or a secret would be lost. */
export interface ExpectedPlaceholders {
  /** Those that the model has seen. */
  readonly names: readonly string[];
  /** What all of them end with; it stands in no other text of the question. */
  readonly mark: string;
  /** In what was sent: which variables and keys hold which of them. */
  readonly holders?: readonly SecretHolder[];
}

/** A variable or key that holds a secret. */
export interface SecretHolder {
  readonly placeholder: string;
  readonly word: string;
  /** It is a key of an object, or a field: to be found behind what it belongs to only. */
  readonly isKey: boolean;
}

/**
 * A form in the dialect of JSON Schema that all providers take: an object; of each object all properties are required and no
 * others allowed; what may be missing is null. It is the same for all questions of a kind, as providers remember it.
 */
export interface AnswerSchema {
  /** Of letters, digits, '_' and '-', at most 64. */
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** What JSON an answer must be, and what stands in for it when no model gives it. */
export interface JsonForm {
  /** The same as JSON Schema, for providers that hold an answer to one; undefined: it is only said in words. */
  readonly schema?: AnswerSchema;
  /** What is wrong with this value, as a sentence for the model; undefined: nothing. */
  readonly check: (value: unknown) => string | undefined;
  /** A whole answer in the right form, for when all else fails. */
  readonly predefined: string;
}
