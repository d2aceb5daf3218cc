/** How long something is listened for, ms. */
export interface ListeningTimes {
  /** Altogether, at most. */
  readonly longestMs: number;
  /** After what was heard last. */
  readonly quietMs: number;
}

/** Calls back at each event, until what it returns is called. */
export type Listen = (heard: () => void) => () => void;

/**
 * Resolves once nothing more has been heard for a while, or after the longest time: with false when nothing was heard at all, so that
 * what is known is still what was known before.
 */
export function untilQuiet(listen: Listen, { longestMs, quietMs }: ListeningTimes): Promise<boolean> {
  return new Promise(resolve => {
    let quiet: NodeJS.Timeout | undefined;
    const done = (): void => {
      stop();
      clearTimeout(quiet);
      clearTimeout(longest);
      resolve(quiet !== undefined);
    };
    const longest = setTimeout(done, longestMs);
    const stop = listen(() => {
      clearTimeout(quiet);
      quiet = setTimeout(done, quietMs);
    });
  });
}

/** Is a document among these? By its whole address: a diff's own side of it has another scheme. */
export const isAmong = (uri: Address, uris: readonly Address[]): boolean =>
  uris.some(each => each.toString() === uri.toString());

interface Address {
  toString(): string;
}
