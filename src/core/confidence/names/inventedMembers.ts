import type { Steps } from '../../shared/steps.ts';
import { chainsOf } from './chains.ts';
import { textAt } from './grammars/codeIndex.ts';
import { isInModule, searches, type NotInTable } from './librarySearch.ts';
import type { NameSearch, Missing } from './nameSearch.ts';

/** So many that are in no table are looked for in the file. */
const mostLooked = 20;

/** Members of the language's own library that it does not have, as far as its table knows the owner, and that the file does not use. */
export function* inventedMembers(looked: NameSearch): Steps<readonly Missing[]> {
  const search = searches[looked.family];
  if (!search) return [];
  const mark = looked.family === 'rust' || looked.family === 'c' ? '::' : '.';
  const found: Missing[] = [];
  let tried = 0;
  for (const chain of yield* chainsOf(looked.uses.index, mark)) {
    if (tried >= mostLooked) break;
    const own = search(looked, chain);
    if (!own) continue;
    tried += 1;
    yield;
    if (!isUsed(looked, own, mark))
      found.push({ name: `${own.owner}${mark}${own.member}`, line: chain.token.line, owner: own.name ?? '' });
  }
  return [...found, ...(looked.family === 'python' ? yield* inventedImports(looked) : [])];
}

/** Does the file use it, too, or give its owner another member, or is the owner another's? */
function isUsed({ uses, around, replaced, imports }: NameSearch, own: NotInTable, mark: string): boolean {
  const { owner, member, name, type } = own;
  if (name !== undefined && (uses.declared.has(name) || isImportedFrom(imports, name))) return true;
  if (type !== undefined && declaring.some(word => around.includes(`${word} ${type}`))) return true;
  const text = `${owner}${mark}${member}`;
  return around.includes(text) || replaced.includes(text) || isGivenMore(around, owner);
}

/** What may give a type of its own the name of one of the library. */
const declaring = ['struct', 'enum', 'type', 'trait', 'mod', 'class'];
const given = /\w+\s{0,4}=[^=]/y;

/** `String.capitalize = …`, as scripts do. */
function isGivenMore(around: string, owner: string): boolean {
  for (let at = around.indexOf(`${owner}.`); at >= 0; at = around.indexOf(`${owner}.`, at + 1)) {
    given.lastIndex = at + owner.length + 1;
    if (given.test(around)) return true;
  }
  return false;
}

/** A class of Java that has the name of another in `java.…`. */
const isImportedFrom = (imports: ReadonlySet<string>, name: string): boolean =>
  [...imports].some(each => each.endsWith(`.${name}`) && !each.startsWith('java.'));

/** `from collections import SortedDict`. */
function* inventedImports({ uses: { index }, library, around, replaced }: NameSearch): Steps<readonly Missing[]> {
  const found: Missing[] = [];
  for (const [at, token] of index.tokens.entries()) {
    if (token.text !== 'from' || index.tokens[at - 1]?.line === token.line || found.length >= mostLooked) continue;
    const [module, next] = dottedAt(at + 1);
    const members = library.membersOf(module);
    if (!members || textAt(index, next) !== 'import') continue;
    yield;
    for (let to = next + 1; to < next + 100; to += 1) {
      const name = index.tokens[to];
      if (!name || (name.line !== token.line && index.within[to] === -1)) break;
      const isName = name.kind === 'word' && textAt(index, to - 1) !== 'as' && name.text !== 'as';
      const isThere = !isName || isInModule(members, name.text) || library.membersOf(`${module}.${name.text}`);
      if (!isThere && !around.includes(name.text) && !replaced.includes(name.text))
        found.push({ name: `${module}.${name.text}`, line: name.line });
    }
  }
  return found;

  function dottedAt(from: number): readonly [string, number] {
    let [text, at] = ['', from];
    while (
      at < from + 20 &&
      textAt(index, at) !== 'import' &&
      (index.tokens[at]?.kind === 'word' || textAt(index, at) === '.')
    ) {
      text += textAt(index, at);
      at += 1;
    }
    return [text, at];
  }
}
