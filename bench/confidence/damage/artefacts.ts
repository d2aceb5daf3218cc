import { between, oneOf, type Chance } from '../code/chance.ts';
import { languageOf } from '../code/languages.ts';
import { replaced, type Token } from '../code/token.ts';
import { fenced, type DamageRule } from './damage.ts';

/** Each line with its number. */
export const lineNumbers: DamageRule = ({ edit, chance }) => {
  const ways = [
    (at: number) => `${at}: `,
    (at: number) => `${at} | `,
    (at: number) => `${at}\t`,
    (at: number) => `${String(at).padStart(4)} `,
  ];
  const way = oneOf(ways, chance);
  const first = chance() < 0.5 ? 1 : edit.unit.startLine;
  return (
    way && {
      code: edit.code
        .split('\n')
        .map((line, at) => way(first + at) + line)
        .join('\n'),
    }
  );
};

/** A line that is a comment as a whole: with entities in it, it is one all the same. */
const commentLine = /^\s*(?:\/\/|\/?\*|#)/;

/** As it would stand in a page; in comments alone it would still parse. */
export const entities: DamageRule = ({ edit }) => {
  if (!edit.code.split('\n').some(line => /[&<>"]/.test(line) && !commentLine.test(line))) return undefined;
  const code = edit.code
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return code === edit.code ? undefined : { code };
};

/** In an object, as for a tool. */
export const jsonAround: DamageRule = ({ edit, chance }) => {
  const key = oneOf(['code', 'replacement', 'answer', 'new_code', 'content'], chance) ?? 'code';
  const json = JSON.stringify({ [key]: edit.code, explanation: 'Changed as asked.' }, null, chance() < 0.5 ? 2 : 0);
  const infos = [undefined, 'json', languageOf(edit.unit.language).fence];
  const info = oneOf(infos, chance);
  return { text: info === undefined ? json : fenced(json, info) };
};

const specials = [
  '<|im_end|>',
  '<|endoftext|>',
  '<|fim_middle|>',
  '<|eot_id|>',
  '</s>',
  '[/INST]',
  '<end_of_turn>',
  '<|file_separator|>',
];

/** A mark by which a model tells its turns, among the code or behind it. */
export const specialTokens: DamageRule = ({ edit, chance }) => {
  const lines = edit.code.split('\n');
  const at = chance() < 0.5 ? lines.length - 1 : between(1, lines.length - 1, chance);
  return { code: lines.with(at, (lines[at] ?? '') + (oneOf(specials, chance) ?? '')).join('\n') };
};

type Oddity = (code: string, tokens: readonly Token[], chance: Chance) => string;

const within =
  (kind: Token['kind'], pattern: RegExp, by: (text: string) => string): Oddity =>
  (code, tokens, chance) => {
    const token = oneOf(
      tokens.filter(one => one.kind === kind && pattern.test(one.text)),
      chance,
    );
    return token ? replaced(code, { at: token.at, to: token.at + token.text.length, by: by(token.text) }) : code;
  };

const cyrillic: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х' };

/** How characters come to be others. */
const oddities: Readonly<Record<string, Oddity>> = {
  'quotation marks of print': within('text', /^["'][^"'\\]+["']$/, text => `“${text.slice(1, -1)}”`),
  'a no-break space': (code, tokens, chance) => {
    const after = tokens.filter(({ kind, at }) => kind !== 'comment' && code.charAt(at - 1) === ' ');
    const token = oneOf(after, chance);
    return token ? replaced(code, { at: token.at - 1, to: token.at, by: '\u00A0' }) : code;
  },
  'a space of no width': within('word', /^\w{4,}$/, text => `${text.slice(0, 2)}\u200B${text.slice(2)}`),
  'a letter of another script': within('word', /^(?=\w*[aeopcx])\w{3,}$/, text =>
    text.replace(/[aeopcx]/, own => cyrillic[own] ?? own),
  ),
  'a soft hyphen': within('word', /^\w{5,}$/, text => `${text.slice(0, 3)}\u00AD${text.slice(3)}`),
  'a separator of lines': code => code.replace('\n', '\u2028'),
  'a full-width sign': within('sign', /^[(),;:]$/, text => String.fromCodePoint((text.codePointAt(0) ?? 0) + 0xfee0)),
  'a dash for a minus': within('sign', /^-=?$/, text => text.replace('-', '–')),
  'a byte order mark': code => code.replace(/^(\s*\S+)/, '$1\uFEFF'), // at the very beginning it is taken away
  'a change of direction': within('text', /^["'][^"'\\]{2,}["']$/, text => `${text.slice(0, 2)}\u202E${text.slice(2)}`),
};

/** Characters that look like others, or like none. */
export const oddUnicode: DamageRule = ({ edit, tokens, chance }) => {
  const oddity = oneOf(Object.values(oddities), chance);
  const code = oddity?.(edit.code, tokens, chance) ?? edit.code;
  return code === edit.code ? undefined : { code };
};
