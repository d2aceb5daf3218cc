import type { CodeToken } from '../reading/codeTokens.ts';

/**
 * The tokens of before with a name as it is called now, where exactly one is gone and one has come: so a rename hides nothing of
 * what else has changed.
 */
export function withRename(before: readonly CodeToken[], after: readonly CodeToken[]): readonly CodeToken[] {
  const [own, written] = [namesIn(before), namesIn(after)];
  const gone = [...own].filter(name => !written.has(name));
  const come = [...written].filter(name => !own.has(name));
  const [name, newName] = [gone[0], come[0]];
  if (gone.length !== 1 || come.length !== 1 || name === undefined || newName === undefined) return before;
  return before.map(token => (token.kind === 'word' && token.text === name ? { ...token, text: newName } : token));
}

const namesIn = (tokens: readonly CodeToken[]): ReadonlySet<string> =>
  new Set(tokens.flatMap(({ kind, text }) => (kind === 'word' && !fixed.has(text.toLowerCase()) ? [text] : [])));

/** What is no name, though it is a word. */
const fixed: ReadonlySet<string> = new Set(
  [
    'true false null nil none undefined nullptr and or not in is await async',
    'break continue return throw raise yield if else unless while until for switch match case default try catch finally',
    'public private protected internal static const let var mut final readonly override export new delete typeof this self super',
  ].flatMap(words => words.split(' ')),
);
