import type { Finding } from '../../core/secrets/secretScan.ts';
import { insertedSecretsIn, insertions } from './columns/insertedRows.ts';
import { tableSecretsIn } from './columns/tables.ts';
import { findEncoded } from './encodedSecrets.ts';
import { bareKeyMarks, findBareKeys } from './keys/bareKeys.ts';
import { findKeysInArmour } from './keyArmour.ts';
import { findTokens } from './knownTokens.ts';
import { longRuns, type LongRuns } from './longRuns.ts';
import { namedValuesIn } from './named/namedValues.ts';
import { paced } from './paced.ts';
import { nearFinder, type Look, type Near } from './nearWords.ts';
import type { SecretPattern } from './rows/secretPattern.ts';
import { secretPatterns } from './secretPatterns.ts';
import { findByRules, ruleMarks } from './secretlint.ts';
import { endWithoutCode } from './named/writtenValue.ts';
import { findSplit } from './splitLiterals.ts';

/** Characters that are searched as one. */
const stretch = 24_576;
/** A secret that reaches over the end of a stretch is seen whole up to this length, and followed behind it. */
const overlap = 7_168;

/**
 * Every secret that secretlint's recommended rules or our own finders find in `text`, in any order, some overlapping. A
 * long text is searched in stretches that overlap, and the search pauses so often that nobody waits for it.
 */
export async function findSecrets(text: string): Promise<readonly Finding[]> {
  const pace = paced();
  if (text.length <= stretch + overlap) {
    const look = lookAt(text);
    return [...(await findInRows(text, pace, look)), ...(await findInStretch(look, pace))];
  }
  const findings = [...(await findInRows(text, pace))];
  for (let from = 0; from < text.length;) {
    const to = stretchEnd(text, from);
    const [first, last] = [Math.max(0, from - overlap), Math.min(text.length, to + overlap)];
    for (const { start, end, kind } of await findInStretch(lookAt(text.slice(first, last)), pace)) {
      const whole = { start: first + start, end: first + end, kind };
      findings.push(whole.end === last && last < text.length ? { ...whole, end: followed(text, last) } : whole);
    }
    from = to;
  }
  return findings;
}

function stretchEnd(text: string, from: number): number {
  const end = Math.min(text.length, from + stretch);
  const line = text.lastIndexOf('\n', end);
  return line > end - overlap && line > from && end < text.length ? line + 1 : end;
}

const run = /[^\s"'`()[\]{}<>,;]*/y;

/** Where a secret ends that goes on behind what was searched. */
function followed(text: string, at: number): number {
  run.lastIndex = at;
  run.test(text);
  return run.lastIndex;
}

const nearIn = nearFinder([
  ...secretPatterns.map(({ inRun, near }) => ({ [inRun ? 'runs' : 'text']: near })),
  ...ruleMarks,
  bareKeyMarks,
  { text: insertions },
]);

/** A text and what one look at it tells. */
interface Looked {
  readonly text: string;
  readonly runs: LongRuns;
  readonly near: Look;
}

function lookAt(text: string): Looked {
  const runs = longRuns(text);
  return { text, runs, near: nearIn(text, runs.text) };
}

type Pace = ReturnType<typeof paced>;

/** What columns tell: their names may stand far above, so the text is looked at as a whole. */
async function findInRows(text: string, pace: Pace, look?: Looked): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const inserted = !look || look.near.text(insertions) ? insertedSecretsIn(text) : [];
  for (const rows of [tableSecretsIn(text, look?.near.nameStarts), inserted])
    for (const found of rows) {
      findings.push(...found);
      const waiting = pace();
      if (waiting) await waiting;
    }
  return findings;
}

async function findInStretch(looked: Looked, pace: Pace): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const found of allIn(looked)) {
    findings.push(...(found instanceof Promise ? await found : found)); // a promise for each would take twice the time
    const waiting = pace();
    if (waiting) await waiting;
  }
  return findings;
}

/** What each finder finds, one finder after the other. */
function* allIn({ text, runs, near }: Looked): Generator<readonly Finding[] | Promise<readonly Finding[]>> {
  yield* namedValuesIn(text, near.nameStarts);
  yield findTokens(runs);
  for (const pattern of secretPatterns) if (isNear(pattern, near)) yield findPattern(text, pattern);
  yield findKeysInArmour(text, runs);
  yield findBareKeys(text, runs, near);
  yield findSplit(text, findByShape);
  yield findEncoded(runs, hasSecret);
  yield findByRules(text, near);
}

const shapes = secretPatterns.filter(({ inRun }) => inRun);

function findByShape(text: string): readonly Finding[] {
  const { runs, near } = lookAt(text);
  const likely = shapes.filter(pattern => isNear(pattern, near));
  return [...findTokens(runs), ...likely.flatMap(pattern => findPattern(text, pattern))];
}

const hasSecret = (text: string): boolean =>
  findByShape(text).length > 0 ||
  findKeysInArmour(text, longRuns(text)).length > 0 ||
  namedValuesIn(text).some(found => found.length > 0);

const isNear = ({ inRun, near }: SecretPattern, { text, runs }: Near): boolean => (inRun ? runs : text)(near);

function findPattern(text: string, { kind, pattern, isLikely }: SecretPattern): readonly Finding[] {
  return [...text.matchAll(pattern)].flatMap(({ indices }) => {
    const [start, to] = indices?.groups?.['secret'] ?? [0, 0];
    const end = endWithoutCode(text, start, to);
    return isLikely(text.slice(start, end)) ? [{ start, end, kind }] : [];
  });
}
