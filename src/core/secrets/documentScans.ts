import type { Finding, Scan } from './secretScan.ts';

/** What was found in a text. */
interface ScannedText {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** So many documents are remembered, the last asked about, and those that a question brings along, where nothing else is said. */
const mostDocuments = 24;
/** On either side of a change so much is searched again, characters: many times the longest line, and a key of 8192 bits. */
const margin = 16_384;

/**
 * What was found in documents, by their versions: a version that is known is not searched again, and of a new one only what
 * has changed, with a margin. Nothing is kept of a document that could not be searched.
 */
export class DocumentScans {
  readonly #scan: Scan;
  readonly #most: number;
  readonly #documents = new Map<string, Promise<ScannedText>>();

  constructor(scan: Scan, most = mostDocuments) {
    this.#scan = scan;
    this.#most = most;
  }

  /** The findings in this text of the document of that name. Rejects when it cannot be searched. */
  async findingsIn(document: string, text: string): Promise<readonly Finding[]> {
    const before = this.#documents.get(document);
    this.#documents.delete(document);
    const now = scanAgain(await before?.catch(() => undefined), text, this.#scan);
    this.#documents.set(document, now);
    for (const name of this.#documents.keys()) {
      if (this.#documents.size <= this.#most) break;
      this.#documents.delete(name);
    }
    try {
      return (await now).findings;
    } catch (error) {
      if (this.#documents.get(document) === now) this.#documents.delete(document);
      throw error;
    }
  }
}

/** The findings in a text of which an older version was searched: as if it were searched whole. */
export async function scanAgain(before: ScannedText | undefined, text: string, scan: Scan): Promise<ScannedText> {
  if (before?.text === text) return before;
  const change = before && changeOf(before, text);
  if (!before || !change || change.to - change.from > text.length / 2) return { text, findings: await scan(text) };
  const { from, to, shift } = change;
  const found = (await scan(text.slice(from, to))).map(finding => moved(finding, from));
  const isCut = found.some(({ start, end }) => (start <= from && from > 0) || (end >= to && to < text.length));
  if (isCut) return { text, findings: await scan(text) };
  const kept = before.findings.flatMap(finding => {
    if (finding.end <= from) return [finding];
    return finding.start + shift >= to ? [moved(finding, shift)] : [];
  });
  return { text, findings: [...kept, ...found] };
}

const moved = ({ start, end, kind }: Finding, by: number): Finding => ({ start: start + by, end: end + by, kind });

interface Change {
  /** What of the new text must be searched. */
  readonly from: number;
  readonly to: number;
  /** How far what stands behind it has moved. */
  readonly shift: number;
}

/** Whole lines around what differs, and the whole of every secret that reaches into them. */
function changeOf(before: ScannedText, text: string): Change {
  const shift = text.length - before.text.length;
  const shorter = Math.min(text.length, before.text.length);
  let same = 0;
  while (same < shorter && before.text.charCodeAt(same) === text.charCodeAt(same)) same += 1;
  let sameEnd = 0;
  const most = shorter - same;
  while (
    sameEnd < most &&
    before.text.charCodeAt(before.text.length - 1 - sameEnd) === text.charCodeAt(text.length - 1 - sameEnd)
  )
    sameEnd += 1;
  let from = lineStart(text, same - margin);
  let to = lineEnd(text, text.length - sameEnd + margin);
  const ordered = before.findings.toSorted((a, b) => a.start - b.start);
  for (const { start, end } of ordered) {
    if (start < to - shift && end > from) {
      from = Math.min(from, lineStart(text, start));
      to = Math.max(to, lineEnd(text, end + shift));
    }
  }
  for (const { start, end } of ordered.toReversed()) {
    if (start < to - shift && end > from) from = Math.min(from, lineStart(text, start));
  }
  return { from, to, shift };
}

const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

function lineEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
