import type { SecretLine } from '../model/knownSecret.ts';
import { remembering } from '../shared/remembering.ts';
import type { Steps } from '../shared/steps.ts';

/** A shorter rest of a line tells nothing, characters. */
const shortestRest = 12;
/** Shorter lines are not cut, characters. */
const longLine = 120;

/** The lines that are left of a document, without the blanks around them; each line of the document is looked for once. */
export class LeftLines {
  readonly #lines: ReadonlySet<string>;
  /** Those that may be the rest of another, by how they begin and how they end. */
  readonly #byStart = new Map<string, string[]>();
  readonly #byEnd = new Map<string, string[]>();
  readonly #trimmed = trimmer();
  readonly #restsIn = remembering((text: string) => this.#lookFor(text));

  private constructor(lines: ReadonlySet<string>) {
    this.#lines = lines;
    for (const line of lines) {
      if (line.length < shortestRest) continue;
      add(this.#byStart, line.slice(0, shortestRest), line);
      add(this.#byEnd, line.slice(-shortestRest), line);
    }
  }

  static *of(texts: readonly string[]): Steps<LeftLines> {
    const lines = new Set<string>();
    for (const text of texts)
      for (let at = 0; at <= text.length;) {
        const end = text.indexOf('\n', at);
        lines.add(text.slice(at, end < 0 ? text.length : end).trim());
        at = end < 0 ? Infinity : end + 1;
        yield;
      }
    return new LeftLines(lines);
  }

  holds(text: string): boolean {
    return this.#lines.has(this.#trimmed(text).line);
  }

  /** What is left of a long line that was cut, and where the secret stands in that. */
  restsOf({ text, start, end }: SecretLine): readonly SecretLine[] {
    return this.#restsIn(text).flatMap(({ rest, from }) => {
      const place = { start: Math.max(0, start - from), end: Math.min(rest.length, end - from) };
      return place.end > place.start ? [{ text: rest, ...place }] : [];
    });
  }

  #lookFor(text: string): readonly Rest[] {
    if (text.length < longLine) return [];
    const { line, head } = this.#trimmed(text);
    const isRest = (rest: string): boolean => rest.length < line.length;
    const ends = (this.#byEnd.get(line.slice(-shortestRest)) ?? []).filter(rest => isRest(rest) && line.endsWith(rest));
    const starts = (this.#byStart.get(line.slice(0, shortestRest)) ?? []).filter(
      rest => isRest(rest) && line.startsWith(rest) && !line.endsWith(rest),
    );
    return [
      ...ends.map(rest => ({ rest, from: head + line.length - rest.length })),
      ...starts.map(rest => ({ rest, from: head })),
    ];
  }
}

/** What is left of a line, and where it begins in that. */
interface Rest {
  readonly rest: string;
  readonly from: number;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const others = map.get(key);
  if (others) others.push(value);
  else map.set(key, [value]);
}

/** A line without the blanks around it, and how many stood before it; many secrets may stand in one long line. */
export const trimmer = () =>
  remembering((text: string) => ({ line: text.trim(), head: text.length - text.trimStart().length }));
