import type { ReadSource } from '../code/readSource.ts';
import { lineOf } from '../code/source.ts';

/** A place that could go wrong, in words. */
export interface Risk {
  /** In the file. */
  readonly line: number;
  readonly says: string;
}

interface RiskRule {
  /** Language ids; undefined: all. */
  readonly languages?: readonly string[];
  /** Looked for in masked code. */
  readonly sign: RegExp;
  readonly says: string;
}

const script = ['typescript', 'javascript'];
const rules: readonly RiskRule[] = [
  {
    sign: /<=\s*[\w.]+\.(?:length|size|Length)\b/g,
    says: 'the index can reach the length itself, one past the last element.',
  },
  { sign: /<\s*[\w.]+\.length\s*-\s*1\b/g, says: 'the loop ends one early: the last element may be left out.' },
  {
    languages: ['python'],
    sign: /\brange\(\s*len\([^()]*\)\s*-\s*1\s*\)/g,
    says: 'the range ends one early: the last element may be left out.',
  },
  {
    languages: ['python'],
    sign: /\brange\(\s*len\([^()]*\)\s*\+\s*1\s*\)/g,
    says: 'the range runs one past the last element.',
  },
  {
    languages: ['python'],
    sign: /\brange\(\s*1\s*,\s*len\(/g,
    says: 'the range begins at 1: the first element is left out.',
  },
  {
    sign: /\/\s*(?:len\([^()]*\)|[\w.]+\.(?:length|size|Count)\b)/g,
    says: 'divides by a length, which is zero for an empty list.',
  },
  {
    sign: /\b(?:Math\.floor|Math\.trunc|floor|int)\([^()]*\*\s*100(?:\.0)?\s*\)/g,
    says: 'cuts instead of rounding: fractions of a cent are lost.',
  },
  { languages: script, sign: /[^=!<>]==[^=]|!=[^=]/g, says: 'compares loosely; `===` and `!==` do not convert.' },
  {
    languages: script,
    sign: /\bif\s*\([^()=!<>]*[^=!<>]=[^=>][^()]*\)/g,
    says: 'an assignment stands where a comparison was probably meant.',
  },
  { languages: script, sign: /\bvar\s/g, says: '`var` is visible outside of its block.' },
  { languages: ['typescript'], sign: /:\s*any\b/g, says: '`any` turns type checking off.' },
  { languages: script, sign: /\bJSON\.parse\(/g, says: '`JSON.parse` throws on text that is not JSON.' },
  { languages: script, sign: /\bparseInt\([^,()]*\)/g, says: '`parseInt` gives `NaN` for text that is no number.' },
  {
    languages: script,
    sign: /\.reduce\((?:[^()]|\([^()]*\))*=>[^,()]*\)/g,
    says: '`reduce` without a first value throws on an empty list.',
  },
  { languages: script, sign: /catch\s*(?:\([^)]*\))?\s*\{\s*\}/g, says: 'an empty `catch` hides errors.' },
  { languages: script, sign: /\.forEach\(\s*async\b/g, says: '`forEach` does not wait for asynchronous functions.' },
  {
    languages: ['python'],
    sign: /\bdef\s+\w+\([^)]*=\s*(?:\[\s*\]|\{\s*\})/g,
    says: 'a mutable default is shared by all calls.',
  },
  {
    languages: ['python'],
    sign: /\bexcept\s*:/g,
    says: 'a bare `except` hides every error, also the interruption by the user.',
  },
  {
    languages: ['python'],
    sign: /(?<!with\s)\bopen\(/g,
    says: 'a file that is opened should be closed again, best by `with`.',
  },
  { languages: ['python'], sign: /[=!]=\s*None\b/g, says: '`is None` is the right comparison with `None`.' },
  { languages: ['rust'], sign: /\.unwrap\(\)|\.expect\(/g, says: 'panics when there is no value.' },
  {
    languages: ['go'],
    sign: /\b_\s*(?:,\s*_\s*)?:?=\s*\w+\(|,\s*_\s*:?=\s*[\w.]+\(/g,
    says: 'an error is thrown away.',
  },
  { sign: /\beval\(/g, says: '`eval` runs whatever text it is given.' },
  { sign: /\bwhile\s*\(?\s*(?:true|True|1)\b/g, says: 'a loop without a condition needs a sure way out.' },
  { sign: /[\w\])]\s*\*\s*0\.\d+/g, says: 'fractions of money are not exact in binary; round once, at the end.' },
];

/** What could go wrong with a code by the signs that rules know, in the order of its lines; at most eight. */
export function risksOf(source: ReadSource): readonly Risk[] {
  const { masked, language } = source;
  const found = rules
    .filter(({ languages }) => languages === undefined || languages.includes(language.id))
    .flatMap(({ sign, says }) => {
      const match = masked.text.matchAll(sign).next().value;
      return match === undefined ? [] : [{ line: lineOf(source, match.index), says }];
    });
  return [...found, ...promises(source)].sort((one, other) => one.line - other.line).slice(0, 8);
}

/** Places where a comment speaks of N or more, and the code compares with more than N. */
function promises(source: ReadSource): readonly Risk[] {
  const { code, masked } = source;
  return masked.comments.flatMap(({ start, end }) => {
    const number = /\b(\d+)\s+or\s+more\b/i.exec(code.slice(start, end))?.[1];
    const at = number === undefined ? -1 : masked.text.slice(end, end + 400).search(new RegExp(`>\\s*${number}\\b`));
    if (number === undefined || at === -1) return [];
    return [
      {
        line: lineOf(source, end + at),
        says: `the comment says "${number} or more", the code asks for more than ${number}.`,
      },
    ];
  });
}
