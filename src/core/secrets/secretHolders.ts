import type { SecretHolder } from '../model/purpose.ts';
import type { Steps } from '../shared/steps.ts';
import { placeFinder } from './placeFinder.ts';
import { surroundedBy } from './placeholderMoves.ts';
import { isMeant, spokenIn, spokenNames, type SpokenName } from './spokenHolders.ts';

/** What stands before a placeholder is read so far, characters. */
const longestLookBack = 400;

/** So many copies are looked at; in code that people write there are some dozens. */
const mostLooks = 200_000;
const longestStatement = 300;

/** Those who hold secrets. */
export interface Holders {
  readonly holders: readonly SecretHolder[];
  /** There were too many copies to follow them all. */
  readonly isCut: boolean;
}

/** To which variables and keys these placeholders are assigned, at once or by way of others. */
export function* holdersIn(names: readonly string[], code: string): Steps<Holders> {
  const assigned = yield* assignedIn(names, code);
  const { holders, isCut } = yield* copiesOf(assigned, code);
  return { holders: [...assigned, ...holders], isCut };
}

/** Variables and keys that are assigned what others hold, as it is or joined to a text; of calls nothing is known. */
export function* copiesOf(holders: readonly SecretHolder[], code: string): Steps<Holders> {
  if (holders.length === 0) return { holders, isCut: false };
  const statements = yield* copiesByWord(code);
  const known = new Set(holders.map(identity));
  const copies: SecretHolder[] = [];
  const open = [...holders];
  let looks = 0;
  for (let holder = open.pop(); holder; holder = open.pop()) {
    for (const statement of statements.get(holder.word) ?? []) {
      if ((looks += 1) > mostLooks) return { holders: copies, isCut: true };
      const copy = { ...statement.to, placeholder: holder.placeholder };
      if (known.has(identity(copy)) || !speaksOf(statement, holder)) continue;
      known.add(identity(copy));
      copies.push(copy);
      open.push(copy);
    }
    yield;
  }
  return { holders: copies, isCut: false };
}

const identity = ({ placeholder, word, isKey }: SecretHolder): string => `${placeholder} ${word} ${isKey}`;

/** What is given on, and to whom. */
interface Copy {
  readonly spoken: string;
  readonly to: Omit<SecretHolder, 'placeholder'>;
  /** The names in it, once they have been looked for: many holders may be called alike. */
  names?: readonly SpokenName[];
}

function speaksOf(copy: Copy, holder: SecretHolder): boolean {
  copy.names ??= spokenNames(copy.spoken, () => true);
  return copy.names.some(each => each.name === holder.word && isMeant(each, holder));
}

/** Assignments without a call, a choice or a comparison, by each word of what is assigned. */
function* copiesByWord(code: string): Steps<ReadonlyMap<string, readonly Copy[]>> {
  const found = new Map<string, Copy[]>();
  for (const statement of code.split(/[\n;]/)) {
    if (statement.length > longestStatement) continue;
    for (const copy of copiesIn(statement))
      for (const word of new Set(copy.spoken.match(words) ?? [])) {
        const others = found.get(word);
        if (others) others.push(copy);
        else found.set(word, [copy]);
      }
    yield;
  }
  return found;
}

const words = /[\p{L}_][\p{L}\p{N}_]*/gu;
const assignment = /(?<![=!<>~])=(?![=>~])/;
const typeBefore = /(?<!:):(?!:)[^:=]{0,60}$/;
const takenApart = /\{([^{}]{1,200})\}\s{0,9}=(?![=>~])/;

function copiesIn(statement: string): readonly Copy[] {
  const fields = takenApart.exec(statement)?.[1];
  if (fields !== undefined) return fields.split(',').flatMap(fieldOf);
  const at = statement.search(assignment);
  if (at < 0) return [];
  const [left, right] = [statement.slice(0, at).replace(/[:+?.|&]\s{0,2}$/, ''), statement.slice(at + 1)];
  const spoken = spokenIn(right);
  if (/[(<>[]|(?<!\?)\?(?![?.])|==/.test(spoken)) return [];
  const [, point = '', word] = wordBefore.exec(left.replace(typeBefore, '')) ?? [];
  return word === undefined ? [] : [{ spoken, to: { word, isKey: point !== '' } }];
}

/** `const { key, key: other } = …`: what was a field is a variable. */
function fieldOf(field: string): readonly Copy[] {
  const [name = '', other = name] = field.split('=', 1).join().split(':', 2);
  return /^\s*[\p{L}_]/u.test(name) ? [{ spoken: `.${name.trim()}`, to: { word: other.trim(), isKey: false } }] : [];
}

/** To which variables and keys these placeholders are assigned as they are. */
export function* assignedIn(names: readonly string[], code: string): Steps<readonly SecretHolder[]> {
  const found = new Map<string, SecretHolder>();
  for (const { name: placeholder, start } of placeFinder(names)(code)) {
    for (const held of heldBy(code.slice(Math.max(0, start - longestLookBack), start))) {
      const holder = { placeholder, ...held };
      found.set(identity(holder), holder);
    }
    yield;
  }
  return [...found.values()];
}

const ownerBefore = /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]{0,99})\s{0,9}(?::[^=]{0,60})?=\s{0,9}$/u;
const wordBefore = /(\.?)(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]{0,99})["'`\]\s]{0,9}$/u;

/** What is assigned what follows, and the variable whose object it belongs to. */
function heldBy(before: string): readonly Omit<SecretHolder, 'placeholder'>[] {
  const { piece, opened } = surroundedBy(before);
  const line = piece.slice(piece.lastIndexOf('\n') + 1);
  const sign = /(?<!:)(?::(?!:)|=)/.exec(line);
  const owner = opened.bracket === '{' ? ownerBefore.exec(opened.head)?.[1] : undefined;
  const [, point = '', word] = wordBefore.exec(line.slice(0, sign?.index ?? 0)) ?? [];
  const isKey = point !== '' || (sign?.[0] === ':' && !line.slice(sign.index).includes('='));
  return [
    ...(word === undefined ? [] : [{ word, isKey }]),
    ...(owner === undefined ? [] : [{ word: owner, isKey: false }]),
  ];
}
