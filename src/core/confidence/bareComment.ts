import { familyOf } from './languages.ts';
import { lexiconOf } from './lexicons.ts';
import { piecesOf } from './pieces.ts';

/** Is a text nothing but comments of a language? In Python a text in three quotes is one. */
export function isBareComment(text: string, language: string): boolean {
  const lexicon = lexiconOf(language);
  if (!lexicon || text.trim() === '') return false;
  let done = 0;
  for (const { kind, from, to, closed } of piecesOf(text, lexicon)) {
    const isDocstring =
      kind === 'text' && familyOf(language) === 'python' && /^(?:"""|''')/.test(text.slice(from, from + 3));
    if (kind !== 'comment' && !(isDocstring && closed)) return false;
    if ((isDocstring ? /[^\sru]/i : /\S/).test(text.slice(done, from))) return false;
    done = to;
  }
  return done > 0 && text.slice(done).trim() === '';
}
