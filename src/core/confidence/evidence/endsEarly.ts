import { answerCode, asksForRemoval, type Material } from './assessor.ts';
import { familyOf, isProse } from '../reading/languages.ts';
import type { Sign } from '../../model/answer.ts';

/**
 * An answer that breaks off where no parser sees it, for what is there is right code: amid a line, all behind that line being gone;
 * in Python also before the `return` with which the code ended. Facts: the line it breaks off in, how many are missing.
 */
export function endsEarly(material: Material): readonly Sign[] {
  const code = answerCode(material);
  const { language, code: before } = material.expects;
  if (code === undefined || isProse(language) || asksForRemoval(material.instruction)) return [];
  const [written, own] = [writtenLines(code), writtenLines(before)];
  const last = written.at(-1);
  const isEnd = last?.number === code.trimEnd().split('\n').length; // a bracket that is closed behind it ends what is whole
  const missing =
    (isEnd ? missingBehind(written, own) : undefined) ??
    (familyOf(language) === 'python' ? returnGone(written, own) : undefined);
  if (!last || missing === undefined) return [];
  return [{ code: 'ends-early', weight: 'soft', facts: { lines: missing, line: last.number } }];
}

interface WrittenLine {
  readonly text: string;
  readonly indent: number;
  /** 1-based. */
  readonly number: number;
}

/** Without those that are blank, or hold nothing but brackets that are closed. */
const writtenLines = (code: string): readonly WrittenLine[] =>
  code
    .split('\n')
    .map((line, at) => ({ text: line.trim(), indent: line.length - line.trimStart().length, number: at + 1 }))
    .filter(({ text }) => /[^\s)\]}>;,]/.test(text));

/** The last line is the beginning of one that stood there, and neither that one nor any behind it is there. */
function missingBehind(written: readonly WrittenLine[], own: readonly WrittenLine[]): number | undefined {
  const end = written.at(-1)?.text ?? '';
  const there = new Set(written.map(({ text }) => text));
  if (!/\w\W?\w|\w{2}/.test(end) || own.some(({ text }) => text === end)) return undefined;
  for (let at = own.length - 1; at >= 0; at -= 1) {
    const { text = '' } = own[at] ?? {};
    if (there.has(text)) return undefined;
    if (at < own.length - 1 && text.startsWith(end)) return own.length - at;
  }
  return undefined;
}

const isComment = ({ text }: WrittenLine): boolean => text.startsWith('#');
const givesBack = /^(?:return|raise|yield|assert|(?:sys|os|pytest|self)\.\w{0,20}(?:exit|fail|skip|abort)\w{0,20}\()/;

/** The code ended by giving a value back; the statement that it ends with now gives none back, nor does what is in that. */
function returnGone(written: readonly WrittenLine[], own: readonly WrittenLine[]): number | undefined {
  const last = own.findLast(line => !isComment(line));
  if (!last || !/^return\s+\S/.test(last.text) || written.some(({ text }) => text === last.text)) return undefined;
  const from = written.findLastIndex(line => line.indent <= last.indent && !isComment(line));
  if (written.slice(Math.max(0, from)).some(({ text }) => givesBack.test(text))) return undefined;
  return Math.max(1, own.length - written.length);
}
