import { Cut } from './cut.ts';
import { roughTokens } from './estimateTokens.ts';
import type { CountText } from './exactCounts.ts';
import { sectionsLeftOut } from './leftOutMarks.ts';
import { lineEnd } from './lines.ts';
import type { Prompt, TextPart } from '../model/prompt.ts';
import { frameTokens, tokensOf, tokensOfPrompt } from './tokens.ts';
import { withMarks } from './withMarks.ts';

/** A prompt that fits. */
export interface Fitted {
  /** The very prompt that was given, when nothing had to go. */
  readonly prompt: Prompt;
  /** Names of the sections that are not in it at all, and of those that are in it in part. */
  readonly leftOut: readonly string[];
  readonly shortened: readonly string[];
  /** What became of each section of the prompt that was given, in order. */
  readonly states: readonly SectionState[];
}

export type SectionState = 'whole' | 'shortened' | 'left-out';

/** From here on a section is never touched. */
const indispensable = 90;
/** A shortened section with fewer tokens of its body is of no use to the model. */
const leastUseful = 48;
/** With so many tokens each, no section that can be shortened is left out. */
const ampleRoom = 200;
/** A prompt with more characters for each token that there is room for is not counted whole: it cannot fit. */
const mostCharsPerToken = 10;
const mostTries = 6;

/**
 * The prompt in at most `maxTokens`, by `count` (which must add up over line groups) and with its frame (`tokensOfPrompt`). What was asked, the
 * system's words (but for those that say how they shrink) and whatever has priority 90 or more stay whole. Of the rest the highest priority
 * has its place first; what does not fit is shortened where it says how, and else left out. Of a conversation the oldest turns go,
 * question with answer.
 */
export function fitPrompt(prompt: Prompt, maxTokens: number, count: CountText = roughTokens): Fitted | 'too-long' {
  const { parts } = prompt;
  const whole = { prompt, leftOut: [], shortened: [], states: parts.map(() => 'whole' as const) };
  const chars = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (chars <= maxTokens * mostCharsPerToken && tokensOfAll(parts, count, maxTokens) <= maxTokens) return whole;
  const isFixed = (section: TextPart): boolean =>
    !isShortenedLast(section) &&
    (section.role === 'system' || section.priority >= indispensable || section === parts.at(-1));
  const fixed = parts.filter(isFixed);
  const others = parts.filter(section => !isFixed(section));
  const fixedTokens = tokensOfAll(fixed, count, maxTokens);
  if (fixedTokens > maxTokens) return 'too-long';
  const free = maxTokens - fixedTokens;
  // where some may be left out, there is room for the line that says so
  let marks =
    others.some(({ shrinks }) => !shrinks) || free < others.length * ampleRoom ? markTokens(others, count) : 0;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const places = new Places(count, tries === mostTries - 1 ? 0 : free - marks);
    for (const group of groupsOf(others)) places.take(group);
    const fitted = places.fitted(prompt, isFixed);
    const missing = others.filter(section => !places.has(section));
    const over = markTokens(missing, count) - marks - places.room;
    const overByEstimate = count === roughTokens ? tokensOfPrompt(fitted.prompt) - maxTokens : 0;
    if (over <= 0 && overByEstimate <= 0) return fitted.leftOut.length + fitted.shortened.length > 0 ? fitted : whole;
    marks += Math.ceil(Math.max(over, overByEstimate)) + 1;
  }
  return 'too-long';
}

/** Of the system's words only those are cut that are not the assistance's own: they say how they shrink. */
const isShortenedLast = ({ role, shrinks }: TextPart): boolean => role === 'system' && shrinks !== undefined;

/** What the lines that name these sections cost at most. */
const markTokens = (missing: readonly TextPart[], count: CountText): number =>
  missing.length === 0 ? 0 : Math.ceil(count(sectionsLeftOut(missing.map(({ name }) => name)))) + 2;

/** Sections of one priority, the highest first. */
function groupsOf(sections: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const priorities = [...new Set(sections.map(({ priority }) => priority))].sort((a, b) => b - a);
  return priorities.map(priority => sections.filter(section => section.priority === priority));
}

/** With their frame; more than `enough` is not counted to the end. */
function tokensOfAll(sections: readonly TextPart[], count: CountText, enough: number): number {
  let tokens = frameTokens(sections);
  for (const section of sections) {
    if (tokens > enough) break;
    // the estimate of a section is remembered
    tokens += count === roughTokens ? tokensOf(section) : tokensOfText(section.text, count, enough - tokens);
  }
  return tokens;
}

function tokensOfText(text: string, count: CountText, enough: number): number {
  if (text.length <= slice) return count(text);
  let tokens = 0;
  for (let at = 0; at < text.length && tokens <= enough;) {
    const end = lineEnd(text, Math.min(text.length, at + slice));
    tokens += count(text.slice(at, end));
    at = end;
  }
  return tokens;
}

/** Characters that are counted in one step. */
const slice = 4_096;

/** What has found its place, in a room of so many tokens. */
class Places {
  readonly #count: CountText;
  readonly #kept = new Map<TextPart, TextPart>();
  #room: number;
  #turnsEnded = false;

  constructor(count: CountText, room: number) {
    this.#count = count;
    this.#room = room;
  }

  /** What is left. */
  get room(): number {
    return Math.max(0, this.#room);
  }

  has(section: TextPart): boolean {
    return this.#kept.has(section);
  }

  /** Finds places for sections of one priority. */
  take(group: readonly TextPart[]): void {
    if (group.some(({ role }) => role === 'assistant')) return this.#takeTurn(group);
    for (const section of group) if (!section.shrinks) this.#takeWhole([section]);
    let shrinking = group.filter(({ shrinks }) => shrinks);
    let cuts: readonly Cut[] = [];
    for (; shrinking.length > 0; shrinking = shrinking.filter(section => section !== leastOf(cuts))) {
      cuts = shrinking.flatMap(section => (section.shrinks ? [new Cut(section, section.shrinks, this.#count)] : []));
      share(cuts, this.#room - frameTokens(shrinking));
      if (cuts.every(cut => cut.isWhole || cut.bodyTokens >= leastUseful)) break;
    }
    if (shrinking.length === 0) return;
    for (const cut of cuts) {
      this.#kept.set(cut.section, cut.result());
      this.#room -= cut.tokens + frameTokens([cut.section]);
    }
  }

  /** The prompt of what has its place, with marks where something has none. */
  fitted(prompt: Prompt, isFixed: (section: TextPart) => boolean): Fitted {
    const placed = prompt.parts.map(section => ({
      section,
      kept: isFixed(section) ? section : this.#kept.get(section),
    }));
    const states = placed.map(({ section, kept }) => (!kept ? 'left-out' : kept === section ? 'whole' : 'shortened'));
    const namesOf = (state: SectionState): string[] =>
      placed.flatMap(({ section }, index) => (states[index] === state ? [section.name] : []));
    return {
      prompt: { ...prompt, parts: withMarks(placed) },
      leftOut: namesOf('left-out'),
      shortened: namesOf('shortened'),
      states,
    };
  }

  /** A conversation has no holes: where one turn has no place, older ones have none either. */
  #takeTurn(turn: readonly TextPart[]): void {
    if (!this.#turnsEnded) this.#turnsEnded = !this.#takeWhole(turn);
  }

  #takeWhole(sections: readonly TextPart[]): boolean {
    const chars = sections.reduce((sum, { text }) => sum + text.length, 0);
    if (chars > this.#room * mostCharsPerToken) return false;
    const tokens = tokensOfAll(sections, this.#count, this.#room);
    if (tokens > this.#room) return false;
    for (const section of sections) this.#kept.set(section, section);
    this.#room -= tokens;
    return true;
  }
}

/** Of which the least is kept. */
const leastOf = (cuts: readonly Cut[]): TextPart | undefined =>
  cuts.toSorted((a, b) => a.bodyTokens - b.bodyTokens).find(({ isWhole }) => !isWhole)?.section;

/** Everyone gets the same share; what one does not need goes to the others. */
function share(cuts: readonly Cut[], room: number): void {
  for (const cut of cuts) cut.grow(room / cuts.length);
  let left = room - cuts.reduce((sum, { tokens }) => sum + tokens, 0);
  for (const cut of cuts) {
    const before = cut.tokens;
    if (left > 0 && !cut.isWhole) cut.grow(before + left);
    left -= cut.tokens - before;
  }
}
