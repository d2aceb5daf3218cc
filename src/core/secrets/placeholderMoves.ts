import type { Steps } from '../shared/steps.ts';
import { placeFinder, type NamedPlace } from './placeFinder.ts';

/** A secret stands in another place than before; lines count from 1. Without `before` it stands once more than it did. */
export interface PlaceholderMove {
  readonly before?: number;
  readonly after: number;
}

/**
 * Which placeholders have been moved: as a constant, a parameter or in a call a secret may go where nobody meant it to, and
 * two that have changed places look like before. One whose name is new, because the old one is gone, has not moved. Throws
 * when nothing was found and not all could be followed.
 */
export function* placeholderMoves(
  names: readonly string[],
  { before, after }: CodeVersions,
): Steps<readonly PlaceholderMove[]> {
  const placesIn = placeFinder(names);
  const [old, now] = [yield* slotsIn(before, placesIn(before)), yield* slotsIn(after, placesIn(after))];
  const wordsBefore = wordsOf(before);
  yield;
  const words = { before: wordsBefore, after: wordsOf(after) };
  yield;
  const moves: PlaceholderMove[] = [];
  let isCut = false;
  for (const [name, slots] of now) {
    const left = old.get(name) ?? [];
    moves.push(...(yield* movesOf(left.slice(0, mostSlots), slots.slice(0, mostSlots), words)));
    isCut ||= Math.max(left.length, slots.length) > mostSlots;
    yield;
  }
  if (moves.length === 0 && isCut) throw new Error('too many places of a secret to follow');
  return moves;
}

/** The code that was sent and the code that was answered, both with placeholders. */
export interface CodeVersions {
  readonly before: string;
  readonly after: string;
}

/** The words of both versions. */
interface Words {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

function* movesOf(old: readonly Slot[], now: readonly Slot[], words: Words): Steps<readonly PlaceholderMove[]> {
  const left = [...old];
  const unmatched: Slot[] = [];
  for (const slot of now) {
    const at = left.findIndex(each => isSame(each, slot, words));
    if (at >= 0) left.splice(at, 1);
    else unmatched.push(slot);
    yield;
  }
  const moves: PlaceholderMove[] = [];
  for (const slot of unmatched) {
    const renamed = left.findIndex(each => isRenamed(each, slot, words));
    const [from] = left.splice(Math.max(0, renamed), 1);
    if (renamed < 0) moves.push({ ...(from && { before: from.line }), after: slot.line });
    yield;
  }
  return moves;
}

/** Where a placeholder stands: what it is called there, or what it is given to. */
interface Slot {
  readonly line: number;
  readonly kind: 'name' | 'call';
  readonly words: readonly string[];
  /** Whose it is: the objects before its name, or what the object or the brackets around it are given to. */
  readonly owners: readonly string[];
  /** How many other placeholders stand before it in the same brackets. */
  readonly ordinal: number;
  /** Its line without blanks. */
  readonly written: string;
}

const isSame = (a: Slot, b: Slot, words: Words): boolean =>
  (a.written === b.written || isNamedAlike(a, b)) && isOwnedAlike(a, b, words);

const isNamedAlike = (a: Slot, b: Slot): boolean =>
  a.kind === b.kind &&
  a.ordinal === b.ordinal &&
  (a.words.some(word => b.words.includes(word)) || (a.words.length === 0 && b.words.length === 0));

/** Nobody has it now who did not, unless the owner that it had is only called otherwise. */
const isOwnedAlike = (a: Slot, b: Slot, words: Words): boolean =>
  b.owners.every(owner => a.owners.includes(owner) || a.words.includes(owner)) ||
  (b.owners.some(owner => !words.before.has(owner)) &&
    a.owners.length > 0 &&
    a.owners.every(owner => !words.after.has(owner)));

/** The name is gone that it had, and the one that it has was not there: the same thing is called otherwise. */
const isRenamed = (a: Slot, b: Slot, words: Words): boolean =>
  a.kind === b.kind &&
  a.ordinal === b.ordinal &&
  a.words.length > 0 &&
  b.words.some(word => !words.before.has(word)) &&
  a.words.some(word => !words.after.has(word));

/** Where each placeholder stands. */
function* slotsIn(code: string, places: readonly NamedPlace[]): Steps<ReadonlyMap<string, readonly Slot[]>> {
  const found = new Map<string, Slot[]>();
  let line = 1;
  let from = 0;
  for (const { name, start } of places) {
    line += code.slice(from, start).split('\n').length - 1;
    from = start;
    const slots = found.get(name);
    if (slots === undefined) found.set(name, [slotAt(code, start, line)]);
    else if (slots.length <= mostSlots) slots.push(slotAt(code, start, line));
    yield;
  }
  return found;
}

/** One placeholder is followed to so many places: each is compared with each. */
const mostSlots = 200;
/** What stands before a placeholder is read so far, characters. */
const longestLookBack = 1_000;

function slotAt(code: string, at: number, line: number): Slot {
  const lineStart = code.lastIndexOf('\n', at - 1) + 1;
  const [line_ = ''] = code.slice(Math.max(lineStart, at - longestLookBack), at + longestLookBack).split('\n');
  const written = line_.slice(-2 * longestLookBack).replace(/[\s"'`,;]+/g, '');
  const before = code.slice(Math.max(0, at - longestLookBack), at);
  const { piece, opened } = surroundedBy(before);
  const ordinal = opened.inside.split('SECRET_').length;
  const own = /[=:]/.test(piece) ? wordsIn(piece) : [];
  const owners = own.length > 0 ? ownersOf(piece, opened) : [];
  if (own.length > 0) return { line, kind: 'name', words: own, owners, ordinal: 0, written };
  if (opened.bracket === '(')
    return { line, kind: 'call', words: wordsIn(opened.head).slice(-1), owners, ordinal, written };
  return { line, kind: 'name', words: wordsIn(opened.head), owners, ordinal, written };
}

/** A brace behind one of these begins a value; behind others it begins a block, which owns nothing. */
const beginsValue = /(?:[=(,:[?&|]|\breturn)\s*$/;

function ownersOf(piece: string, { bracket, head }: SurroundingPiece['opened']): readonly string[] {
  const before = [
    ...piece.slice(0, 200).matchAll(/(?<![\p{L}\p{N}_$])([\p{L}_$][\p{L}\p{N}_$]{0,99})\s{0,9}(?:\.|->|::|\[)/gu),
  ].map(([, word = '']) => word);
  const isValue = bracket === '(' || (bracket !== '' && beginsValue.test(head));
  return [...before, ...(isValue ? wordsIn(head).slice(-1) : [])].filter(word => !keywords.has(word.toLowerCase()));
}

interface SurroundingPiece {
  /** What stands before the placeholder, from the last separator on. */
  readonly piece: string;
  readonly opened: {
    /** The bracket that is open there; '' when there is none. */
    readonly bracket: string;
    /** What stands before the bracket, in its line. */
    readonly head: string;
    /** What stands in the bracket, up to the placeholder. */
    readonly inside: string;
  };
}

/** What a character is between a placeholder and what it stands in, by its code. */
const [passedOver, separator, opening, closing] = [0, 1, 2, 3];
const kinds = new Uint8Array(128);
for (const character of ',;\n') kinds[character.charCodeAt(0)] = separator;
for (const character of '([{') kinds[character.charCodeAt(0)] = opening;
for (const character of ')]}') kinds[character.charCodeAt(0)] = closing;

/** What a place stands in, by what stands before it. */
export function surroundedBy(before: string): SurroundingPiece {
  let depth = 0;
  let pieceAt: number | undefined;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const kind = kinds[before.charCodeAt(at)] ?? passedOver;
    if (kind === passedOver) continue;
    if (kind === closing) depth += 1;
    else if (depth === 0) pieceAt ??= at + 1;
    if (kind !== opening || (depth -= 1) >= 0) continue;
    const head = before.slice(before.lastIndexOf('\n', at) + 1, at);
    return { piece: before.slice(pieceAt), opened: { bracket: before.charAt(at), head, inside: before.slice(at + 1) } };
  }
  const piece = before.slice(pieceAt ?? 0);
  const above = before.slice(0, pieceAt ?? 0).trimEnd();
  return { piece, opened: { bracket: '', head: above.slice(above.lastIndexOf('\n') + 1), inside: '' } };
}

const keywords = new Set(
  'const let var val final static readonly public private protected export default return new await async def function fn string str int type as in of if self this'.split(
    ' ',
  ),
);

const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*(?:-[\p{L}\p{N}_$]+)*/gu)]
    .map(([word]) => word)
    .filter(word => !keywords.has(word.toLowerCase()) && !word.startsWith('SECRET_'));

const wordsOf = (text: string): ReadonlySet<string> => new Set(wordsIn(text));
