/** What something added is, for the model. */
export const addedTitles = {
  file: (name: string): string => `file ${name}`,
  lines: (name: string, first: number, last: number): string => `lines ${first}-${last} of ${name}`,
  folder: (name: string): string => `names of the files in ${name}`,
  problems: 'problems that the editor reports',
  changes: (which: 'staged' | 'working'): string => `${which} changes`,
  terminal: 'what the user selected in a terminal',
} as const;

/** What stands in place of what was cut. */
export const moreLines = (count: number): string => `… (${count} more lines)`;
