import { answerCode, type Material } from './assessor.ts';
import { familyOf, isProse } from '../reading/languages.ts';
import { lexiconOf } from '../reading/lexicons.ts';
import { codeTokens, type CodeToken } from '../reading/codeTokens.ts';
import type { Steps } from '../../shared/steps.ts';
import type { Sign } from '../../model/answer.ts';

/** These have parsers that see more. */
const parsed: ReadonlySet<string> = new Set(['script', 'python']);
/** Quotes of print, full-width signs and dashes, which no language has outside of its texts and comments. */
const printed = /^[“”‘’„«»—–−，；：（）［］｛｝。、！？]$/u;
const keywords: readonly string[] = [
  ...[
    'return',
    'if',
    'else',
    'for',
    'while',
    'switch',
    'case',
    'func',
    'function',
    'class',
    'const',
    'struct',
    'match',
  ],
  ...['public', 'private', 'static', 'void', 'final', 'break', 'continue', 'import', 'package', 'let', 'fn', 'new'],
];
/** What is written twice by nobody. */
const doubled: ReadonlySet<string> = new Set(['=', '==', '===', '&&', '||', ':=', '+=', '-=']);

/**
 * Slips of the pen that need no parser to be seen: signs of print among the code, in any language; where no parser reads it, a
 * keyword with letters exchanged or lost, a sign that stands there twice. None counts that the selection holds, too. Facts: the
 * character or the line.
 */
export function* slips(material: Material): Steps<readonly Sign[]> {
  const code = answerCode(material);
  const { language, code: before, around } = material.expects;
  const lexicon = lexiconOf(language);
  const family = familyOf(language) ?? '';
  if (code === undefined || !lexicon || isProse(language)) return [];
  const tokens = (yield* codeTokens(code, lexicon)).filter(({ kind }) => kind !== 'comment');
  const odd = tokens.find(({ kind, text }) => kind === 'sign' && printed.test(text) && !before.includes(text));
  if (odd) return [{ code: 'odd-signs', weight: 'soft', facts: { sign: odd.text, line: odd.line } }];
  if (parsed.has(family)) return [];
  const known = new Set([around?.before ?? '', before, around?.after ?? ''].flatMap(text => text.match(word) ?? []));
  const slip = tokens.find(
    (token, at) => isOpenText(token) || isDoubled(token, tokens[at + 1]) || isMisspelt(token, tokens[at + 1], known),
  );
  return slip ? [{ code: 'does-not-parse', weight: 'soft', facts: { line: slip.line } }] : [];
}

/** A quotation mark that no other one follows on its line. */
const isOpenText = ({ kind, text }: CodeToken): boolean => kind === 'sign' && text === '"';

const isDoubled = ({ kind, text }: CodeToken, next: CodeToken | undefined): boolean =>
  kind === 'sign' && doubled.has(text) && next?.text === text;

/** `retrun`, `fi (`: a word that nobody has used before, one slip away from a keyword, where one would stand. */
function isMisspelt({ kind, text }: CodeToken, next: CodeToken | undefined, known: ReadonlySet<string>): boolean {
  if (kind !== 'word' || text.length > 9 || next === undefined || known.has(text)) return false;
  const isPlace = next.kind === 'word' || next.kind === 'number' || next.kind === 'text' || /^[({!&*]$/.test(next.text);
  return isPlace && !keywords.includes(text) && keywords.some(keyword => isSlipOf(text, keyword));
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** Two letters beside each other exchanged, one written twice, or, of longer words, one lost. */
function isSlipOf(word: string, keyword: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === keyword[at]) at += 1;
  if (word.length === keyword.length) {
    const turned = keyword.slice(0, at) + (keyword[at + 1] ?? '') + (keyword[at] ?? '') + keyword.slice(at + 2);
    return word !== keyword && word === turned;
  }
  if (word.length === keyword.length + 1) return word[at] === word[at - 1] && word.slice(at + 1) === keyword.slice(at);
  return keyword.length > 4 && word.length === keyword.length - 1 && word.slice(at) === keyword.slice(at + 1);
}
