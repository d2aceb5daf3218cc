// Over 200 lines: who has a place in the room, and how it is shared, belong together.

import { Cut, type CutSteps } from './cut.ts';
import { roughTokens } from './estimateTokens.ts';
import type { CountText } from './exactCounts.ts';
import { sectionsLeftOut } from './leftOutMarks.ts';
import { lineEnd } from './lines.ts';
import type { Prompt, Section } from '../model/prompt.ts';
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

/**
 * The prompt in at most `maxTokens`, by `count` (which must add up over line groups) and with its frame (`tokensOfPrompt`). What was asked, the system's
 * words and whatever has priority 90 or more stay whole. Of the rest the highest priority has its place first; what does
 * not fit is shortened where it says how, and else left out. Of a conversation the oldest turns go, question with answer.
 */
export function fitPrompt(prompt: Prompt, maxTokens: number, count: CountText = roughTokens): Fitted | 'too-long' {
  const steps = fitting(prompt, maxTokens, count);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export interface Slicing {
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  /** Monotonic ms. */
  readonly now: () => number;
}

/** The same in slices of a few ms, for large rooms and exact counts. */
export async function fitInSlices(
  prompt: Prompt,
  maxTokens: number,
  count: CountText,
  { pause, now }: Slicing,
): Promise<Fitted | 'too-long'> {
  const steps = fitting(prompt, maxTokens, count);
  for (let sliceFrom = now(); ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (now() - sliceFrom < sliceMs) continue;
    await pause();
    sliceFrom = now();
  }
}

const sliceMs = 4;
/** From here on a section is never touched. */
const indispensable = 90;
/** A shortened section with fewer tokens of its body tells nothing. */
const leastUseful = 48;
/** With so many tokens each, no section that can be shortened is left out. */
const ampleRoom = 200;
/** A prompt with more characters for each token that there is room for is not counted whole: it cannot fit. */
const mostCharsPerToken = 10;
const mostTries = 6;

function* fitting(prompt: Prompt, maxTokens: number, count: CountText): CutSteps<Fitted | 'too-long'> {
  const { sections } = prompt;
  const whole = { prompt, leftOut: [], shortened: [], states: sections.map(() => 'whole' as const) };
  const chars = sections.reduce((sum, { text }) => sum + text.length, 0);
  if (chars <= maxTokens * mostCharsPerToken && (yield* tokensOfAll(sections, count, maxTokens)) <= maxTokens)
    return whole;
  const isFixed = (section: Section): boolean =>
    section.role === 'system' || section.priority >= indispensable || section === sections.at(-1);
  const fixed = sections.filter(isFixed);
  const others = sections.filter(section => !isFixed(section));
  const fixedTokens = yield* tokensOfAll(fixed, count, maxTokens);
  if (fixedTokens > maxTokens) return 'too-long';
  const free = maxTokens - fixedTokens;
  // where some may be left out, there is room for the line that says so
  let marks =
    others.some(({ shrinks }) => !shrinks) || free < others.length * ampleRoom ? markTokens(others, count) : 0;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const places = new Places(count, tries === mostTries - 1 ? 0 : free - marks);
    for (const group of groupsOf(others)) yield* places.take(group);
    const fitted = places.fitted(prompt, isFixed);
    const missing = others.filter(section => !places.has(section));
    const over = markTokens(missing, count) - marks - places.room;
    const overByEstimate = count === roughTokens ? tokensOfPrompt(fitted.prompt) - maxTokens : 0;
    if (over <= 0 && overByEstimate <= 0) return fitted.leftOut.length + fitted.shortened.length > 0 ? fitted : whole;
    marks += Math.ceil(Math.max(over, overByEstimate)) + 1;
  }
  return 'too-long';
}

/** What the lines that name these sections cost at most. */
const markTokens = (missing: readonly Section[], count: CountText): number =>
  missing.length === 0 ? 0 : Math.ceil(count(sectionsLeftOut(missing.map(({ name }) => name)))) + 2;

/** Sections of one priority, the highest first. */
function groupsOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  const priorities = [...new Set(sections.map(({ priority }) => priority))].sort((a, b) => b - a);
  return priorities.map(priority => sections.filter(section => section.priority === priority));
}

/** With their frame; more than `enough` is not counted to the end. */
function* tokensOfAll(sections: readonly Section[], count: CountText, enough: number): CutSteps<number> {
  let tokens = frameTokens(sections);
  for (const section of sections) {
    if (tokens > enough) break;
    // the estimate of a section is remembered
    tokens += count === roughTokens ? tokensOf(section) : yield* tokensOfText(section.text, count, enough - tokens);
  }
  return tokens;
}

function* tokensOfText(text: string, count: CountText, enough: number): CutSteps<number> {
  if (text.length <= slice) return count(text);
  let tokens = 0;
  for (let at = 0; at < text.length && tokens <= enough;) {
    const end = lineEnd(text, Math.min(text.length, at + slice));
    tokens += count(text.slice(at, end));
    at = end;
    yield;
  }
  return tokens;
}

/** Characters that are counted in one step. */
const slice = 4_096;

/** What has found its place, in a room of so many tokens. */
class Places {
  readonly #count: CountText;
  readonly #kept = new Map<Section, Section>();
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

  has(section: Section): boolean {
    return this.#kept.has(section);
  }

  /** Finds places for sections of one priority. */
  *take(group: readonly Section[]): CutSteps<void> {
    if (group.some(({ role }) => role === 'assistant')) return yield* this.#takeTurn(group);
    for (const section of group) if (!section.shrinks) yield* this.#takeWhole([section]);
    let shrinking = group.filter(({ shrinks }) => shrinks);
    let cuts: readonly Cut[] = [];
    for (; shrinking.length > 0; shrinking = shrinking.filter(section => section !== leastOf(cuts))) {
      cuts = shrinking.flatMap(section => (section.shrinks ? [new Cut(section, section.shrinks, this.#count)] : []));
      yield* share(cuts, this.#room - frameTokens(shrinking));
      if (cuts.every(cut => cut.isWhole || cut.bodyTokens >= leastUseful)) break;
    }
    if (shrinking.length === 0) return;
    for (const cut of cuts) {
      this.#kept.set(cut.section, cut.result());
      this.#room -= cut.tokens + frameTokens([cut.section]);
    }
  }

  /** The prompt of what has its place, with marks where something has none. */
  fitted(prompt: Prompt, isFixed: (section: Section) => boolean): Fitted {
    const placed = prompt.sections.map(section => ({
      section,
      kept: isFixed(section) ? section : this.#kept.get(section),
    }));
    const states = placed.map(({ section, kept }) => (!kept ? 'left-out' : kept === section ? 'whole' : 'shortened'));
    const namesOf = (state: SectionState): string[] =>
      placed.flatMap(({ section }, index) => (states[index] === state ? [section.name] : []));
    return {
      prompt: { ...prompt, sections: withMarks(placed) },
      leftOut: namesOf('left-out'),
      shortened: namesOf('shortened'),
      states,
    };
  }

  /** A conversation has no holes: where one turn has no place, older ones have none either. */
  *#takeTurn(turn: readonly Section[]): CutSteps<void> {
    if (!this.#turnsEnded) this.#turnsEnded = !(yield* this.#takeWhole(turn));
  }

  *#takeWhole(sections: readonly Section[]): CutSteps<boolean> {
    const chars = sections.reduce((sum, { text }) => sum + text.length, 0);
    if (chars > this.#room * mostCharsPerToken) return false;
    const tokens = yield* tokensOfAll(sections, this.#count, this.#room);
    if (tokens > this.#room) return false;
    for (const section of sections) this.#kept.set(section, section);
    this.#room -= tokens;
    return true;
  }
}

/** Of which the least is kept. */
const leastOf = (cuts: readonly Cut[]): Section | undefined =>
  cuts.toSorted((a, b) => a.bodyTokens - b.bodyTokens).find(({ isWhole }) => !isWhole)?.section;

/** Everyone gets the same share; what one does not need goes to the others. */
function* share(cuts: readonly Cut[], room: number): CutSteps<void> {
  for (const cut of cuts) yield* cut.grow(room / cuts.length);
  let left = room - cuts.reduce((sum, { tokens }) => sum + tokens, 0);
  for (const cut of cuts) {
    const before = cut.tokens;
    if (left > 0 && !cut.isWhole) yield* cut.grow(before + left);
    left -= cut.tokens - before;
  }
}
