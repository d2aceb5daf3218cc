/** One thing that may be picked from a list. */
export interface Choice<T> {
  readonly label: string;
  /** Stands beside the label, paler. */
  readonly description?: string;
  /** Stands below both, in a line of its own: in a narrow window what is beside a label is cut off. */
  readonly detail?: string;
  /** Where several may be picked: is it ticked from the beginning? Default: when it stands alone. */
  readonly isPicked?: boolean;
  readonly value: T;
}

/** A list of which several may be picked. */
export interface ListOfMany {
  /** Says what follows from it. */
  readonly hint: string;
  /** It stays while the user looks at something else. Default: it closes, as nothing was picked. */
  readonly staysOpen?: boolean;
}

/** A text that the user is asked to type. */
export interface Typing {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  /** What stands there already. */
  readonly value?: string;
  /** Never shown while it is typed. */
  readonly isSecret?: boolean;
  /** Says what is wrong with the text, or undefined. */
  readonly check: (text: string) => string | undefined;
}

/** Something that only the user may decide. */
export interface Confirmation {
  readonly question: string;
  /** What follows from a yes. */
  readonly detail: string;
  /** The button that says yes. Closing the box in any other way says no. */
  readonly yes: string;
}

/** A message with buttons, which stays until it is closed. */
export interface Offer {
  readonly kind: 'information' | 'warning';
  readonly message: string;
  readonly buttons: readonly string[];
}

/** Asks the user in a box that must be answered before anything else. */
export type Confirm = (confirmation: Confirmation) => Promise<boolean>;

/**
 * The person in front of the editor, as far as commands speak with them; tests script one. Whatever is asked, undefined
 * means that they turned away.
 */
export interface User {
  pick<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined>;
  pickSeveral<T>(title: string, choices: readonly Choice<T>[], list?: ListOfMany): Promise<readonly T[] | undefined>;
  type(typing: Typing): Promise<string | undefined>;
  readonly confirm: Confirm;
  tell(message: string): void;
  warn(message: string): void;
  /** Resolves with the button that was pressed. */
  offer(offer: Offer): Promise<string | undefined>;
  /** Shows that something goes on, with a way to cancel: the signal then aborts with a Failure 'cancelled'. `tell` says how far it is. */
  wait<T>(title: string, work: (signal: AbortSignal, tell: (words: string) => void) => Promise<T>): Promise<T>;
}
