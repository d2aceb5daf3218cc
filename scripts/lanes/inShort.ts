/** Something that failed. */
export interface WhatFailed {
  /** The title of the test or hook. */
  readonly name: string;
  /** Its file or scene; empty: not known. */
  readonly place: string;
  readonly error: unknown;
}

const mostCharacters = 200;

/** One line for what failed: its name, its place and the first words of its error. */
export function inShort({ name, place, error }: WhatFailed): string {
  const message = error instanceof Error ? error.message : String(error);
  const reason = message.slice(0, mostCharacters).replaceAll(/\s+/g, ' ').trim();
  const words = [name, ...(place === '' ? [] : [`(${place})`])].join(' ');
  return cut(reason === '' ? words : `${words}: ${reason}`);
}

const cut = (line: string): string => (line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line);
