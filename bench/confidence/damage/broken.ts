import { between, oneOf, type Chance } from '../code/chance.ts';
import { isScript } from '../code/languages.ts';
import { syntaxErrors } from '../code/scriptTree.ts';
import { endOf, replaced, type Token } from '../code/token.ts';
import type { DamageRule } from './damage.ts';

type Fault = (code: string, tokens: readonly Token[], chance: Chance) => string | undefined;

const misspelt: Readonly<Record<string, string>> = {
  function: 'funtion',
  return: 'retrun',
  const: 'cosnt',
  else: 'esle',
  class: 'clas',
  def: 'dfe',
  func: 'fucn',
  fn: 'fnn',
  for: 'fro',
  while: 'whlie',
  if: 'fi',
};

const onToken =
  (wanted: (token: Token) => boolean, by: (text: string) => string): Fault =>
  (code, tokens, chance) => {
    const token = oneOf(tokens.filter(wanted), chance);
    return token && replaced(code, { at: token.at, to: endOf(token), by: by(token.text) });
  };

const faults: readonly Fault[] = [
  onToken(
    ({ kind, text }) => kind === 'sign' && /^[()[\]{}]$/.test(text),
    () => '',
  ),
  onToken(
    ({ kind, text }) => kind === 'sign' && /^[)\]}]$/.test(text),
    text => text + text,
  ),
  onToken(
    ({ kind, text }) => kind === 'text' && /^["'].+["']$/.test(text),
    text => text.slice(0, -1),
  ),
  onToken(
    ({ kind, text }) => kind === 'word' && Object.hasOwn(misspelt, text),
    text => misspelt[text] ?? text,
  ),
  onToken(
    ({ kind, text }) => kind === 'sign' && /^(?:=|==|===|&&|\|\|)$/.test(text),
    text => `${text} ${text}`,
  ),
];

/** A bracket, a quote or a letter is lost or comes twice. Where TypeScript's compiler reads the language, it finds a fault. */
export const syntaxError: DamageRule = ({ edit, tokens, chance }) => {
  const { language, before, after } = edit.unit;
  for (let tries = 0; tries < 6; tries += 1) {
    const code = oneOf(faults, chance)?.(edit.code, tokens, chance);
    if (code === undefined || code === edit.code) continue;
    if (!isScript(language) || syntaxErrors(language, before + code + after) > 0) return { code };
  }
  return undefined;
};

/** In Python a line that stands deeper than the one before, which opens no block. */
export const pythonIndentation: DamageRule = ({ edit, tokens, chance }) => {
  if (edit.unit.language !== 'python') return undefined;
  const lines = edit.code.split('\n');
  const inText = new Set(tokens.flatMap(token => linesAfterFirst(edit.code, token)));
  const isSimple = (at: number): boolean =>
    /^\s+(?:return|[\w.]+ = [\w.]+|[\w.]+\([\w., ]*\))/.test(lines[at] ?? '') && !inText.has(at);
  const opens = (at: number): boolean => /[:([{,\\]$/.test((lines[at] ?? '').trimEnd());
  const found = lines.flatMap((line, at) => {
    const previous = lines[at - 1] ?? '';
    const isBeside = indentOf(previous) === indentOf(line) && previous.trim() !== '';
    return at > 1 && isSimple(at) && isSimple(at - 1) && isBeside && !opens(at - 1) ? [at] : [];
  });
  const at = oneOf(found, chance);
  if (at === undefined) return undefined;
  return { code: lines.with(at, ' '.repeat(between(1, 4, chance)) + (lines[at] ?? '')).join('\n') };
};

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** A text over several lines holds those after its first. */
function linesAfterFirst(code: string, token: Token): readonly number[] {
  const count = token.text.split('\n').length - 1;
  const first = code.slice(0, token.at).split('\n').length - 1;
  return Array.from({ length: count }, (_, at) => first + 1 + at);
}
