import type { SavingCause } from './ledgerProjection.ts';
import { costOf } from './modelTable.ts';
import type { Price } from '../model/target.ts';
import type { AnswerRecord, QuestionRecord } from '../model/questionRecord.ts';
import type { Note } from '../model/note.ts';
import type { Usage } from '../model/answer.ts';

/** What a question did not spend, and thanks to what. */
export interface Saving {
  readonly cause: SavingCause;
  readonly tokens: number;
  /** US dollars; undefined: the price is unknown. */
  readonly usd?: number;
  /** Worked out from an estimate, or from what would have been. */
  readonly estimated: boolean;
}

export interface SavingsParts {
  /** What a target costs, by its id; undefined: unknown. */
  readonly priceOf: (target: string) => Price | undefined;
}

/**
 * What the cache, equal questions under way, trimming and a cheaper target have spared a question, from its record. Only
 * what is sure: how long a cancelled answer would have become is unknown, so it saves nothing.
 */
export function savingsOf({ notes, end, first }: QuestionRecord, parts: SavingsParts): readonly Saving[] {
  if (!('answer' in end)) return [];
  const { answer } = end;
  if (answer.freshness === 'cached') return has(notes, 'remembered') ? [whole('cache', answer, parts)] : [];
  if (answer.freshness !== 'live') return [];
  if (has(notes, 'joined')) return [whole('joined', answer, parts)];
  return [...trimmed(answer, notes, parts), ...cheaper(answer, notes, { ...parts, first })];
}

const has = (notes: readonly Note[], kind: Note['kind']): boolean => notes.some(note => note.kind === kind);

/** All of what the answer took when it was given. */
function whole(cause: SavingCause, { usage, from }: AnswerRecord, { priceOf }: SavingsParts): Saving {
  return { cause, ...worth(usage, priceOf(from)), estimated: !usage.exact };
}

function trimmed({ from }: AnswerRecord, notes: readonly Note[], { priceOf }: SavingsParts): readonly Saving[] {
  const note = notes.findLast(each => each.kind === 'trimmed' && each.target === from);
  const inputTokens = note?.kind === 'trimmed' ? (note.tokens ?? 0) : 0;
  if (inputTokens <= 0) return [];
  const usage = { inputTokens, outputTokens: 0, cachedInputTokens: 0 };
  return [{ cause: 'trimmed', ...worth(usage, priceOf(from)), estimated: true }];
}

/** The same tokens at the first target's price; only when that one was passed over by choice, not because it failed. */
function cheaper(
  { usage, from }: AnswerRecord,
  notes: readonly Note[],
  { priceOf, first }: SavingsParts & { readonly first: string | undefined },
): readonly Saving[] {
  if (first === undefined || first === from || notes.some(note => speaksOf(note, first))) return [];
  const [dear, cheap] = [priceOf(first), priceOf(from)];
  const usd = dear && cheap ? costOf(usage, dear) - costOf(usage, cheap) : 0;
  return usd > 0 ? [{ cause: 'tier', tokens: 0, usd, estimated: true }] : [];
}

const speaksOf = (note: Note, target: string): boolean =>
  note.kind === 'fallback' ? note.from === target : 'target' in note && note.target === target;

function worth(usage: Omit<Usage, 'exact'>, price: Price | undefined): Pick<Saving, 'tokens' | 'usd'> {
  return { tokens: usage.inputTokens + usage.outputTokens, ...(price && { usd: costOf(usage, price) }) };
}
