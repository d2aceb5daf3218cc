import { answerCode, type Material } from './assessor.ts';
import { familyOf, isProse } from '../reading/languages.ts';
import { lexiconOf } from '../reading/lexicons.ts';
import { withinPieces } from '../reading/pieces.ts';
import type { Sign } from '../../model/answer.ts';

/**
 * Marks that stand for code the model did not write out: "// ... rest of the code unchanged", "[...]". Counted only where
 * code was asked for, since prose may quote in part; not inside of texts and longer comments, and not when the selection
 * holds the same line. Fact: line.
 */
export function elision(material: Material): readonly Sign[] {
  const code = answerCode(material);
  const found = code === undefined ? undefined : elisionIn(code, material.expects);
  return found ? [found] : [];
}

/** The same in code that is to stand in place of other code. */
export function elisionIn(
  code: string,
  { code: before, language }: Pick<Material['expects'], 'code' | 'language'>,
): Sign | undefined {
  const known = new Set(before.split('\n').map(line => line.trim()));
  const lines = code.split('\n').map(line => line.trim());
  const marks = lines
    .flatMap((line, index) => {
      const weight = known.has(line) ? undefined : weightOf(line, language);
      return weight ? [{ weight, line: index + 1 }] : [];
    })
    .slice(0, mostMarks)
    .filter(({ line }) => standsAlone(lines, line - 1, language))
    .filter(outsideOfTexts(code, language));
  const worst = marks.find(({ weight }) => weight === 'hard') ?? marks.find(mark => counts(mark.weight, code, before));
  return worst && { code: 'elided', weight: worst.weight === 'hard' ? 'hard' : 'soft', facts: { line: worst.line } };
}

/** 'when-lighter': means something only when the code has become less. */
type Weight = 'hard' | 'soft' | 'when-lighter';

const counts = (weight: Weight, code: string, before: string): boolean =>
  weight === 'soft' || code.replace(/\s+/g, '').length < before.replace(/\s+/g, '').length;

const mostMarks = 20;
const longestMark = 200; // characters of a line that are looked at

function weightOf(line: string, language: string): Weight | undefined {
  if (line.length > longestMark) return undefined;
  if (bare.test(line)) return weightOfDots(line, language);
  const words = commentOf(line, language);
  if (words === undefined) return undefined;
  if (sure.some(pattern => pattern.test(words))) return isProse(language) ? 'soft' : 'hard';
  if (likely.some(pattern => pattern.test(words))) return 'soft';
  return possible.test(words) || inPassing.test(words) ? 'when-lighter' : undefined;
}

const bare = /^(?:\[\s*(?:\.{3,4}|…)\s*\]|\{\s*(?:\.{3,4}|…)\s*\}|\.{3,4}|…)[;,]?$/;

/** Where the code can be parsed, that decides. In Python three dots are also a statement: the body of a stub. */
function weightOfDots(line: string, language: string): Weight | undefined {
  const family = familyOf(language) ?? '';
  if (family === 'yaml' || (isProse(language) && line.length <= 4)) return undefined;
  return isProse(language) || ['script', 'json', 'python'].includes(family) ? 'soft' : 'hard';
}

/** A line between two other lines of comment is part of what they say; a stub's body is all of it. */
function standsAlone(lines: readonly string[], index: number, language: string): boolean {
  const isComment = (line: string | undefined) => !isProse(language) && line !== undefined && commentMarks.test(line);
  if (isComment(lines[index])) return !(isComment(lines[index - 1]) && isComment(lines[index + 1]));
  return !(familyOf(language) === 'python' && stub.test(lines.join('\n')));
}

const stub = /\b(?:Protocol|ABC|abstractmethod|overload)\b/;

/** Is a line, counted from 1, the inside of a comment or a text? To be asked from the code's start to its end. */
function outsideOfTexts(code: string, language: string): (mark: { readonly line: number }) => boolean {
  const lexicon = lexiconOf(language);
  if (!lexicon) return () => true;
  const isWithin = withinPieces(code, lexicon);
  let [number, offset] = [1, 0];
  return ({ line }) => {
    for (; number < line; number += 1) offset = code.indexOf('\n', offset) + 1;
    return !isWithin(offset);
  };
}

const commentMarks = /^(?:\/\/(?!\/)|#+|--+|;+|%+|\/\*+|\*+|<!--+|\{\s*\/\*+)/;
const commentEnds = /^(?:\*+\/\s*\}?|-->)$/;

/** Words in brackets, without a sign of code among them. */
const inBrackets = /^[[<({]\s*([\p{L}][\p{L}\s'’-]{3,60})[\])}>]$/u;

/** The words of a line that is a comment or stands in brackets, or, in a text, all of it. */
function commentOf(line: string, language: string): string | undefined {
  const mark = isProse(language) ? '' : commentMarks.exec(line)?.[0];
  if (mark === undefined) return inBrackets.exec(line)?.[1];
  const words = line.slice(mark.length).trim();
  if (mark === '') return line;
  const end = Math.max(words.lastIndexOf('*/'), words.lastIndexOf('-->'));
  if (end < 0) return words;
  const before = words.slice(0, end);
  const text = words.startsWith('*/', end) ? before.replace(/(?<!\*)\*+$/, '') : before;
  return commentEnds.test(words.slice(end)) ? text.trimEnd() : words;
}

const dots = String.raw`(?:\.{3,}|…)`;
const whole = '(?:code|file|function|method|class|component|implementation|logic|module|script|body)';
const parts = '(?:functions|methods|classes|components|imports|routes|tests|cases|handlers|styles|rules|statements)';
const data = '(?:fields|properties|props|elements|items|entries|options|settings|values|columns|keys)';
const same = '(?:unchanged|(?:the )?same|as (?:before|above|is)|untouched|omitted|not shown|(?:goes? )?here|intact)';
const rest = '(?:rest|remainder|remaining|existing|previous|original|other|unchanged)';
const stays = `(?:remains? |stays? |is |are |continues )?${same}`;

const sure = patterns(
  `^${dots}$`,
  `^${dots}[^.…]*[a-z][^.…]*${dots}$`, // ... error handling ...
  `^${dots}\\s+\\(?(?:the )?(?:${rest}|omitted|snip|same as|as before)\\b(?:\\W+\\w+){0,5}\\W*$`,
  `^${dots}\\s*(?:the )?(?:rest|remainder) of\\b`,
  `^${dots}\\s*\\(?(?:keep|keeping|preserve|retain|leave)\\b`, // # ... (keep the existing imports)
  `^\\W?(?:the )?(?:rest|remainder) of (?:the |your |this |my )?(?:\\w+ )?(?:${whole}(?:\\W*${dots})?$|(?:${whole}|${parts})\\b.*(?:\\b${stays}$|${dots}))`,
  `^\\W?(?:the |your |all )?${rest} (?:\\w+ )?(?:code|implementation|logic)(?:\\W+${stays})?\\W*${dots}?$`,
  `^\\W?(?:the |your |all )?${rest} (?:\\w+ )?(?:${whole}|${parts})\\W+(?:${stays}|${dots})\\W*$`,
  `\\b(?:omitted|removed|truncated|shortened|skipped|elided) for (?:brevity|clarity|space|readability)\\b`,
  `^\\W?(?:same|unchanged|as) (?:as )?(?:before|above|the original|original)\\b.*${dots}$`,
  `^<?snip(?:ped)?>?$`,
);

const likely = patterns(
  `^\\W?(?:unchanged|same as (?:before|above|original)|no changes?(?: here| needed)?|as before)\\W*$`,
  `^(?:add |put |insert |place |write )?your (?:\\w+ ){0,3}(?:code|logic|implementation) (?:goes )?here\\W*$`,
  `^(?:implementation|implement this|code|logic) (?:goes )?here\\W*$`,
  `^keep (?:the )?(?:rest|existing|remaining)\\b.*(?:${whole}|${parts})`,
);

const possible = new RegExp(
  `^(?:the |all )?${rest} (?:of (?:the )?)?(?:\\w+ )?(?:${parts}|${data})\\b.*${same}\\W*$`,
  'i',
);

/** The same in other languages, and in passing. */
const inPassing = new RegExp(
  [
    '\\bsnip\\b|^(?:etc|and so on|blah|yadda|you know the rest|same deal)\\b|^\\W*(?:keep|leave) (?:your|the) (?:own )?code\\b',
    '\\b(?:rest|alles andere) (?:bleibt|ist|wie)\\b|\\bunverändert\\b|\\bwie (?:gehabt|bisher|zuvor|vorher)\\b|\\b(?:siehe|wie) oben\\b',
    '\\ble reste (?:du|de|est|ne)\\b|\\binchang[ée]|\\b(?:el )?resto (?:igual|sin|del)\\b|\\bsin cambios\\b|\\bcomo antes\\b',
    '\\bil resto (?:del|è|rimane)|\\binvariat\\p{L}\\b|\\bo resto (?:do|é|permanece)|\\bsem alterações\\b',
    'остальн\\p{L}{1,4} (?:код|част|без|как|не)|без изменений|как (?:было|раньше)',
    '^其余|其他代码|保持不变|不变$|^同上|以下同|変更なし|(?:以下|残り|ほか|他).{0,8}そのまま|(?:以下|中|後|コード)(?:省略|略)[。)）]?$|^省略$',
    '나머지.{0,8}(?:동일|생략|그대로)|이하 (?:동일|생략|같음)|^생략$|변경 없음',
  ].join('|'),
  'iu',
);

function patterns(...sources: readonly string[]): readonly RegExp[] {
  return sources.map(source => new RegExp(source, 'i'));
}
