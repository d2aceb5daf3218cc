import type { Placeholders } from './placeholders.ts';
import { atOnce, type Steps } from '../shared/steps.ts';
import { addressesIn, hostsIn, networkCallsIn, statementsIn, withoutComments, type Statement } from './addresses.ts';
import { stretchesOf } from './stretches.ts';

/** What a question sent, with its secrets masked. */
export interface SentTexts {
  readonly texts: readonly string[];
  /** The code that is asked about and what the user typed: only what is named there may be given more secrets than it had. */
  readonly own: readonly string[];
  /** Is code asked for? Then an answer without a fence is code, too. */
  readonly isCode: boolean;
}

/** A text whose secrets are back. */
export interface Restored {
  readonly text: string;
  /** How many placeholders were left, because they stand in an address or a call over the network where they did not stand. */
  readonly left: number;
}

/**
 * Puts secrets back where an answer names them, but for the places from which they would travel: addresses, links and calls
 * over the network that they did not stand in before. A hostile text in the code may have asked the model for those.
 */
export class Restorer {
  readonly #placeholders: Placeholders;
  readonly #own: { readonly hosts: ReadonlySet<string>; readonly calls: ReadonlySet<string> };
  readonly #texts: readonly string[];
  readonly #isCode: boolean;
  #before: ReadonlyMap<string, Standing> | undefined;

  constructor(placeholders: Placeholders, { texts, own, isCode }: SentTexts) {
    this.#isCode = isCode;
    this.#placeholders = placeholders;
    this.#texts = texts;
    const text = own.join('\n');
    this.#own = { hosts: hostsIn(text), calls: networkCallsIn(text) };
  }

  /** What of the text stands behind `from`, restored; what stands before it is only looked at. */
  restore(text: string, from = 0): Restored {
    return atOnce(this.restoring(text, from));
  }

  /** The same, in steps. */
  *restoring(text: string, from = 0): Steps<Restored> {
    const places = this.#placeholders.placesIn(text).filter(({ start }) => start >= from);
    if (places.length === 0) return { text: text.slice(from), left: 0 };
    const closed = new Sweep(yield* this.#closedIn(text));
    const standing = yield* this.#standing();
    let restored = '';
    let left = 0;
    let done = from;
    for (const { start, end } of places) {
      const placeholder = text.slice(start, end);
      const isClosed = closed.at(start).some(({ closes }) => closes(placeholder, standing));
      if (isClosed) left += 1;
      restored += text.slice(done, start) + (isClosed ? placeholder : this.#placeholders.secretOf(placeholder));
      done = end;
      yield;
    }
    return { text: restored + text.slice(done), left };
  }

  /** The stretches of a text from which a secret would travel. */
  *#closedIn(text: string): Steps<readonly Closed[]> {
    const found: Closed[] = linksIn(text).map(link => ({ ...link, closes: () => true }));
    yield;
    for (const { start, end, isCode } of stretchesOf(text, this.#isCode)) {
      const part = text.slice(start, end);
      const statements = yield* isCode ? statementsIn(part) : addressesIn(part);
      for (const statement of statements)
        found.push({
          start: statement.start + start,
          end: statement.end + start,
          closes: (placeholder, standing) => !this.#isKnown(statement, standing.get(placeholder)),
        });
    }
    return found;
  }

  /** Did this secret stand with such addresses and calls before, or does the code itself speak of them? */
  #isKnown({ hosts, calls }: Statement, before: Standing | undefined): boolean {
    const isOfCode = hosts.every(host => this.#own.hosts.has(host) || before?.hosts.has(host) === true);
    if (!isOfCode) return false;
    return calls.every(call => this.#own.calls.has(call)) || before?.callsOut === true;
  }

  /** With which addresses and calls each placeholder stood in what was sent. */
  *#standing(): Steps<ReadonlyMap<string, Standing>> {
    return (this.#before ??= yield* standingIn(this.#texts, this.#placeholders));
  }
}

/** Where a secret stood in what was sent. */
interface Standing {
  /** The addresses that stood with it. */
  readonly hosts: Set<string>;
  /** Did a call over the network? */
  callsOut: boolean;
}

function* standingIn(texts: readonly string[], placeholders: Placeholders): Steps<ReadonlyMap<string, Standing>> {
  const found = new Map<string, Standing>();
  for (const text of texts.map(withoutComments)) {
    const places = placeholders.placesIn(text);
    const around = new Sweep(places.length > 0 ? yield* statementsIn(text) : []);
    for (const { start, end } of places) {
      for (const { hosts, calls } of around.at(start).filter(statement => statement.end >= end)) {
        const placeholder = text.slice(start, end);
        const standing = found.get(placeholder) ?? { hosts: new Set(), callsOut: false };
        for (const host of hosts) standing.hosts.add(host);
        standing.callsOut ||= calls.length > 0;
        found.set(placeholder, standing);
      }
      yield;
    }
  }
  return found;
}

/** A stretch of a text, and whether a placeholder in it stays. */
interface Closed {
  readonly start: number;
  readonly end: number;
  readonly closes: (placeholder: string, standing: ReadonlyMap<string, Standing>) => boolean;
}

/** Which stretches hold a place, asked from the beginning of a text to its end: each stretch is looked at once. */
class Sweep<T extends Pick<Statement, 'start' | 'end'>> {
  readonly #stretches: readonly T[];
  #next = 0;
  #around: readonly T[] = [];

  constructor(stretches: readonly T[]) {
    this.#stretches = stretches.toSorted((a, b) => a.start - b.start);
  }

  at(place: number): readonly T[] {
    const begun = this.#next;
    while ((this.#stretches[this.#next]?.start ?? Infinity) <= place) this.#next += 1;
    this.#around = [...this.#around, ...this.#stretches.slice(begun, this.#next)].filter(({ end }) => end > place);
    return this.#around;
  }
}

/** Where links of Markdown lead to, also with signs written as entities: no secret belongs there, wherever it was. */
const link =
  /(?:\]\(|^ {0,3}\[[^\]\n]{1,300}\]:)\s{0,3}<?(?=[a-z][a-z0-9+.-]{0,20}:|\/|www\.|SECRET_\w{1,20}[.:/@]|[^\s)&]{0,30}&[#a-z])[^)\n]{0,2000}/gim;

const linksIn = (text: string): readonly Pick<Statement, 'start' | 'end'>[] =>
  [...text.matchAll(link)].map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }));
