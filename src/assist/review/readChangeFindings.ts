import { changedFiles } from '../commit/changedFiles.ts';
import type { CodeFinding, ReviewFindings } from '../finding.ts';
import { changedCode, type ChangedCode, type ShownLine } from './changedCode.ts';
import { quotePlace, type QuotePlace } from './quotePlace.ts';
import { findingOf, readWritten, saidOnce, type WrittenReview } from './readFindings.ts';
import type { WrittenFinding } from './findingsForm.ts';

/** The findings of a review of changes, each in its file and at its lines there, as they are after the change. */
export function readChangeFindings(text: string, diff: string): ReviewFindings | undefined {
  const written = readWritten(text);
  return written && placed(written, changedFiles(diff).map(changedCode));
}

function placed({ read, malformed, unread }: WrittenReview, files: readonly ChangedCode[]): ReviewFindings {
  const findings: CodeFinding[] = [];
  let [unfounded, ambiguous] = [malformed, 0];
  for (const each of read) {
    const found = inFiles(each, files);
    if (found === 'several') ambiguous += 1;
    else if (found === 'missing') unfounded += 1;
    else findings.push(found);
  }
  return { findings: saidOnce(findings), unfounded, ambiguous, ...(unread > 0 && { unread }) };
}

/** In the file that it names, or the only one in which its quotation stands. */
function inFiles(written: WrittenFinding, files: readonly ChangedCode[]): CodeFinding | 'missing' | 'several' {
  const named = files.filter(({ path }) => isNamed(path, written.file ?? ''));
  const found = (named.length > 0 ? named : files).map(file => inFile(written, file));
  const [finding, ...others] = found.filter(each => typeof each !== 'string');
  if (others.length > 0) return 'several';
  return finding ?? (found.includes('several') ? 'several' : 'missing');
}

const isNamed = (path: string, name: string): boolean => {
  const bare = name.trim().replace(/^(?:[ab]\/|\.\/)/, '');
  return bare !== '' && (path === bare || path === name.trim() || path.endsWith(`/${bare}`));
};

/** What was taken away is told at the line that stands there now; nothing may stand in its place. */
function inFile(written: WrittenFinding, file: ChangedCode): CodeFinding | 'missing' | 'several' {
  const { after, removed } = sidesOf(written.quote);
  const line = indexOf(file.shown, written.line ?? undefined);
  const place = quotePlace(file.after, after, line);
  if (typeof place !== 'string') return findingAt(written, file, place);
  if (place === 'several') return place;
  const gone = quotePlace(file.removed, removed);
  if (typeof gone === 'string') return gone;
  const at = nearestTo(file.removedAt[gone.first] ?? 0, file.shown);
  return at === undefined ? 'missing' : findingAt(written, file, { first: at, last: at, isWhole: false });
}

/** What is quoted of the lines of now and of those that are gone: a model may copy the signs of a patch as well. */
function sidesOf(quote: string): { readonly after: string; readonly removed: string } {
  const lines = quote.split('\n');
  const isPatch = lines.some(line => /^[+-]/.test(line)) && lines.every(line => /^(?:[-+ ]|$)/.test(line));
  if (!isPatch) return { after: quote, removed: quote };
  const textOf = (own: readonly string[]): string => own.map(line => line.slice(1)).join('\n');
  return {
    after: textOf(lines.filter(line => !line.startsWith('-'))),
    removed: textOf(lines.filter(line => line.startsWith('-'))),
  };
}

/** Which of the shown lines, 1-based, has this number in the file. */
function indexOf(shown: readonly ShownLine[], line: number | undefined): number | undefined {
  const at = line === undefined ? -1 : shown.findIndex(each => each.line === line - 1);
  return at < 0 ? undefined : at + 1;
}

/** The shown line at this place, or right above it. */
function nearestTo(at: number, shown: readonly ShownLine[]): number | undefined {
  const isThere = (index: number): boolean => (shown[index]?.line ?? -1) >= 0;
  return [at, at - 1].find(isThere);
}

function findingAt(written: WrittenFinding, { path, shown }: ChangedCode, place: QuotePlace): CodeFinding {
  const texts = shown.map(({ text }) => text);
  const { first, last, ...finding } = findingOf(written, place, texts);
  return { ...finding, file: path, first: shown[first]?.line ?? 0, last: shown[last]?.line ?? 0 };
}
