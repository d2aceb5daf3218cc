import { maskTexts } from '../../core/secrets/maskTexts.ts';
import { inSteps, type Pace, type Steps } from '../../core/shared/steps.ts';
import { placeHider, type Places } from './placeHider.ts';

/** What must not leave this machine with a bundle. */
export interface Hiding {
  /** The API keys that are kept here: servers repeat them in odd places. */
  readonly keys: readonly string[];
  readonly places: Places;
  /** Masks what looks like a secret. Rejects when it cannot look. */
  readonly mask: (text: string) => Promise<string>;
  /** How others get their turns beside it. */
  readonly pace: Pace;
}

/** Takes keys, secrets and places out. Both reject when secrets cannot be looked for. */
export interface Hider {
  readonly text: (text: string) => Promise<string>;
  /**
   * The same for data: each of its texts, and each name of a field, by itself, so that it stays data (coollabsio/coolify#11066,
   * TokenRhythm/opensquilla#1711). Texts that stand in it many times are looked at once.
   */
  readonly data: (data: unknown) => Promise<unknown>;
}

/** A shorter one would be found in words. No provider has such keys. */
const shortestKey = 6;
/** Lines that are looked through in one go: neither a key nor a path goes over a line end. */
const linesAtOnce = 100;

/** Keys in all their spellings and patterns of places are made once, however many texts there are. */
export function hiderOf({ keys, places, mask, pace }: Hiding): Hider {
  const spellings = spellingsOf(keys);
  const hidePlaces = placeHider(places);
  const hideKeys = (text: string): string =>
    spellings.reduce((hidden, spelling) => hidden.replaceAll(spelling, '<key>'), text);
  const inLines = async (text: string, change: (text: string) => string): Promise<string> => {
    const lines = text.split('\n');
    const pieces = Array.from({ length: Math.ceil(lines.length / linesAtOnce) }, (_, at) =>
      lines.slice(at * linesAtOnce, (at + 1) * linesAtOnce).join('\n'),
    );
    return (await inSteps(each(pieces, change), pace)).join('\n');
  };
  return {
    text: async text => inLines(await mask(await inLines(text, hideKeys)), hidePlaces),
    data: async data => {
      const found = new Set<string>();
      await inSteps(
        visit(data, text => (found.add(text), text)),
        pace,
      );
      const texts = [...found];
      const masked = await maskTexts(await inSteps(each(texts, hideKeys), pace), mask);
      const hidden = await inSteps(each(masked, hidePlaces), pace);
      const changes = new Map(texts.map((text, at) => [text, hidden[at] ?? '']));
      return inSteps(
        visit(data, text => changes.get(text) ?? ''),
        pace,
      );
    },
  };
}

/** As it stands, as an address has it, and as base64, the longest first: one may begin as another does. */
function spellingsOf(keys: readonly string[]): readonly string[] {
  const all = keys
    .filter(({ length }) => length >= shortestKey)
    .flatMap(key => [key, encodeURIComponent(key.toWellFormed()), btoa(bytesOf(key))]);
  return [...new Set(all)].toSorted((one, other) => other.length - one.length);
}

/** `btoa` takes bytes only. */
const bytesOf = (key: string): string => String.fromCharCode(...new TextEncoder().encode(key));

function* each(texts: readonly string[], change: (text: string) => string): Steps<string[]> {
  const changed: string[] = [];
  for (const text of texts) {
    changed.push(change(text));
    yield;
  }
  return changed;
}

/** Plain data with all its texts changed, names of fields too. */
function* visit(value: unknown, change: (text: string) => string): Steps<unknown> {
  yield;
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const isList = Array.isArray(value);
  const changed: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value))
    changed.push([isList ? name : change(name), yield* visit(inner, change)]);
  return isList ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}
