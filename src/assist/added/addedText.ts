/** What the user has added to a question, as it may be sent. */
export interface AddedText {
  /** What it is, for the model: 'file src/tax.ts', 'staged changes'. */
  readonly title: string;
  /** VS Code's language id; 'diff', 'text'. */
  readonly language: string;
  readonly text: string;
}

/** A longer text is cut, and says so, characters: about 15 000 tokens. */
export const longestAdded = 60_000;
