import type { SecretHolder } from '../model/purpose.ts';
import type { Steps } from '../shared/steps.ts';
import { placeFinder } from './placeFinder.ts';
import { assignedIn, copiesOf } from './secretHolders.ts';
import { byWord, heldIn, spokenIn, type HoldersByWord } from './spokenHolders.ts';

/** Code before and after an edit, with placeholders, and who held secrets in what was sent besides. */
export interface PrintedIn {
  readonly before: string;
  readonly after: string;
  readonly holders: readonly SecretHolder[];
}

/** A call that prints or logs a secret which was not printed before. */
export interface PrintedSecret {
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Calls that an edit brings in and that print a secret: its placeholder, or a variable or key to which it was assigned, at
 * once or by way of others. How often each secret was printed before is no news. What says no more than that there is one,
 * or how long it is, prints none. Throws when nothing was found and not all could be followed.
 */
export function* printedPlaceholders(
  names: readonly string[],
  { before, after, holders }: PrintedIn,
): Steps<readonly PrintedSecret[]> {
  const known = [...holders, ...(yield* assignedIn(names, before)), ...(yield* assignedIn(names, after))];
  const [ofBefore, ofAfter] = [yield* copiesOf(known, before), yield* copiesOf(known, after)];
  const all = byWord([...known, ...ofBefore.holders, ...ofAfter.holders]);
  const [old, now] = [yield* printsOf(before, names, all), yield* printsOf(after, names, all)];
  const lines = newLines(old, now);
  if (lines.length === 0 && (ofBefore.isCut || ofAfter.isCut)) throw new Error('too many copies of secrets to follow');
  return lines.map(line => ({ line }));
}

/** Where secrets are printed now by what did not print before, as often as each is printed more than it was. */
function newLines(old: readonly Print[], now: readonly Print[]): readonly number[] {
  const more = timesPrinted(now);
  for (const [name, times] of timesPrinted(old)) more.set(name, (more.get(name) ?? 0) - times);
  const lines = new Set<number>();
  for (const { line, printed } of withoutThose(old, now))
    for (const name of printed) {
      const left = more.get(name) ?? 0;
      if (left > 0) lines.add(line);
      more.set(name, left - 1);
    }
  return [...lines].sort((a, b) => a - b);
}

function timesPrinted(prints: readonly Print[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { printed } of prints) for (const name of printed) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** Those of now that are not among the old ones, each of which stands for one. */
function withoutThose(old: readonly Print[], now: readonly Print[]): readonly Print[] {
  const left = new Map<string, number>();
  for (const { text } of old) left.set(text, (left.get(text) ?? 0) + 1);
  return now.filter(({ text }) => {
    const times = left.get(text) ?? 0;
    left.set(text, times - 1);
    return times <= 0;
  });
}

/** A call that prints, and the secrets that it prints. */
interface Print {
  readonly line: number;
  readonly text: string;
  readonly printed: ReadonlySet<string>;
}

const levels =
  'log|info|warn|warning|error|err|debug|trace|dir|table|critical|fatal|exception|verbose|notice|severe|fine|msg|print\\w{0,2}|write';
const printers = [
  `(?:console|[\\w$]{0,40}logg?(?:er|ing)?|stdout|stderr)\\.(?:${levels})`,
  '(?:fmt|log)\\.(?:F?[Pp]rint(?:ln|f)?|Fatal(?:ln|f)?|Panic(?:ln|f)?)|System\\.(?:out|err)\\.print(?:ln|f)?',
  '(?:Console|Debug|Trace)\\.(?:Write(?:Line)?|Log(?:Warning|Error)?)|IO\\.(?:puts|inspect)|document\\.write(?:ln)?',
  'e?print(?:ln|f|_r)?!?|(?:info|debug|warn|error|trace|dbg)!|f?printf|puts|pp|alert|var_dump|var_export|dump|dd|error_log|syslog|NSLog|os_log',
].join('|');
const called = new RegExp(`(?<![\\w$.])(?:(?:this|self|process|sys|app)\\.)?(?:${printers})\\s?\\(`, 'gi');
const command =
  /^[ \t]{0,80}(?:echo|printf|print|puts|pp|say|Write-(?:Host|Output|Verbose|Debug|Information|Warning|Error)) (?!=)/gim;
const streamed = /\b(?:cout|cerr|clog)\s?<</g;
/** So much of a call is looked at. */
const longestPrint = 1_000;

function* printsOf(code: string, names: readonly string[], holders: HoldersByWord): Steps<readonly Print[]> {
  const found: Print[] = [];
  const placesIn = placeFinder(names);
  let [line, counted] = [1, 0];
  for (const { start, end } of stretchesOf(code)) {
    const text = code.slice(start, end);
    line += code.slice(counted, start).split('\n').length - 1;
    counted = start;
    const own = placesIn(text).map(({ name }) => name);
    const printed = new Set([...own, ...heldIn(spokenIn(text), holders)]);
    if (printed.size > 0) found.push({ line, text, printed });
    yield;
  }
  return found;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is given to each call that prints, in order. */
const stretchesOf = (code: string): readonly Stretch[] =>
  [
    ...apart(code.matchAll(called), start => closing(code, start)),
    ...apart(code.matchAll(command), start => lineEnd(code, start)),
    ...apart(code.matchAll(streamed), start => lineEnd(code, start)),
  ].sort((a, b) => a.start - b.start);

/** Up to where each reaches; what begins within another belongs to it. */
function apart(found: Iterable<RegExpExecArray>, endOf: (start: number) => number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { index, 0: whole } of found) {
    if (index < (stretches.at(-1)?.end ?? 0)) continue;
    const start = index + whole.length;
    stretches.push({ start, end: endOf(start) });
  }
  return stretches;
}

/** Where the line or statement ends; at once when it is piped or written to a file, and so not shown. */
function lineEnd(code: string, start: number): number {
  const [rest = ''] = code.slice(start, start + longestPrint).split(/\n|;/, 1);
  return start + (/\||>(?!&2)/.test(rest) ? 0 : rest.length);
}

/** Where the bracket ends that begins here. */
function closing(text: string, from: number): number {
  const most = Math.min(text.length, from + longestPrint);
  let depth = 1;
  for (let at = from; at < most; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) === 0) return at;
  }
  return most;
}
