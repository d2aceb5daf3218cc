import type { Sign } from '../ask.ts';
import { codeOf, type Material } from './assessor.ts';
import { familyOf, isProse } from './languages.ts';

/**
 * Marks that stand for code the model did not write out: "// ... rest of the code unchanged", "[...]". Counted only where
 * code was asked for, since prose may quote in part, and only when the selection does not hold the same line. Fact: line.
 */
export function elision(material: Material): readonly Sign[] {
  const code = codeOf(material);
  if (code === undefined) return [];
  const { code: before, language } = material.expects;
  const known = new Set(before.split('\n').map(line => line.trim()));
  let soft: number | undefined;
  for (const [index, line] of code.split('\n').entries()) {
    const mark = known.has(line.trim()) ? undefined : markOf(line.trim(), language, code);
    if (mark === 'hard') return [sign('hard', index + 1)];
    if (mark === 'soft') soft ??= index + 1;
  }
  return soft === undefined ? [] : [sign('soft', soft)];
}

const sign = (weight: Sign['weight'], line: number): Sign => ({ code: 'elided', weight, facts: { line } });

const longestMark = 200; // characters of a line that are looked at

function markOf(line: string, language: string, code: string): 'hard' | 'soft' | undefined {
  if (line.length > longestMark) return undefined;
  if (bare.test(line)) return ellipsis(line, language, code);
  const words = commentOf(line, language);
  if (words === undefined) return undefined;
  if (sure.some(pattern => pattern.test(words))) return isProse(language) ? 'soft' : 'hard';
  return likely.some(pattern => pattern.test(words)) ? 'soft' : undefined;
}

const bare = /^[[{<]?\s*(?:\.{3,4}|…)\s*[\]}>]?[;,]?$/;

/**
 * Three dots alone. Where the code can be parsed, that decides: if it does, they stand in a text. In Python they are also
 * the body of a stub, a protocol, an abstract method or an overload.
 */
function ellipsis(line: string, language: string, code: string): 'hard' | 'soft' | undefined {
  const family = familyOf(language) ?? '';
  if (family === 'python' && line === '...' && stub.test(code)) return undefined;
  if (family === 'yaml' || (isProse(language) && line.length <= 4)) return undefined;
  return isProse(language) || ['script', 'json', 'python'].includes(family) ? 'soft' : 'hard';
}

const stub = /\b(?:Protocol|ABC|abstractmethod|overload)\b/;

const commentMarks = /^(?:\/\/+|#+|--+|;+|%+|\/\*+|\*+|<!--+|\{\s*\/\*+)\s*(.*?)\s*(?:\*+\/\s*\}?|-->)?$/;

/** The words of a line that is a comment, or, in a text, all of it. */
const commentOf = (line: string, language: string): string | undefined =>
  isProse(language) ? line : commentMarks.exec(line)?.[1];

const dots = String.raw`(?:\.{3,}|…)`;
const whole = '(?:code|file|function|method|class|component|implementation|logic|module|script|body)';
const parts = '(?:functions|methods|classes|components|imports|routes|tests|cases|handlers|styles|rules|statements)';
const data = '(?:fields|properties|props|elements|items|entries|options|settings|values|columns|keys)';
const same = '(?:unchanged|(?:the )?same|as (?:before|above|is)|untouched|omitted|not shown|(?:goes? )?here|intact)';
const rest = '(?:rest|remainder|remaining|existing|previous|original|other|unchanged)';
const stays = `(?:remains? |stays? |is |are |continues )?${same}`;

const sure = patterns(
  `^${dots}$`,
  `^${dots}[^.…]*${dots}$`, // ... error handling ...
  `^${dots}\\s+\\(?(?:the )?(?:${rest}|omitted|snip|same as|as before)\\b`,
  `^${dots}\\s*(?:the )?(?:rest|remainder) of\\b`,
  `^\\W?(?:the )?(?:rest|remainder) of (?:the |your |this |my )?(?:\\w+ )?(?:${whole}(?:\\W*${dots})?$|(?:${whole}|${parts})\\b.*(?:\\b${stays}$|${dots}))`,
  `^\\W?(?:the |your |all )?${rest} (?:\\w+ )?(?:code|implementation|logic)(?:\\W+${stays})?\\W*${dots}?$`,
  `^\\W?(?:the |your |all )?${rest} (?:\\w+ )?(?:${whole}|${parts})\\W+(?:${stays}|${dots})\\W*$`,
  `\\b(?:omitted|removed|truncated|shortened|skipped|elided) for (?:brevity|clarity|space|readability)\\b`,
  `^\\W?(?:same|unchanged|as) (?:as )?(?:before|above|the original|original)\\b.*${dots}$`,
  `^<?snip(?:ped)?>?$`,
);

const likely = patterns(
  `^\\W?(?:unchanged|same as (?:before|above|original)|no changes?(?: here| needed)?|as before)\\W*$`,
  `^(?:the |all )?${rest} (?:of (?:the )?)?(?:\\w+ )?(?:${parts}|${data})\\b.*${same}\\W*$`,
  `^(?:add |put |insert |place |write )?your (?:\\w+ ){0,3}(?:code|logic|implementation) (?:goes )?here`,
  `^(?:implementation|implement this|code|logic) (?:goes )?here\\b`,
  `^keep (?:the )?(?:rest|${rest})\\b.*(?:${whole}|${parts})`,
);

function patterns(...sources: readonly string[]): readonly RegExp[] {
  return sources.map(source => new RegExp(source, 'i'));
}
