import type { Price, Target } from '../model/target.ts';
import type { Usage } from '../model/answer.ts';

/** What is known of a model; undefined: nothing, and nothing is guessed. */
export interface ModelFacts {
  /** Tokens the model takes, those it writes included. */
  readonly contextWindow?: number;
  /** Most tokens it may write. */
  readonly maxOutputTokens?: number;
  readonly price?: Price;
}

/** One model, by the id its own provider gives it. */
export interface ModelRow extends ModelFacts {
  /** A row of providers/all.ts: whose price it is. */
  readonly provider: string;
  readonly model: string;
}

/** Where rows come from. */
export interface ModelList {
  /** The day they were true: '2026-11-22'. */
  readonly asOf: string;
  readonly source: string;
  readonly models: readonly ModelRow[];
}

/** The lists; of two that know a model, the first counts. */
export interface ModelTable {
  readonly lists: readonly ModelList[];
}

/** An id may name a version of its model by date: gpt-4o-2024-11-20, claude-sonnet-4-20250514, or the latest. */
const version = /-(\d{4}-\d{2}-\d{2}|\d{8}|latest)$/;

/** What is known of a target's model; what the user says of it counts more. The price is its own provider's alone. */
export function modelFacts(table: ModelTable, target: Target): ModelFacts {
  const row = rowOf(table, target.model);
  const contextWindow = target.contextWindow ?? row?.contextWindow;
  const maxOutputTokens = target.maxOutputTokens ?? row?.maxOutputTokens;
  const price = target.price ?? (row?.provider === target.provider ? row.price : undefined);
  return {
    ...(contextWindow !== undefined && { contextWindow }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    ...(price && { price }),
  };
}

/** An id without the version that it names by date. */
export const plainModel = (model: string): string => model.replace(version, '');

/** The row with this id, else the one whose version it is. */
export function rowOf({ lists }: ModelTable, model: string): ModelRow | undefined {
  const rows = lists.flatMap(({ models }) => models);
  const plain = plainModel(model);
  return rows.find(row => row.model === model) ?? rows.find(row => row.model === plain);
}

/** What a usage costs, US dollars. Input that the provider remembered, or remembers now, has its own price; thinking is output. */
export function costOf(usage: Omit<Usage, 'exact'>, price: Price): number {
  const { inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens = 0 } = usage;
  const cached = Math.min(cachedInputTokens, inputTokens);
  const written = Math.min(cacheWriteTokens, inputTokens - cached);
  const { input, output, cachedInput = input, cacheWrite = 1.25 * input } = price;
  const plain = inputTokens - cached - written;
  return (plain * input + cached * cachedInput + written * cacheWrite + outputTokens * output) / 1e6;
}
