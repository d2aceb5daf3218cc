import type { Steps } from '../../core/shared/steps.ts';
import { remembering } from '../../core/shared/remembering.ts';
import { jsonSections, type SectionPart } from './jsonSections.ts';
import { laterRiskRules } from './laterRiskRules.ts';
import { looserRules } from './looserRules.ts';
import { originRules } from './originRules.ts';
import { newOrigins } from './programOrigins.ts';
import { anyOf, everywhere, riskRules, type RiskKind, type RiskRule } from './riskRules.ts';
import { continuesOn, sectionLines } from './riskSections.ts';

export interface AddedRisk {
  readonly kind: RiskKind;
  /** Where it is found: a key, or the name of a setting. */
  readonly key: string;
  /** The address or command, as it stands there; '' when it stands on another line. */
  readonly value: string;
}

/** What a text is before and after an edit. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
}

/** Longer texts are not an edit that anybody reads; of them the first characters are looked at. */
const mostCharacters = 2_000_000;
const longestLine = 4_000;
/** Pieces of a longer line overlap, so that none is cut in all of them. */
const pieceStep = 3_500;
/** So much of a long line is read in one go. */
const longestRead = 50_000;
/** `\\u{10ffff}` and the like. */
const longestNumber = 12;
const mostRisks = 20;

/**
 * Addresses and commands that an edit adds, at which an editor or package manager acts by itself: the schema of a JSON or
 * YAML file is fetched when it is opened (IDEsaster), packages come from another registry, Git runs another program, a
 * package's script runs when it is installed, a build takes another program. Found by line, in any file, and in the line
 * behind one that is not ended; what stood there before is not added. Never fetches anything. To be waited for before
 * anything is applied: work that is given up says nothing.
 */
export function* addedRisks({ before, after }: TextChange): Steps<readonly AddedRisk[]> {
  const [linesBefore, linesAfter] = [yield* linesOf(before), yield* linesOf(after)];
  const known = new Set<string>();
  for (const line of linesBefore) yield void known.add(line);
  const origins = yield* newOrigins(linesAfter, { known, before: linesBefore });
  const risks = yield* risksIn(linesAfter, known);
  const old = risks.size === 0 ? risks : yield* risksIn(linesBefore, new Set()); // most edits add nothing: half the time
  const added = [...risks].filter(([identity]) => !old.has(identity)).map(([, risk]) => risk);
  const named = origins.slice(0, mostRisks).map(({ key, value }) => ({ kind: 'registry' as const, key, value }));
  return [...named, ...added].slice(0, mostRisks);
}

/** Each once, by what makes it this one. */
function* risksIn(lines: readonly string[], known: ReadonlySet<string>): Steps<ReadonlyMap<string, AddedRisk>> {
  const found = new Map<string, AddedRisk>();
  const [inSections, inJson] = [yield* sectionLines(lines), yield* jsonSections(lines)];
  for (const risks of statementsOf(lines, { known, inSections, inJson })) {
    yield;
    for (const risk of risks) found.set(JSON.stringify([risk.kind, risk.key, risk.value]), risk);
  }
  return found;
}

/** What is known of the lines of a text. */
interface Known {
  /** Lines that stood there before. */
  readonly known: ReadonlySet<string>;
  readonly inSections: ReadonlyMap<number, RiskRule>;
  readonly inJson: ReadonlyMap<number, readonly SectionPart[]>;
}

/** Of each line; nothing of those that are known and do not go on in one that is not. */
function* statementsOf(
  lines: readonly string[],
  { known, inSections, inJson }: Known,
): Generator<readonly AddedRisk[]> {
  const inLine = remembering((line: string) => (line.length >= 5 && saysSomething(line) ? risksBy(rules, line) : []));
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    const goesOn = next !== undefined && continuesOn(line);
    if (known.has(line) && (!goesOn || known.has(next))) {
      yield [];
      continue;
    }
    const joined = goesOn ? inLine(`${line} ${next}`) : [];
    const alone = inLine(line).filter(({ key }) => !joined.some(one => one.key === key));
    const section = inSections.get(at);
    const parts = inJson.get(at) ?? [];
    yield [
      ...[...joined, ...alone, ...(section === undefined ? [] : risksBy([section], line))],
      ...parts.flatMap(({ rule, text }) => risksBy([rule], goesOn ? `${text} ${next}` : text)),
    ];
  }
}

const declared = [...riskRules, ...laterRiskRules, ...originRules, ...looserRules];
const rules = declared.map(everywhere);
/** May any of the rules say something of this line? Most lines are done with this. */
const saysSomething = anyOf(declared);

function* linesOf(text: string): Steps<readonly string[]> {
  const lines: string[] = [];
  for (const { 1: line = '' } of text.slice(0, mostCharacters).matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    lines.push(...(yield* piecesOf(line)));
    yield;
  }
  return lines;
}

/** What stands far to the right is not seen, and is read all the same: a long line in pieces, and blanks as one. */
function* piecesOf(line: string): Steps<readonly string[]> {
  if (line.length <= longestLine) return [unescaped(line)];
  let plain = '';
  for (let from = 0; from < line.length; yield) {
    const to = cutBefore(line, from + longestRead);
    plain += unescaped(line.slice(from, to)).replace(/\s+/g, ' ');
    from = to;
  }
  const count = Math.ceil(plain.length / pieceStep);
  return Array.from({ length: count }, (_, at) => plain.slice(at * pieceStep, at * pieceStep + longestLine));
}

/** No character that is written by its number is cut. */
function cutBefore(line: string, end: number): number {
  const backslash = line.lastIndexOf('\\', end - 1);
  return backslash > end - longestNumber ? backslash : end;
}

function risksBy(rules: readonly RiskRule[], line: string): readonly AddedRisk[] {
  const plain = line.replace(/\s+/g, ' ');
  return rules.flatMap(([kind, expression]) =>
    plain.search(expression) < 0 ? [] : foundBy(kind, [...plain.matchAll(expression)].slice(0, mostRisks), plain),
  );
}

const foundBy = (kind: RiskKind, found: readonly RegExpExecArray[], line: string): readonly AddedRisk[] =>
  found.flatMap(({ 0: whole, 1: first, 2: second, index }) => {
    const key = first ?? second;
    const rest = line.slice(index + whole.length);
    return key === undefined
      ? []
      : [{ kind, key, value: kind === 'fetched-program' ? addressIn(line, rest) : valueIn(rest) }];
  });

const addressIn = (line: string, rest: string): string =>
  (/(?:https?:|git@)[^\s"'|)]*/.exec(line)?.[0] ?? valueIn(rest)).slice(0, 200);

/** The first quoted text, or what stands up to the next blank or bracket. */
function valueIn(rest: string): string {
  const [, , quoted, bare = ''] = /^[ :=({[]*(?:(["'`])(.*?)\1|([^\s,;)}\]<>"']+))/.exec(rest) ?? [];
  return (quoted ?? bare).slice(0, 200);
}

/** JSON, YAML and TOML let any character of a key or address be written by its number. */
const unescaped = (line: string): string =>
  line
    .replace(
      /\\u\{([\da-fA-F]{1,6})\}|\\u([\da-fA-F]{4})|\\U([\da-fA-F]{8})|\\x([\da-fA-F]{2})/g,
      (all, ...digits: readonly (string | undefined)[]) => {
        const code = Number.parseInt(digits.slice(0, 4).join(''), 16);
        return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : all;
      },
    )
    .replace(/\\\//g, '/');
