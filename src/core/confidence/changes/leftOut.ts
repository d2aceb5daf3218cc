import { comparedBy } from '../reading/lexicons.ts';
import type { Sign } from '../../model/answer.ts';
import type { ChangedRun } from './changedRuns.ts';

/** Lines of code that must be gone: a single one goes with many a good edit. Chosen. */
const leastLost = 2;

/**
 * Code that was there is gone, and nothing but new comments or a stub stands in its place: left out, in whatever words and
 * language ("// 12 lines omitted", "# der Rest bleibt", "pass"). Told by structure alone, so that no list of words need be
 * complete (of 45 spellings such a list knew 24). Code that was only commented out is there still. Facts: line, and how many
 * lines of code are gone.
 */
export function leftOut(runs: readonly ChangedRun[], language: string, code: string): readonly Sign[] {
  const isComment = commentsIn(language);
  const lines = code.split('\n').map(line => line.trim());
  const found = runs.find(run => isLeftOut(run, isComment) || isStubLeft(run, lines, isComment));
  if (!found) return [];
  const gone = found.gone.filter(({ text }) => isCode(text, isComment)).length;
  return [{ code: 'left-out', weight: 'soft', facts: { line: found.line, lines: gone } }];
}

/** Lines of a body that was not yet a stub. Chosen. */
const leastBody = 3;

type IsComment = (line: string) => boolean;

function isLeftOut({ gone, come, pairs }: ChangedRun, isComment: IsComment): boolean {
  const emptied = pairs.filter(([before, after]) => isStub(after.text) && !isStub(before.text));
  const lost = [...gone, ...emptied.map(([before]) => before)].map(textOf).filter(line => isCode(line, isComment));
  const said = [...come, ...emptied.map(([, after]) => after)].map(textOf).filter(line => !isFrame(line));
  const least = said.some(line => unwritten.test(line)) ? 1 : leastLost;
  if (lost.length < least || said.length === 0 || said.length > lost.length) return false;
  if (!said.every(line => isComment(line) || isStub(line)) || isRewrittenAmid(gone, come, pairs)) return false;
  const words = said.join('\n');
  return !lost.some(line => words.includes(line)); // commented out
}

/** Of a body nothing is left but a stub with which it ended: `return nil` alone, where code stood before it. */
function isStubLeft(
  { gone, come, pairs, moved, line }: ChangedRun,
  lines: readonly string[],
  isComment: IsComment,
): boolean {
  if (come.length + pairs.length + moved.length > 0) return false;
  if (gone.filter(({ text }) => isCode(text, isComment)).length < leastBody) return false;
  const [head = '', stub = '', end = ''] = lines.slice(line - 2, line + 1);
  return /[{:]$/.test(head) && isStub(stub) && /^(?:[)}\]]|$)/.test(end);
}

/** Does other code stand where it stood? What was changed above all of it, its head say, is none. */
function isRewrittenAmid(gone: ChangedRun['gone'], come: ChangedRun['come'], pairs: ChangedRun['pairs']): boolean {
  const rewritten = pairs.filter(isRewritten);
  return rewritten.some(
    ([before, after]) =>
      gone.some(({ number }) => number < before.number) || come.some(({ number }) => number < after.number),
  );
}

const isRewritten = ([before, after]: ChangedRun['pairs'][number]): boolean =>
  !isStub(after.text) && before.tokens.map(textOf).join(' ') !== after.tokens.map(textOf).join(' ');

const textOf = ({ text }: { readonly text: string }): string => text;

const isCode = (line: string, isComment: IsComment): boolean => /\w/.test(line) && !isComment(line) && !isStub(line);

/** Brackets and commas that go with any code. */
const isFrame = (line: string): boolean => !/[\p{L}\p{N}.…]/u.test(line);

function commentsIn(language: string): IsComment {
  const { lineComments = [], blockComments = [] } = comparedBy(language) ?? {};
  const marks = [...lineComments, ...blockComments.map(([open]) => open)];
  return line => marks.some(mark => line.startsWith(mark)) || line.startsWith('{/*');
}

/** What says that there is nothing yet. */
const unwritten =
  /^(?:(?:todo|unimplemented)!\(.{0,80}\)|(?:TODO|fatalError|NotImplemented)\(.{0,80}\)|(?:throw|raise|panic)\b.{0,40}(?:not ?(?:yet )?implemented|NotImplemented|Unimplemented|UnsupportedOperation|NotSupported|todo).{0,40})[;,]?$/i;

/** What else stands where a body is still to be written. */
const empty =
  /^(?:pass|\.{3}|…|(?:unreachable|panic)!\(.{0,80}\)|Default::default\(\)|return(?: (?:null|None|undefined|nil|0|false|False|""|''|\[\]|\{\}))?)[;,]?(?:\s*(?:#|\/\/).{0,80})?$/i;

/** What says of itself that it only fills a place. */
const filling = /(?:\/\/|#|\/\*)\s{0,4}(?:placeholder|stub|dummy|not implemented)\b.{0,60}$/i;

const isStub = (line: string): boolean => unwritten.test(line) || empty.test(line) || filling.test(line);
