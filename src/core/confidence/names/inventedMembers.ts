import type { Steps } from '../../shared/steps.ts';
import { chainsOf } from './chains.ts';
import { textAt } from './codeIndex.ts';
import { isInModule, searches, type NotInTable } from './librarySearch.ts';
import type { Looked, Missing } from './looked.ts';

/** So many that are in no table are looked for in the file. */
const mostLooked = 20;

/** Members of the language's own library that it does not have, as far as its table knows the owner, and that the file does not use. */
export function* inventedMembers(looked: Looked): Steps<readonly Missing[]> {
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
function isUsed({ uses, around, replaced, imports }: Looked, own: NotInTable, mark: string): boolean {
  const { owner, member, name, type } = own;
  if (name !== undefined && (uses.declared.has(name) || isImportedFrom(imports, name))) return true;
  if (type !== undefined && new RegExp(`\\b(?:struct|enum|type|trait|mod)\\s{1,4}${type}\\b`).test(around)) return true;
  const text = `${owner}${mark}${member}`;
  return around.includes(text) || replaced.includes(text) || isGivenMore(around, owner);
}

/** `String.capitalize = …`, as scripts do. */
const isGivenMore = (around: string, owner: string): boolean =>
  /^\w+$/.test(owner) && new RegExp(`\\b${owner}\\.\\w+\\s{0,4}=[^=]`).test(around);

/** A class of Java that has the name of another in `java.…`. */
const isImportedFrom = (imports: ReadonlySet<string>, name: string): boolean =>
  [...imports].some(each => each.endsWith(`.${name}`) && !each.startsWith('java.'));

/** `from collections import SortedDict`. */
function* inventedImports({ uses: { index }, library, around, replaced }: Looked): Steps<readonly Missing[]> {
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
