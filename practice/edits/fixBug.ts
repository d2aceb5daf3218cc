import { applyChanges, type Change } from '../code/change.ts';
import { isScript } from '../code/language.ts';
import type { ReadSource } from '../code/readSource.ts';
import type { EditRule } from './editRule.ts';

/** Mends the mistakes that rules can recognise: loops one too short or too long, cut cents, "or more" that is "more". */
export const fixBug: EditRule = {
  sign: /\b(fix|repair|correct|mend|debug|solve|bugs?|off[- ]by[- ]one|rounding|wrong)\b/i,
  apply: source => applyChanges(source.code, withoutOverlap(mistakes.flatMap(find => find(source)))),
};

type Mistake = (source: ReadSource) => readonly Change[];

const mistakes: readonly Mistake[] = [
  // for (let i = 0; i <= lines.length; i++)
  replacing(/(?<=\bfor\b[^\n]*[^<>=])<=(?=\s*[\w.]+\.(?:length|size|Length)\b(?!\s*-))/g, () => '<'),
  loopTooShort,
  // range(len(lines) - 1), range(len(lines) + 1)
  rangeOff,
  // Math.floor(amount * 100) / 100
  replacing(/\bMath\.(?:floor|trunc)(?=\([^()\n]*\*\s*100\s*\)\s*\/\s*100\b)/g, () => 'Math.round'),
  replacing(/\b(?:int|math\.floor)\((?=[^()\n]*\*\s*100\s*\)\s*\/\s*100\b)/g, () => 'round(', ['python']),
  orMore,
  // if (a = b)
  replacing(
    /(?<=\bif\s*\([^()=!<>\n]*[^=!<>])=(?=[^=>][^()\n]*\))/g,
    (_match, source) => (isScript(source.language) ? '===' : '=='),
    undefined,
  ),
  // total = line.amount in a loop, where total began at zero
  lostSum,
  mutableDefault,
];

function replacing(
  sign: RegExp,
  by: (match: string, source: ReadSource) => string,
  languages?: readonly string[],
): Mistake {
  return source => {
    if (languages !== undefined && !languages.includes(source.language.id)) return [];
    return [...source.masked.text.matchAll(sign)].map(match => ({
      start: match.index,
      end: match.index + match[0].length,
      text: by(match[0], source),
    }));
  };
}

/** `i < lines.length - 1` is right only where the body looks at the next element. */
function loopTooShort({ masked }: ReadSource): readonly Change[] {
  const loops = masked.text.matchAll(/\bfor\b[^\n]*?(?<index>\w+)\s*<\s*[\w.]+\.(?:length|size)(?<off>\s*-\s*1)\b/g);
  return [...loops].flatMap(match => {
    const { index = '', off = '' } = match.groups ?? {};
    const looksAhead = new RegExp(`\\b${index}\\s*\\+\\s*1\\b`).test(masked.text.slice(match.index, match.index + 600));
    const end = match.index + match[0].length;
    return looksAhead ? [] : [{ start: end - off.length, end, text: '' }];
  });
}

function rangeOff({ masked }: ReadSource): readonly Change[] {
  const ranges = masked.text.matchAll(
    /\bfor\s+(?<index>\w+)\s+in\s+range\((?<from>\s*1\s*,\s*)?\s*len\([^()]*\)(?<off>\s*[-+]\s*1)?/g,
  );
  return [...ranges].flatMap(match => {
    const { index = '', from, off } = match.groups ?? {};
    const body = masked.text.slice(match.index, match.index + 600);
    const looksAround = new RegExp(`\\b${index}\\s*[-+]\\s*1\\b`).test(body);
    const end = match.index + match[0].length;
    const open = match.index + match[0].indexOf('range(') + 'range('.length;
    if (looksAround) return [];
    return [
      ...(off === undefined ? [] : [{ start: end - off.length, end, text: '' }]),
      ...(from === undefined ? [] : [{ start: open, end: open + from.length, text: '' }]),
    ];
  });
}

/** A comment promises "10 or more", the code asks for more than 10. */
function orMore({ code, masked }: ReadSource): readonly Change[] {
  return masked.comments.flatMap(({ start, end }) => {
    const number = /\b(\d+)\s+or\s+more\b/i.exec(code.slice(start, end))?.[1];
    const match =
      number === undefined ? null : new RegExp(`>(?=\\s*${number}\\b)`).exec(masked.text.slice(end, end + 400));
    return match === null ? [] : [{ start: end + match.index, end: end + match.index + 1, text: '>=' }];
  });
}

function lostSum({ masked }: ReadSource): readonly Change[] {
  const starts = masked.text.matchAll(
    /\b(?<name>\w+)(?::\s*\w+)?\s*:?=\s*0(?:\.0)?\s*;?[ \t]*\n(?<loop>\s*for\b[^\n]*\n)(?<line>[^\n]*)/g,
  );
  return [...starts].flatMap(match => {
    const { name = '', line = '' } = match.groups ?? {};
    const set = new RegExp(`^\\s*${name}\\s*(?==[^=](?!.*\\b${name}\\b))`).exec(line);
    const at = match.index + match[0].length - line.length + (set?.[0].length ?? 0);
    return set === null ? [] : [{ start: at, end: at, text: '+' }];
  });
}

function mutableDefault(source: ReadSource): readonly Change[] {
  if (source.language.id !== 'python') return [];
  return source.units.flatMap(unit => {
    const found = unit.parameters.find(({ defaultValue }) => /^(\[\]|\{\})$/.test(defaultValue));
    if (found === undefined || unit.body === 'expression') return [];
    const indent = /^[ \t]*/.exec(source.code.slice(unit.bodyStart))?.[0] ?? '';
    const { name, end, defaultValue } = found;
    const text = `${indent}${name} = ${defaultValue} if ${name} is None else ${name}\n`;
    return [
      { start: end - defaultValue.length, end, text: 'None' },
      { start: unit.bodyStart, end: unit.bodyStart, text },
    ];
  });
}

function withoutOverlap(changes: readonly Change[]): readonly Change[] {
  return changes.filter(
    (change, index) => !changes.slice(0, index).some(other => change.start < other.end && other.start < change.end),
  );
}
