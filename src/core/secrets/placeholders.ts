import { fingerprint } from '../model/fingerprint.ts';
import type { ExpectedPlaceholders, SecretHolder } from '../model/purpose.ts';
import type { KnownSecret } from '../model/knownSecret.ts';
import type { Steps } from '../shared/steps.ts';
import { holdersIn } from './secretHolders.ts';
import { joinedPlaces, piecesOfKnown, placesOfKnown, type Place } from './knownSecrets.ts';
import type { Finding } from './secretScan.ts';

/** A text and what a scan found in it. */
export interface Scanned {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** What stands for the secrets of these texts; `known`: what was found in a whole document of which the texts are pieces. */
export function* placeholdersFor(scanned: readonly Scanned[], known: readonly KnownSecret[] = []): Steps<Placeholders> {
  const sought = [...new Set([...scanned.flatMap(secretsIn).filter(isWorthSeeking), ...piecesOfKnown(known)])];
  const cut: CutText[] = [];
  for (const { text, findings } of scanned) {
    const places = [...findings, ...(yield* placesOf(sought, text)), ...placesOfKnown(known, text)];
    yield;
    cut.push({ text, ...cutOut(text, places) });
  }
  return new Placeholders(cut);
}

/**
 * Secrets and what stands for them: `SECRET_1_x7f3a9ck`, an identifier in every language. The same secret has the same
 * placeholder in every text. The mark at its end occurs nowhere in the texts and is made from what is left of them without
 * the secrets: equal questions are masked equally, else no answer to a masked question could be remembered or shared.
 */
export class Placeholders {
  readonly #secrets = new Map<string, string>();
  readonly #masked = new Map<string, string>();
  readonly #mark: string;
  readonly #placeholder: RegExp;

  constructor(cut: readonly CutText[]) {
    this.#mark = unusedMark(cut.map(({ text }) => text).join('\0'), JSON.stringify(cut.map(({ rest }) => rest)));
    this.#placeholder = new RegExp(`SECRET_\\d+_${this.#mark}`, 'g');
    const placeholders = new Map<string, string>();
    for (const secret of new Set(cut.flatMap(({ secrets }) => secrets))) {
      placeholders.set(secret, `SECRET_${placeholders.size + 1}_${this.#mark}`);
    }
    for (const [secret, placeholder] of placeholders) this.#secrets.set(placeholder, secret);
    for (const { text, rest, secrets } of cut) {
      const between = secrets.map(secret => placeholders.get(secret) ?? '');
      this.#masked.set(text, interleave(rest, between));
    }
  }

  /** How many different secrets there are. */
  get count(): number {
    return this.#secrets.size;
  }

  /** One of the scanned texts with its secrets replaced. */
  mask(text: string): string {
    return this.#masked.get(text) ?? text;
  }

  /** Where placeholders stand in a text, in order. */
  placesIn(text: string): readonly Place[] {
    if (!text.includes(this.#mark)) return [];
    return [...text.matchAll(this.#placeholder)]
      .filter(([placeholder]) => this.#secrets.has(placeholder))
      .map(({ index, 0: placeholder }) => ({ start: index, end: index + placeholder.length }));
  }

  /** What a placeholder stands for; itself when it stands for nothing. */
  secretOf(placeholder: string): string {
    return this.#secrets.get(placeholder) ?? placeholder;
  }

  /** How many of the last characters of a text may be the beginning of a placeholder that is still being written. */
  beginningAtEndOf(text: string): number {
    const start = text.lastIndexOf('S'); // it stands nowhere else in a placeholder
    if (start < 0) return 0;
    const end = text.slice(start);
    const isBeginning = (placeholder: string) => placeholder.length > end.length && placeholder.startsWith(end);
    return [...this.#secrets.keys()].some(isBeginning) ? end.length : 0;
  }

  /** Those that stand in one of these texts: what a model that reads them must give back. */
  *expectedFrom(sent: readonly string[]): Steps<ExpectedPlaceholders> {
    const found = new Set(sent.flatMap(text => this.placesIn(text).map(({ start, end }) => text.slice(start, end))));
    yield;
    const names = [...this.#secrets.keys()].filter(one => found.has(one));
    const holders: SecretHolder[] = [];
    for (const text of sent) holders.push(...(yield* holdersIn(names, text)).holders);
    return { names, mark: this.#mark, holders };
  }
}

/** A text, its secrets, and the pieces before, between and after them. */
export interface CutText {
  readonly text: string;
  readonly secrets: readonly string[];
  readonly rest: readonly string[];
}

const secretsIn = ({ text, findings }: Scanned): string[] => findings.map(({ start, end }) => text.slice(start, end));

// a secret found by its surroundings is masked where it stands without them, too; a short word only where it was found
const isWorthSeeking = (secret: string): boolean =>
  secret.length >= 16 || (secret.length >= 8 && /\d/.test(secret) && /[a-z]/i.test(secret));

function* placesOf(secrets: readonly string[], text: string): Steps<readonly Place[]> {
  const places: Place[] = [];
  for (const secret of secrets) {
    for (let start = text.indexOf(secret); start >= 0; start = text.indexOf(secret, start + secret.length))
      places.push({ start, end: start + secret.length });
    yield;
  }
  return places;
}

/** Cuts a text at these places, overlapping ones as one: the secrets, and the pieces before, between and after them. */
function cutOut(text: string, places: readonly Place[]): Omit<CutText, 'text'> {
  const secrets: string[] = [];
  const rest: string[] = [];
  let from = 0;
  for (const { start, end } of joinedPlaces(places)) {
    rest.push(text.slice(from, start));
    secrets.push(text.slice(start, end));
    from = end;
  }
  return { secrets, rest: [...rest, text.slice(from)] };
}

const interleave = (pieces: readonly string[], between: readonly string[]): string =>
  pieces.map((piece, at) => piece + (between[at] ?? '')).join('');

function unusedMark(texts: string, rest: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const mark = `x${fingerprint(`${attempt} ${rest}`)}`;
    if (!texts.toLowerCase().includes(mark)) return mark;
  }
}
