/**
 * The messages between answer panel and extension. The extension computes every word (already translated); the
 * webview draws and reports what was pressed. Both directions are checked on arrival: a webview is not trusted.
 */

/** Everything the panel shows. */
export interface PanelView {
  readonly title: string;
  readonly labels: PanelLabels;
  /** Oldest first. */
  readonly turns: readonly TurnView[];
  /** May the user ask a follow-up now? */
  readonly canAsk: boolean;
  /** What goes along with the next question, in order. */
  readonly added: readonly AddedView[];
}

/** Something that the user has added to the next question. */
export interface AddedView {
  readonly id: string;
  /** '#tax.ts'. */
  readonly name: string;
  /** '≈ 120 tokens'. */
  readonly tokens: string;
  /** What the button says to who hears it: 'Remove tax.ts, about 120 tokens'. */
  readonly remove: string;
}

/** Something that may be added by its name. */
export interface SuggestionView {
  /** Without the '#'. */
  readonly name: string;
  readonly description: string;
}

export interface PanelLabels {
  readonly followUp: string;
  readonly send: string;
  readonly copyCode: string;
  readonly insertCode: string;
  readonly notYetChecked: string;
  readonly copied: string;
  readonly openLink: string;
  readonly imageLeftOut: string;
  readonly details: string;
  /** The page's heading, for who hears it. */
  readonly conversation: string;
  /** The names of a block of code and of a table that can be scrolled. */
  readonly code: string;
  readonly table: string;
  /** The button that adds something to the question; the names of what was added, and of what may be. */
  readonly add: string;
  readonly added: string;
  readonly suggestions: string;
  /** The button that shows what does not stand in the row. */
  readonly moreActions: string;
}

/** One question and what came of it. */
export interface TurnView {
  readonly id: string;
  /** The user's words, or the task's name and place: 'Explain cart.ts:12–20'. */
  readonly question: string;
  readonly phase: 'working' | 'done' | 'failed' | 'cancelled';
  /** One line saying what goes on or went on: 'Asking Claude…', 'Stopped'. Announced to screen readers. */
  readonly status: string;
  /** Markdown of the answer so far; rendered inert. */
  readonly text: string;
  /** What targets wrote that failed later, each with the reason it is kept apart. */
  readonly partials: readonly { readonly label: string; readonly text: string }[];
  /** Which model answered, after what, how long, tokens and cost; one line each. */
  readonly provenance: readonly string[];
  /** Why it was asked, and who else could be; undefined: there was nobody to choose from. */
  readonly why?: WhyView;
  /** A notice over the answer: doubt, refusal, length, degraded, failure. */
  readonly notice?: Notice;
  /** What its answer changes: facts, and no doubts. */
  readonly facts?: FactsView;
  /** How far its answer agrees with another one. */
  readonly comparison?: ComparisonView;
  readonly actions: readonly ActionView[];
  /** 'offered': code blocks carry Copy and Insert. 'withheld': not judged, or doubted. */
  readonly code: 'offered' | 'withheld';
}

export interface FactsView {
  readonly title: string;
  readonly facts: readonly FactView[];
  /** Which code block of the text they are about, counted from 0; undefined: that cannot be told. */
  readonly block?: number;
}

export interface FactView {
  /** With the line where it is known. */
  readonly text: string;
  /** The line of its code, 1-based, and what stands there; undefined: it belongs to none. */
  readonly at?: { readonly line: number; readonly text: string };
}

export interface ComparisonView {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface WhyView {
  readonly title: string;
  /** The decision, then each model that could be asked. */
  readonly lines: readonly string[];
}

export interface Notice {
  /** 'disclaimer' stands before everything else and the text below it is inert. */
  readonly kind: 'disclaimer' | 'review' | 'degraded' | 'failure' | 'information';
  readonly title: string;
  /** Each reason, or what happened and what was done instead. */
  readonly lines: readonly string[];
  /** What the user can do about it. */
  readonly advice?: string;
}

export const actions = [
  'stop',
  /** Do not wait for the target that is being asked. */
  'askNext',
  /** Go on where the answer broke off. */
  'continue',
  'askAgain',
  /** Ask the same about the function around the line, which was not known at first. */
  'askWhole',
  'tryAnother',
  /** Let the user pick who is asked the same. */
  'askAnother',
  /** Ask a model of another provider, and compare. */
  'secondOpinion',
  /** Show both answers that were compared beside each other. */
  'showBoth',
  /** Set the model of an answer for its task, in the settings; or take that away. */
  'alwaysUse',
  'doNotAlwaysUse',
  'copy',
  /** Show the proposed edit as a diff once more. */
  'showEdit',
  'insert',
  'setKey',
  'addTarget',
  'detectLocal',
  'openSettings',
  'showLog',
  'setBudget',
  /** Ask the same again, and let it go over the budget. */
  'askOverBudget',
  'useAnyway',
  'askStronger',
  'rephrase',
  'keepForReview',
  'discard',
  'approve',
  /** Keep the question until a target can be asked. */
  'askLater',
  'forgetLater',
  /** Run a task of the workspace that the user picks, while the edit stands. */
  'checkByRunning',
  /** What the user says of an answer. */
  'helpful',
  'notHelpful',
] as const;
export type Action = (typeof actions)[number];

export interface ActionView {
  readonly action: Action;
  readonly label: string;
  readonly primary: boolean;
  /** Where its button stands; undefined: in the row. 'more': shown on demand. 'icon': small, at the row's end. */
  readonly place?: 'more' | 'icon';
  /** It is what the user has said; undefined: not, or it is nothing to say. */
  readonly chosen?: boolean;
}

/** Extension → webview. */
export type ToPanel =
  | { readonly kind: 'view'; readonly view: PanelView }
  /** More text of a working turn, so that streaming does not repaint everything. */
  | { readonly kind: 'append'; readonly turn: string; readonly text: string }
  /** How long a working turn has waited, and for what; empty: nothing to say. Not announced. */
  | { readonly kind: 'waiting'; readonly turn: string; readonly text: string }
  /** Something to tell who hears the page: code was inserted. */
  | { readonly kind: 'say'; readonly text: string }
  /** What may be added by a name that begins like this; `typed` is what was asked. */
  | { readonly kind: 'suggestions'; readonly typed: string; readonly found: readonly SuggestionView[] };

/** Webview → extension. */
export type FromPanel =
  | { readonly kind: 'ready' }
  | { readonly kind: 'action'; readonly action: Action; readonly turn: string }
  | { readonly kind: 'followUp'; readonly text: string }
  /** `block` counts the code blocks of the turn's text from 0. The webview never sends text to insert. */
  | { readonly kind: 'code'; readonly use: 'copy' | 'insert'; readonly turn: string; readonly block: number }
  | { readonly kind: 'link'; readonly url: string }
  /** Go to the line of a fact; `fact` counts those of the turn from 0. */
  | { readonly kind: 'fact'; readonly turn: string; readonly fact: number }
  /** A name is being typed behind '#'. */
  | { readonly kind: 'suggest'; readonly typed: string }
  /** Add what has this name; '': let the user pick. */
  | { readonly kind: 'add'; readonly name: string }
  | { readonly kind: 'removeAdded'; readonly id: string };
