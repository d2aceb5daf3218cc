import type { Assistance, Context, SuggestedName } from '../../assist/assistance.ts';
import type { LinkedFile } from '../../assist/promptFiles/promptAssistance.ts';
import type { ReviewFindings } from '../../assist/finding.ts';
import type { EditBlock } from '../../assist/edits/editBlock.ts';
import type { CodeMark } from '../../assist/codeMark.ts';
import type { PartlyShown } from '../../assist/commit/partlyShown.ts';
import type { Sign, SignCode } from '../../core/model/answer.ts';
import type { Task } from '../../core/model/purpose.ts';

/** What somebody wants to know or to have done, so that it can be asked, and asked again. */
export interface AskRequest {
  readonly assistance: Assistance;
  readonly context: Context;
  /** Where an edit would go; undefined: nowhere. */
  readonly place?: EditPlace;
  /** It is about what an edit has left, which is not offered once more. */
  readonly isAgain?: boolean;
  /** What the user should know of how it is asked. */
  readonly remarks?: readonly string[];
  /** Files of its changes that must not be read, and are only named. */
  readonly closed?: readonly string[];
  /** The files that a prompt file links to; undefined: it is no prompt file. */
  readonly linked?: readonly LinkedFile[];
  /** It goes on where this text broke off, for the `count`th time; the answer began in the turn `first`. */
  readonly continues?: { readonly text: string; readonly count: number; readonly first: string };
}

/** Where the code stood that was asked about. */
export interface EditPlace {
  readonly uri: string;
  /** Offset of the original code in the document when it was asked about. */
  readonly start: number;
  /** By what it is told from equal code; undefined: kept by a version that knew no marks. */
  readonly mark?: CodeMark;
}

/** A replacement that the user may look at as a diff. */
export interface Proposal {
  readonly task: Task;
  /** As of its request. */
  readonly isAgain?: boolean;
  readonly place: EditPlace;
  readonly original: string;
  readonly replacement: string;
  readonly title: string;
  /** It is in no list of answers: closed without a decision, it can be shown again only at once. */
  readonly isUnkept?: boolean;
  /** One line: who made it, why not the first choice, how long it took, what it cost, what was checked. */
  readonly summary: string;
  /** What it changes that is easily overlooked: told at lines of the replacement, 1-based. Default: none. */
  readonly facts?: readonly { readonly text: string; readonly line: number }[];
  /** The line of the replacement, 1-based, at which its doubts are noted; the facts do not count it. undefined: none. */
  readonly noteLine?: number;
  /** Hears of facts that are found while it is shown. */
  readonly late?: (signs: readonly Sign[]) => void;
  /** Id of the question whose answer it is; undefined: it comes from several. */
  readonly question?: string | undefined;
  /** Of a batch, what each answer has brought; undefined: it is none. */
  readonly answers?: readonly AnsweredPart[];
}

/** What one answer has brought to an edit that is made of several. */
export interface AnsweredPart {
  /** Id of its question. */
  readonly question: string;
  /** What it adds to each of its places. */
  readonly texts: readonly string[];
}

/** Changes of several files that the user may look at as one diff. */
export interface ProposedFiles extends Pick<Proposal, 'task' | 'title' | 'summary' | 'question'> {
  readonly files: readonly ProposedFile[];
}

/** What would be changed in a file: each quoted piece stands in its text once. */
export interface ProposedFile {
  readonly uri: string;
  /** As the user reads it. */
  readonly path: string;
  /** VS Code's language id. */
  readonly language: string;
  readonly blocks: readonly EditBlock[];
}

/** Takes the edits of a conversation, in place of a diff of each. */
export interface EditTaker {
  /** No longer: from then on each is shown as usual. */
  readonly isTaking: () => boolean;
  readonly take: (proposal: Proposal) => void;
}

/** Names that the user may choose from, or a message that the user may take. */
export interface Suggestion {
  readonly asked: AskRequest;
  readonly title: string;
  /** As of a proposal. */
  readonly summary: string;
  readonly question?: string | undefined;
}

/** Names for the symbol that was asked about. */
export interface SuggestedNames extends Suggestion {
  readonly names: readonly SuggestedName[];
}

/** A message for the commit whose changes were asked about. */
export interface SuggestedMessage extends Suggestion {
  readonly message: string;
  /** How many files of the change went along in part only. */
  readonly partly: PartlyShown;
}

/** What a review has found. */
export interface Reviewed extends Suggestion {
  readonly found: ReviewFindings;
  /** How many files of a change went along in part only; of code that is no change none. */
  readonly partly: PartlyShown;
}

/** What came of showing a proposal. */
export interface ProposalShown {
  /** Why it can be looked at and copied, but not applied; undefined: it can be. */
  readonly refusal?: string;
  /** What the user should see in it before it is accepted. */
  readonly cautions: readonly string[];
}

/** How a request is asked this time. */
export interface AskOptions {
  /** Pass over remembered answers. */
  readonly fresh?: boolean;
  /** Ask only targets with these ids; undefined: anybody. */
  readonly only?: readonly string[];
  /** What was wrong with the answer before, when it is asked again because of that. */
  readonly doubts?: readonly SignCode[];
  /** Id of the target that has answered the conversation so far. */
  readonly answeredBefore?: string;
  /** It may go over the budget. */
  readonly overBudget?: boolean;
}
