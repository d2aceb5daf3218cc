// Over 200 lines: one section's way from nothing to as much as there is room for.

import type { CountText } from './exactCounts.ts';
import { linesIn, linesLeftOut } from './leftOutMarks.ts';
import { keptSpans, type KeptSpan } from './keptSpans.ts';
import { groupEndAfter, groupEndBefore } from './lineGroups.ts';
import { afterLines, beforeLines, lineBreaks, lineEnd, lineStart, wholeCharacter, type LineSpan } from './lines.ts';
import type { KeptLines, TextPart, Shrinks } from '../model/prompt.ts';

/** Lines of one section, chosen from the most to the least important until there is no more room. */
export class Cut {
  readonly section: TextPart;
  readonly #shrinks: Shrinks;
  readonly #count: CountText;
  readonly #body: LineSpan;
  /** What is kept, in order: first what is near the start, last what is near the end, either may be empty. */
  readonly #kept: KeptSpan[];
  #waiting: readonly KeptSpan[];
  readonly #markTokens: number;
  readonly #frame: number;
  #tokens: number;

  constructor(section: TextPart, shrinks: Shrinks, count: CountText) {
    const { text } = section;
    const start = afterLines(text, { start: 0, end: text.length }, shrinks.headLines);
    const end = beforeLines(text, { start, end: text.length }, shrinks.tailLines);
    this.section = section;
    this.#shrinks = shrinks;
    this.#count = count;
    this.#body = { start, end };
    this.#kept = [
      { start, end: start },
      { start: end, end },
    ];
    this.#waiting = keptSpans(text, this.#body, shrinks.keep);
    this.#markTokens = Math.ceil(count(`${linesLeftOut(10_000)}\n`)) + seam;
    this.#frame = count(text.slice(0, start)) + count(text.slice(end)) + 2 * seam + this.#markTokens;
    this.#tokens = this.#frame;
  }

  /** Of head, tail, all that is kept, and the marks where something is left out. */
  get tokens(): number {
    return this.#tokens;
  }

  /** Of what is kept alone. */
  get bodyTokens(): number {
    return this.#tokens - this.#frame;
  }

  get isWhole(): boolean {
    return this.#kept.length === 1 || this.#body.start === this.#body.end;
  }

  /** Keeps more, up to so many tokens in all: what has a rank first, with half of the room, then what is near. */
  grow(maxTokens: number): void {
    if (this.#shrinks.focus === 'ranked') this.#growRanked(maxTokens);
    this.#growRanked(this.#tokens + (maxTokens - this.#tokens) / 2);
    while (!this.isWhole && this.#growNear(maxTokens));
    this.#closeSmallGaps();
  }

  /** The section with what is kept; itself when that is all. */
  result(): TextPart {
    if (this.isWhole) return this.section;
    const { text } = this.section;
    const keep: KeptLines[] = [];
    let cut = '';
    let lines = 0;
    let from = this.#body.start;
    for (const kept of this.#kept) {
      if (kept.start > from) {
        const mark = `${cut === '' || cut.endsWith('\n') ? '' : '\n'}${linesLeftOut(linesIn(text, { start: from, end: kept.start }))}\n`;
        cut += mark;
        lines += mark.startsWith('\n') ? 2 : 1;
      }
      keep.push(...this.#ranksWithin(kept, lines));
      cut += text.slice(kept.start, kept.end);
      lines += lineBreaks(text, kept);
      from = kept.end;
    }
    const whole = text.slice(0, this.#body.start) + cut + text.slice(this.#body.end);
    return { ...this.section, text: whole, shrinks: { ...this.#shrinks, keep } };
  }

  #growRanked(maxTokens: number): void {
    const left: KeptSpan[] = [];
    for (const span of this.#waiting) {
      const tokens = this.#count(this.section.text.slice(span.start, span.end)) + this.#markTokens;
      if (this.#tokens + tokens > maxTokens) left.push(span);
      else if (this.#insert(span)) this.#tokens += tokens;
    }
    this.#waiting = left;
  }

  /** Puts a span of its own among what is kept; false: what is kept overlaps it. */
  #insert(span: KeptSpan): boolean {
    const next = this.#kept.findIndex(({ start }) => start >= span.end);
    const before = this.#kept[next - 1];
    if (next < 1 || !before || before.end > span.start) return false;
    this.#kept.splice(next, 0, span);
    return true;
  }

  /** One step from what is near; false: there is no room for it. */
  #growNear(maxTokens: number): boolean {
    const { focus } = this.#shrinks;
    const fromStart =
      focus === 'start' || focus === 'ranked' || (focus === 'ends' && this.#lengthAt(0) <= this.#lengthAt(-1));
    const gap = fromStart
      ? { start: this.#kept[0]?.end ?? 0, end: this.#kept[1]?.start ?? 0 }
      : { start: this.#kept.at(-2)?.end ?? 0, end: this.#kept.at(-1)?.start ?? 0 };
    const room = maxTokens - this.#tokens;
    const taken = fromStart ? this.#takeFromStart(gap, room) : this.#takeFromEnd(gap, room);
    if (!taken) return false;
    this.#tokens += taken.tokens;
    const [before, after] = fromStart ? [this.#kept[0], this.#kept[1]] : [this.#kept.at(-2), this.#kept.at(-1)];
    if (!before || !after) return false;
    if (fromStart) before.end = taken.end;
    else after.start = taken.start;
    if (before.end >= after.start) this.#join(fromStart ? 0 : this.#kept.length - 2);
    return true;
  }

  #lengthAt(index: number): number {
    const kept = this.#kept.at(index);
    return kept ? kept.end - kept.start : 0;
  }

  #join(index: number): void {
    const after = this.#kept[index + 1];
    const before = this.#kept[index];
    if (!before || !after) return;
    before.end = after.end;
    this.#kept.splice(index + 1, 1);
    this.#tokens -= this.#markTokens;
  }

  /** What costs no more than the mark in its place stays. */
  #closeSmallGaps(): void {
    for (let index = this.#kept.length - 2; index >= 0; index -= 1) {
      const [start = 0, end = 0] = [this.#kept[index]?.end, this.#kept[index + 1]?.start];
      if (end - start > mostForMark) continue;
      const tokens = this.#count(this.section.text.slice(start, end));
      if (tokens > this.#markTokens) continue;
      this.#tokens += tokens;
      this.#join(index);
    }
  }

  #takeFromStart(gap: LineSpan, room: number): Taken | undefined {
    const { text } = this.section;
    const { start } = gap;
    for (let chars = chunkOf(room); chars > leastChunk; chars /= 2) {
      const end = groupEndBefore(text, start + chars, gap);
      const taken = end > start ? this.#affordable({ start, end }, room) : undefined;
      if (taken) return taken;
    }
    const line = { start, end: lineEnd(text, start, Math.min(gap.end, start + longestAt(room) + 1)) };
    return (
      this.#affordable(line, room) ??
      this.#partOf(line, room, length => ({ start, end: wholeCharacter(text, start + length) }))
    );
  }

  #takeFromEnd(gap: LineSpan, room: number): Taken | undefined {
    const { text } = this.section;
    const { end } = gap;
    for (let chars = chunkOf(room); chars > leastChunk; chars /= 2) {
      const start = groupEndAfter(text, end - chars, gap);
      const taken = start < end ? this.#affordable({ start, end }, room) : undefined;
      if (taken) return taken;
    }
    const line = { start: lineStart(text, end, Math.max(gap.start, end - longestAt(room) - 1)), end };
    return (
      this.#affordable(line, room) ??
      this.#partOf(line, room, length => {
        const start = wholeCharacter(text, end - length);
        return { start: start < end - length ? start + 2 : start, end };
      })
    );
  }

  #affordable(span: LineSpan, room: number): Taken | undefined {
    if (span.end - span.start > longestAt(room)) return undefined;
    const tokens = this.#count(this.section.text.slice(span.start, span.end));
    return tokens <= room ? { ...span, tokens } : undefined;
  }

  /** As much as there is room for of a line that is too long. */
  #partOf({ start, end }: LineSpan, room: number, partAt: (length: number) => LineSpan): Taken | undefined {
    if (end - start < overlong || room < leastPart) return undefined;
    let [fits, high]: [Taken | undefined, number] = [
      undefined,
      Math.min(end - start - 1, Math.floor(room * mostCharsPerToken)),
    ];
    for (let low = 0, steps = 0; steps <= 10 && high - low > high / 128; steps += 1) {
      const length = steps === 0 ? high : Math.ceil((low + high) / 2); // blanks cost so little that all of it may fit
      const part = partAt(length);
      const tokens = this.#count(this.section.text.slice(part.start, part.end)) + 1; // and the line break after it
      if (tokens <= room && part.end > part.start) [fits, low] = [{ ...part, tokens }, length];
      else high = length - 1;
    }
    return fits;
  }

  /** The ranked lines within what is kept, which now begins at line `firstLine` of the body. */
  #ranksWithin(kept: LineSpan, firstLine: number): readonly KeptLines[] {
    const { text } = this.section;
    return keptSpans(text, this.#body, this.#shrinks.keep).flatMap(({ start, end, rank }) => {
      if (start < kept.start || end > kept.end || rank === undefined) return [];
      const first = firstLine + lineBreaks(text, { start: kept.start, end: start });
      return [{ first, last: first + Math.max(0, lineBreaks(text, { start, end: end - 1 })), rank }];
    });
  }
}

interface Taken extends LineSpan {
  readonly tokens: number;
}

/** No longer text, characters, is as cheap as a mark. */
const mostForMark = 80;
/** What tokens may change by where two parts join that are no line groups. */
const seam = 1;
/** Characters that are tried at once: somewhat less than there is room for, of ordinary text. */
const chunkOf = (room: number): number => Math.min(8_192, Math.floor(room * 2.5));
/** From here on it goes line by line. */
const leastChunk = 120;
/** Longer lines, characters, are not counted whole: they cannot fit. No text of words has so few tokens. */
const longestLine = 2_000;
const mostCharsPerToken = 8;
const longestAt = (room: number): number => Math.floor(Math.max(longestLine, room * mostCharsPerToken));
/** A line from this length on, characters, may be cut within, if there is room for so many tokens. */
const overlong = 160;
const leastPart = 8;
