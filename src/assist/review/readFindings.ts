import { parseJson } from '../../core/shared/parseJson.ts';
import { indentedAt } from '../indentedAt.ts';
import {
  findingKinds,
  type CodeFinding,
  type FindingKind,
  type FindingSeverity,
  type ReviewFindings,
} from '../finding.ts';
import { findingsIn, type WrittenFinding } from './findingsForm.ts';
import { quotedCode, quotePlace, type QuotePlace } from './quotePlace.ts';

/** More of a sentence is not shown, characters. */
const longestMessage = 300;
const longestWords = 1_000;
/** Nobody looks through a longer proposal in a diff of some lines, characters. */
const longestFix = 8_000;

/** What was read of the list that a review has answered. */
export interface WrittenReview {
  readonly read: readonly WrittenFinding[];
  /** So many of its entries are no findings. */
  readonly malformed: number;
  /** As of what was found. */
  readonly unread: number;
}

/** The list of a review, without entries that say nothing; undefined: it is not the answer of a review. */
export function readWritten(text: string): WrittenReview | undefined {
  const value = parseJson(text);
  const written = value === undefined ? undefined : findingsIn(value);
  if (!written) return undefined;
  const read = written.read.filter(({ message }) => oneLine(message, longestMessage) !== '');
  return { read, malformed: written.malformed + written.read.length - read.length, unread: written.unread };
}

/** The findings of a review whose quotations stand in the code, from above; undefined: it is not the answer of a review. */
export function readFindings(text: string, code: string): ReviewFindings | undefined {
  const written = readWritten(text);
  if (!written) return undefined;
  const known = quotedCode(code);
  const lines = code.split('\n');
  const findings: CodeFinding[] = [];
  let [unfounded, ambiguous] = [written.malformed, 0];
  for (const each of written.read) {
    const place = quotePlace(known, each.quote, each.line ?? undefined);
    if (place === 'several') ambiguous += 1;
    else if (place === 'missing') unfounded += 1;
    else findings.push(findingOf(each, place, lines));
  }
  return { findings: saidOnce(findings), unfounded, ambiguous };
}

/** A finding at its place in these lines. */
export function findingOf(written: WrittenFinding, place: QuotePlace, lines: readonly string[]): CodeFinding {
  const { severity, kind, message, why, advice, fix } = written;
  const quoted = lines.slice(place.first, place.last + 1);
  const replacement = place.isWhole && fix !== undefined && fix !== null ? replacementOf(fix, quoted) : undefined;
  return {
    severity: severityOf(severity),
    kind: kindOf(kind),
    message: oneLine(message, longestMessage),
    why: oneLine(why ?? '', longestWords),
    advice: oneLine(advice ?? '', longestWords),
    first: place.first,
    last: place.last,
    quoted: quoted.join('\n'),
    ...(replacement !== undefined && { replacement }),
  };
}

/** Indented as what it replaces; undefined where it says nothing else than what is there. */
function replacementOf(fix: string, quoted: readonly string[]): string | undefined {
  const code = fix
    .replaceAll('\r\n', '\n')
    .replace(/^\s*```[^\n]*\n/, '')
    .replace(/\n?```\s*$/, '');
  if (code.trim() === '' || code.length > longestFix) return undefined;
  const before = /^[ \t]*/.exec(quoted[0] ?? '')?.[0] ?? '';
  const place = { before, after: '', insertSpaces: !before.includes('\t'), tabSize: 4 };
  const replacement = before + indentedAt(code.replace(/^(?:[ \t]*\n)+/, '').trimEnd(), place);
  const isSame = replacement.replace(/\s+/g, ' ').trim() === quoted.join('\n').replace(/\s+/g, ' ').trim();
  return isSame ? undefined : replacement;
}

const oneLine = (words: string, longest: number): string => words.replace(/\s+/g, ' ').trim().slice(0, longest);

/** Models have more words than there are weights. */
function severityOf(word: string | null | undefined): FindingSeverity {
  if (/^(?:err|crit|high|block|major|fatal|severe)/i.test(word ?? '')) return 'error';
  return /^(?:info|hint|low|minor|nit|note|suggest|style|trivial)/i.test(word ?? '') ? 'information' : 'warning';
}

const kindOf = (word: string | null | undefined): FindingKind =>
  findingKinds.find(kind => kind === word?.trim().toLowerCase()) ?? 'other';

/** From above; what is said twice of the same lines is said once. */
export function saidOnce(findings: readonly CodeFinding[]): readonly CodeFinding[] {
  const keyOf = ({ file, first, last, message }: CodeFinding): string => `${file ?? ''}:${first}-${last} ${message}`;
  const once = [...new Map(findings.map(each => [keyOf(each), each])).values()];
  return once.sort((one, other) => one.first - other.first || one.last - other.last);
}
