import { laterRiskRules } from './laterRiskRules.ts';
import { riskRules, type RiskKind, type RiskRule } from './riskRules.ts';
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
const mostRisks = 20;

/**
 * Addresses and commands that an edit adds, at which an editor or package manager acts by itself: the schema of a JSON or
 * YAML file is fetched when it is opened (IDEsaster), packages come from another registry, Git runs another program, a
 * package's script runs when it is installed, a build takes another program. Found by line, in any file, and in the line
 * behind one that is not ended; what stood there before is not added. Never fetches anything.
 */
export function addedRisks({ before, after }: TextChange): readonly AddedRisk[] {
  const known = new Set(linesOf(before));
  const old = new Set([...statementsOf(linesOf(before), new Set())].flat().map(identity));
  const found = new Map<string, AddedRisk>();
  for (const risks of statementsOf(linesOf(after), known)) {
    for (const risk of risks) if (!old.has(identity(risk))) found.set(identity(risk), risk);
    if (found.size >= mostRisks) break;
  }
  return [...found.values()];
}

/** Of lines that are not `known`, and of those that go on in one which is not. */
function* statementsOf(lines: readonly string[], known: ReadonlySet<string>): Generator<readonly AddedRisk[]> {
  const inSections = sectionLines(lines);
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    const goesOn = next !== undefined && continuesOn(line);
    if (known.has(line) && (!goesOn || known.has(next))) continue;
    const joined = goesOn ? risksBy(rules, `${line} ${next}`) : [];
    const alone = risksBy(rules, line).filter(({ key }) => !joined.some(one => one.key === key));
    const section = inSections.get(at);
    yield [...joined, ...alone, ...(section === undefined ? [] : risksBy([section], line))];
  }
}

const rules = [...riskRules, ...laterRiskRules];

const identity = ({ kind, key, value }: AddedRisk): string => JSON.stringify([kind, key, value]);

const linesOf = (text: string): readonly string[] =>
  text
    .slice(0, mostCharacters)
    .split(/\r\n?|\n/)
    .map(line => line.slice(0, longestLine));

function risksBy(rules: readonly RiskRule[], line: string): readonly AddedRisk[] {
  const plain = unescaped(line).replace(/\s+/g, ' ');
  return rules.flatMap(([kind, expression]) => {
    const found = expression.exec(plain);
    const key = found?.[1] ?? found?.[2];
    if (!found || key === undefined) return [];
    const rest = plain.slice(found.index + found[0].length);
    return [{ kind, key, value: kind === 'fetched-program' ? addressIn(plain, rest) : valueIn(rest) }];
  });
}

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
    .replace(/\\u\{?([0-9a-f]{1,6})\}?|\\x([0-9a-f]{2})/gi, (all, long?: string, short?: string) => {
      const code = Number.parseInt(long ?? short ?? '', 16);
      return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    })
    .replace(/\\\//g, '/');
