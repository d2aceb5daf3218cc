import { between, oneOf } from '../code/chance.ts';
import { languageOf } from '../code/languages.ts';
import { bodyOf, type Body } from '../code/statements.ts';
import { fenced, type DamageRule } from './damage.ts';

const proseTexts = [
  'To make this change, first look at how the function is called, then adapt it step by step. Make sure that every caller still gets what it expects, and run the tests afterwards.',
  'I have reviewed the code and applied the requested change. The function now behaves as you described, and nothing else was touched.',
  "Sure! Here's what I would do: keep the signature as it is, move the check to the top, and leave the rest of the function alone.",
  'The change is straightforward. You only have to update the part in the middle and keep everything else as it is.',
  'This cannot be answered without seeing more of the file. Could you share the code that calls this function?',
];

/** Words where code was asked for, sometimes in a block. */
export const proseInstead: DamageRule = ({ chance }) => {
  const text = oneOf(proseTexts, chance) ?? '';
  return { text: chance() < 0.3 ? fenced(text, '') : text };
};

/** The old code and the new one, or two ways to do it: which one is meant? */
export const twoBlocks: DamageRule = ({ edit, chance }) => {
  const info = languageOf(edit.unit.language).fence;
  const [one, other] = [fenced(edit.code, info), fenced(edit.unit.code, info)];
  const text =
    chance() < 0.5
      ? `Before:\n\n${other}\n\nAfter:\n\n${one}`
      : `${one}\n\nAlternatively, keep it as it is:\n\n${other}`;
  return { text };
};

/** The code as it was. */
export const unchanged: DamageRule = ({ edit }) => ({ code: edit.unit.code });

/** What was changed, as a patch. */
export const diffInstead: DamageRule = ({ edit, chance }) => {
  const [before, after] = [edit.unit.code.split('\n'), edit.code.split('\n')];
  let first = 0;
  while (before[first] === after[first] && first < before.length) first += 1;
  let last = 0;
  while (before.at(-1 - last) === after.at(-1 - last) && last < before.length - first) last += 1;
  const context = (lines: readonly string[]) => lines.map(line => ` ${line}`);
  const lines = [
    `@@ -${edit.unit.startLine},${before.length} +${edit.unit.startLine},${after.length} @@`,
    ...context(before.slice(Math.max(0, first - 3), first)),
    ...before.slice(first, before.length - last).map(line => `-${line}`),
    ...after.slice(first, after.length - last).map(line => `+${line}`),
    ...context(before.slice(before.length - last, before.length - last + 3)),
  ];
  const info = chance() < 0.5 ? 'diff' : languageOf(edit.unit.language).fence;
  const head = [`--- a/${edit.unit.file}`, `+++ b/${edit.unit.file}`];
  return { text: fenced([...(chance() < 0.7 ? head : []), ...lines].join('\n'), info) };
};

/** Code of another language, under its own name or under that of the language asked for. */
export const wrongLanguage: DamageRule = ({ edit, foreign, chance }) => ({
  text: fenced(foreign.code, languageOf(chance() < 0.5 ? foreign.language : edit.unit.language).fence),
});

/** Lines that stand around the selection come back with it. */
export const surroundingsRepeated: DamageRule = ({ edit, chance }) => {
  const { before, after } = edit.unit;
  const count = between(4, 7, chance);
  const above = before.split('\n').slice(0, -1).slice(-count);
  const below = after.split('\n').slice(1, count + 1);
  const weight = [...above, ...below].filter(line => /\w/.test(line)).length;
  return weight < 4 ? undefined : { code: [...above, edit.code, ...below].join('\n') };
};

/** Another function of the same file, unchanged. */
export const otherCode: DamageRule = ({ edit, siblings, chance }) => {
  const others = siblings.filter(({ names, startLine, code }) => {
    const end = startLine + code.split('\n').length;
    const isBeside = end <= edit.unit.startLine || startLine >= edit.unit.startLine + edit.unit.code.split('\n').length;
    return isBeside && !names.some(name => edit.unit.names.includes(name));
  });
  const other = oneOf(others, chance);
  return other && { code: other.code };
};

const stubs: Readonly<Record<string, readonly string[]>> = {
  python: ['pass', 'raise NotImplementedError', '...', '# TODO: implement'],
  go: ['panic("not implemented")', '// TODO: implement', 'return nil'],
  rust: ['todo!()', 'unimplemented!()', '// TODO: implement'],
  java: ['throw new UnsupportedOperationException();', '// TODO: implement this method', 'return null;'],
  cpp: ['throw std::runtime_error("not implemented");', '// TODO: implement', 'return {};'],
};
const scriptStubs = ["throw new Error('Not implemented');", '// TODO: implement', '// your code here', 'return null;'];

/** A body in whose place stands that it is still to be written. */
export const stub: DamageRule = ({ edit, chance }) => {
  const body = bodyOf(edit.code, edit.unit.language);
  const line = oneOf(stubs[edit.unit.language] ?? scriptStubs, chance);
  if (!body || line === undefined || body.to - body.from < 3) return undefined;
  return { code: withBody(edit.code, body, [line]) };
};

/** The code with another body. */
export const withBody = (code: string, { from, to, indent }: Body, lines: readonly string[]): string =>
  code
    .split('\n')
    .toSpliced(from, to - from + 1, ...lines.map(line => indent + line))
    .join('\n');
