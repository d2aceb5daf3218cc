/** A line of the views Models and Usage, with the lines below it. */
export interface ViewLine {
  /** The same line keeps it, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  /** Stands beside the label, paler. */
  readonly description?: string;
  /** Name of a codicon. */
  readonly icon?: string;
  /** What can be done with it, for the menus of the manifest: 'target closed'. */
  readonly context?: string;
  readonly lines?: readonly ViewLine[];
  /** Are the lines below shown from the beginning? Default: no. */
  readonly isOpen?: boolean;
}

const detailIcons = {
  times: 'clock',
  attempts: 'arrow-swap',
  failures: 'warning',
  spent: 'graph',
  failure: 'error',
  questions: 'comment',
  fallbacks: 'arrow-swap',
  hits: 'database',
  doubtful: 'question',
  saved: 'star',
} as const;

/** A line below another one: what is told, and how it is. */
export const detailLine = (
  parent: string,
  name: keyof typeof detailIcons,
  [label, description]: readonly [label: string, description: string],
): ViewLine => ({ id: `${parent} ${name}`, label, description, icon: detailIcons[name] });
