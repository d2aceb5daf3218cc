// Over 200 lines with its comments: what every assistance is made of, field by field.
import type { Facts } from './facts.ts';
import type { OfflinePhrases } from './offlinePhrases.ts';
import type { AddedText } from './added/addedText.ts';
import type { ReviewFindings } from './finding.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { KnownSecret } from '../core/model/knownSecret.ts';
import type { UsedFile } from '../core/model/usedFile.ts';
import type { Prompt, TextPart } from '../core/model/prompt.ts';
import type { EditBlock } from './edits/editBlock.ts';
import type { EditedFile } from './edits/placeBlocks.ts';
import type { EarlierText } from './prompt/steadyTexts.ts';
import type { Outline } from './prompt/outline.ts';
import type { Sampling, TaskClass } from '../core/model/question.ts';
import type { Expectation, Task, WithoutModel } from '../core/model/purpose.ts';

/** What the editor knows when the user asks: plain data, no vscode. */
export interface Context {
  /** Path relative to its workspace folder, '/' as separator; the file's name outside one. */
  readonly file: string;
  /** The number of the cell, from 1, where the file is a notebook. */
  readonly cell?: number;
  /** VS Code's language id. */
  readonly language: string;
  /** The selected code, whole lines for an edit. */
  readonly code: string;
  /** Whole lines before and after the selection; a prompt takes the nearest of them, see `nearest`. */
  readonly before: string;
  readonly after: string;
  /** Which of these lines matter more than their distance says. */
  readonly outline?: Outline;
  /** A digest of the whole document, as it was: what makes it the same question again. undefined: not known. */
  readonly document?: string;
  /** What names there are in the whole document, and which packages can be imported there; never sent or kept. undefined: not known. */
  readonly known?: NonNullable<Expectation['known']>;
  /** The secrets that were found in the document before anything of it was cut; never put on disk. undefined: none. */
  readonly secrets?: readonly KnownSecret[];
  /** Its text as it was sent some minutes ago; undefined: it was not, or too much has changed. */
  readonly earlier?: EarlierText;
  /** Other files that hovers and diagnostics came from. */
  readonly used?: readonly UsedFile[];
  /** Nothing was selected, and no block was found around the cursor: its line alone is asked about. */
  readonly isLineOnly?: boolean;
  /** 1-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  /** What in the code is asked about at once, each by itself, from above; undefined: all of it as one. */
  readonly items?: readonly CodeItem[];
  /** The symbol that encloses the selection. */
  readonly symbol?: { readonly name: string; readonly kind: string };
  readonly diagnostics: readonly ContextDiagnostic[];
  /** How many more the editor reports there; undefined: none. */
  readonly moreDiagnostics?: number;
  /** Signatures and documentation of what the selection names, plain text. */
  readonly hovers: readonly string[];
  /** Where the editor sees it used, 'file:line'; undefined: the question is not about that. */
  readonly uses?: readonly string[];
  /** Where tests of the code go; undefined: the question is not about tests. */
  readonly testFile?: TestFile;
  /** What the messages of earlier commits look like, the newest first; undefined: the question is not about a change. */
  readonly history?: readonly string[];
  /** What else was found in time; none of it makes another question. */
  readonly evidence?: Evidence;
  /** The files that are to be changed, whole; undefined: the question is not about several. */
  readonly files?: readonly EditedFile[];
  /** What the user has added, in order. */
  readonly added?: readonly AddedText[];
  /** The user's question or instruction; '' when the task needs none. */
  readonly input: string;
  /** Earlier turns of the same conversation, oldest first. */
  readonly turns: readonly EarlierTurn[];
}

/** A part of the code. Lines of the code, 0-based, inclusive. */
export interface CodeItem {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  /** The line that says what it is. */
  readonly head: number;
}

/** A problem that the editor shows in the code. */
export interface ContextDiagnostic {
  /** 1-based. */
  readonly line: number;
  /** 1-based; undefined: kept by a version that did not tell. */
  readonly column?: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** Where it is described, an address. */
  readonly link?: string;
  /** Who reports it, and what it is called there: 'ts 2304'. undefined: it has no code. */
  readonly code?: string;
  /** Places that belong to it. */
  readonly related?: readonly RelatedPlace[];
}

/** A place that a problem refers to. */
export interface RelatedPlace {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** Where tests of a code go, by the conventions of its project. */
export interface TestFile {
  /** Path relative to its workspace folder. */
  readonly path: string;
  readonly language: string;
  /** What it holds now; undefined: it is a new file. */
  readonly text?: string;
  /** What the tests are written for, as the project says: 'vitest', 'pytest'; undefined: it does not say. */
  readonly framework?: string;
  /** How tests look here: the beginning of another test file. */
  readonly example?: { readonly path: string; readonly text: string };
}

/** What was asked and answered before in the same conversation. */
export interface EarlierTurn {
  readonly question: string;
  readonly answer: string;
  /** How it was asked, see `askedIn`; undefined: it is not known any more, and its question stands for it. */
  readonly asked?: readonly TextPart[];
}

/**
 * One task as code: what it gathers, the prompt, and how its answer is read, named and shown. Pure, so that a new one is one
 * file and one row in all.ts. `Input` is what its prompt is made of.
 */
export interface Assistance<Input = Context> {
  readonly task: Task;
  readonly taskClass: TaskClass;
  readonly gather: Gathering;
  /** How a question of it is headed; the texts are the editor's. */
  readonly title: TitleKind;
  readonly form: Expectation['form'];
  /** What a right answer is, where it is neither prose nor code in place of the selection. */
  readonly expects?: (input: Input) => Expectation;
  readonly presenter: Presenter;
  readonly sampling: Sampling;
  /** How an answer about several items is drawn; undefined: as any. */
  readonly samplingOf?: (items: number) => Sampling;
  readonly prompt: (input: Input) => Prompt;
  /** How what is asked about is divided where it is too much for one request; undefined: it is cut. */
  readonly division?: Division;
  /** What can be said without a model; undefined: nothing, this task, or this question of it, cannot be done without one. */
  readonly offline?: (known: Known, phrases: OfflinePhrases) => WithoutModel | undefined;
  /** Reads the text of an answer; never throws. */
  readonly read: (text: string, input: Input) => Outcome;
}

/** What there is to make an answer of where no model is asked. */
export interface Known {
  /** What the language services said in time; undefined: nothing, or they failed. */
  readonly facts: Facts | undefined;
  readonly context: Context;
}

/** How a question is asked in several requests. */
export interface Division {
  /** The parts, from above: as few as `fits` lets through. One: it is not divided. */
  readonly parts: (context: Context, fits: (part: Context) => boolean) => readonly Context[];
  /** How a part is asked about. Default: as the whole. */
  readonly ofPart?: Assistance;
  /** One answer of those to the parts, in their order; undefined: the whole is asked about with them. */
  readonly join?: (texts: readonly string[]) => string;
  /** How the whole is asked about, with the answers to its parts. */
  readonly ofWhole?: (texts: readonly string[], context: Context) => Assistance;
}

/**
 * Where an answer is shown: in a panel, to read; as a diff, to accept; as a list of names, to choose from; in the box of a
 * commit's message; as problems of the code, each at its lines; as a diff of several files.
 */
export type Presenter = 'panel' | 'diff' | 'names' | 'message' | 'findings' | 'edits';

/** What is gathered for a question besides the selection and what surrounds it. */
export interface Gathering {
  /** What the user types first; 'problem': only where the editor reports none. */
  readonly words: 'none' | 'question' | 'instruction' | 'problem';
  /**
   * What is asked about. 'code': the selection, or the block around the cursor. 'declaration': the same with the comments above
   * it. 'file': the selection, or the whole file. 'name': the declaration of the name under the cursor. 'changes': those of a
   * repository. 'commit': those of one of its commits. 'files': files that the user has added or picks. Default: 'code'.
   */
  readonly from?: 'code' | 'declaration' | 'file' | 'name' | 'changes' | 'commit' | 'files';
  /** The file in which tests of it stand, or would. */
  readonly testFile?: boolean;
  /** Whether it wants the places that use what the code declares; undefined: it does not. */
  readonly callers?: boolean;
  /** Whether what is asked about are the problems in it: it reaches as far as they do. undefined: it does not. */
  readonly problems?: boolean;
}

/** '…-place': what is done, and where. 'words-place': the user's own words, and the place. */
export type TitleKind =
  | `${'explain' | 'words' | 'fix' | 'tests' | 'docs' | 'rename' | 'commit' | 'review' | 'review-changes' | 'review-commit'}-place`
  | 'words-files';

/** What an answer holds for its task. */
export type Outcome =
  /** Text to read, Markdown. */
  | { readonly kind: 'note'; readonly markdown: string }
  /** Code to stand where `original` stands; undefined: where the selection stood. */
  | { readonly kind: 'replacement'; readonly code: string; readonly original?: string }
  /** Names to choose from, the best first. */
  | { readonly kind: 'names'; readonly names: readonly SuggestedName[] }
  /** What is wrong with the code, each where it stands. */
  | ({ readonly kind: 'findings' } & ReviewFindings)
  /** Pieces of files, and what is to stand there. */
  | { readonly kind: 'edits'; readonly blocks: readonly EditBlock[] }
  /** What is said of a commit. */
  | { readonly kind: 'message'; readonly text: string }
  /** The answer holds nothing that this task could use; show it as it is. */
  | { readonly kind: 'unusable'; readonly markdown: string };

/** A name that says better what something is, and why. */
export interface SuggestedName {
  readonly name: string;
  readonly reason: string;
}
