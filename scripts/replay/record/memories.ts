import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { placeOf } from './placeOf.ts';

/** Where a remembered answer came from. */
export interface Memory {
  /** The question of this journal that it was given to; undefined: one that is not in it. */
  readonly from?: QuestionEntry;
  /** The target that had given it. */
  readonly target: string;
  /** When, wall-clock ms; undefined: that is not known, only that it was too long ago. */
  readonly rememberedAt?: number;
}

/** Between the moment when an answer is kept and the one at which its question ends. */
const slackMs = 25;

/** An answer as it was kept. */
interface Kept {
  readonly at: number;
  readonly entry: QuestionEntry;
}

/** Which answers the questions of a journal got from memory. `entries` by time. */
export function memories(entries: readonly QuestionEntry[]): ReadonlyMap<QuestionEntry, Memory> {
  const kept: readonly Kept[] = entries
    .filter(({ freshness }) => freshness === 'live')
    .map(entry => ({ at: entry.at + entry.tookMs, entry }))
    .toSorted((one, other) => one.at - other.at);
  return new Map(entries.flatMap(entry => (isRemembered(entry) ? [[entry, memoryOf(entry, kept)] as const] : [])));
}

const isRemembered = ({ cache, from }: QuestionEntry): boolean =>
  from !== undefined && (cache === 'hit' || cache === 'stale' || cache === 'similar');

function memoryOf(entry: QuestionEntry, kept: readonly Kept[]): Memory {
  const { at, decisions, from = '', task } = entry;
  const ageMs = decisions.find(({ kind }) => kind === 'remembered')?.ms;
  if (ageMs === undefined) return { target: from };
  const rememberedAt = at - ageMs;
  const near = kept.slice(placeOf(kept, rememberedAt - slackMs), placeOf(kept, rememberedAt + slackMs + 1));
  const likely = near
    .filter(({ entry: giver }) => giver !== entry && giver.from === from && giver.task === task && isKept(giver))
    .toSorted((one, other) => Math.abs(one.at - rememberedAt) - Math.abs(other.at - rememberedAt));
  return { target: from, rememberedAt, ...(likely[0] && { from: likely[0].entry }) };
}

const isKept = ({ cache, finish }: QuestionEntry): boolean =>
  (cache === 'missed' || cache === 'asked-again') && finish === 'stop';
