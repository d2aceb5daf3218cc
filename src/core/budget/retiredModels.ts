import type { Failure } from '../model/failure.ts';
import type { Target } from '../model/target.ts';
import { plainModel } from './modelTable.ts';

/** That a vendor has taken a model away, or has said when it will. */
export interface Retirement {
  /** From this day on it answers no more: '2026-08-05'. */
  readonly day: string;
  /** The model that its vendor names in its place and that still answers on that day; undefined: none is known. */
  readonly successor: string | undefined;
  readonly isOver: boolean;
}

/** Model, the day from which it answers no more, and what its vendor names in its place. */
type Row = readonly [model: string, day: string, successor: string];

interface Vendor {
  /** Only there the days hold: other servers of the same models have days of their own. */
  readonly host: string;
  readonly rows: readonly Row[];
}

/**
 * By provider, from what the vendors published until 2026-11-26: platform.claude.com/docs/en/about-claude/model-deprecations and
 * developers.openai.com/api/docs/deprecations.
 */
export const retiredModels: Readonly<Record<string, Vendor>> = {
  anthropic: {
    host: 'api.anthropic.com',
    rows: [
      ['claude-2.0', '2025-07-21', 'claude-sonnet-4-0'],
      ['claude-2.1', '2025-07-21', 'claude-sonnet-4-0'],
      ['claude-3-sonnet', '2025-07-21', 'claude-sonnet-4-0'],
      ['claude-3-5-sonnet', '2025-10-28', 'claude-sonnet-4-5'],
      ['claude-3-opus', '2026-01-05', 'claude-opus-4-1'],
      ['claude-3-5-haiku', '2026-02-19', 'claude-haiku-4-5'],
      ['claude-3-7-sonnet', '2026-02-19', 'claude-sonnet-4-5'],
      ['claude-3-haiku', '2026-04-20', 'claude-haiku-4-5'],
      ['claude-opus-4', '2026-06-15', 'claude-opus-4-8'],
      ['claude-opus-4-0', '2026-06-15', 'claude-opus-4-8'],
      ['claude-sonnet-4', '2026-06-15', 'claude-sonnet-4-6'],
      ['claude-sonnet-4-0', '2026-06-15', 'claude-sonnet-4-6'],
      ['claude-opus-4-1', '2026-08-05', 'claude-opus-4-8'],
      ['claude-opus-4-5', '2027-01-22', 'claude-opus-5-5'],
    ],
  },
  openai: {
    host: 'api.openai.com',
    rows: [
      ['gpt-4-32k', '2025-06-06', 'gpt-4o'],
      ['gpt-4.5-preview', '2025-07-14', 'gpt-4.1'],
      ['o1-preview', '2025-07-28', 'o3'],
      ['o1-mini', '2025-10-27', 'o4-mini'],
      ['chatgpt-4o-latest', '2026-02-17', 'gpt-5.1-chat-latest'],
      ['gpt-5-chat-latest', '2026-07-23', 'gpt-5.3-chat-latest'],
      ['gpt-5.1-chat-latest', '2026-07-23', 'gpt-5.3-chat-latest'],
      ['gpt-5-codex', '2026-07-23', 'gpt-5.4'],
      ['gpt-5.1-codex-max', '2026-07-23', 'gpt-5.4'],
      ['gpt-5.1-codex-mini', '2026-07-23', 'gpt-5.4-mini'],
      ['gpt-5.2-codex', '2026-07-23', 'gpt-5.4'],
      ['gpt-3.5-turbo', '2026-10-23', 'gpt-5.6-terra'],
      ['gpt-4', '2026-10-23', 'gpt-5.6-sol'],
      ['gpt-4-turbo', '2026-10-23', 'gpt-5.6-sol'],
      ['gpt-4.1-nano', '2026-10-23', 'gpt-5.6-luna'],
      ['gpt-4o-2024-05-13', '2026-10-23', 'gpt-5.6-sol'],
      ['o1', '2026-10-23', 'gpt-5.6-sol'],
      ['o3-mini', '2026-10-23', 'gpt-5.6-sol'],
      ['o4-mini', '2026-10-23', 'gpt-5.6-terra'],
      ['gpt-5', '2026-12-11', 'gpt-6.1-sol'],
      ['gpt-5-mini', '2026-12-11', 'gpt-6.1-terra'],
      ['gpt-5-nano', '2026-12-11', 'gpt-5.6-luna'],
      ['o3', '2026-12-11', 'gpt-6.1-sol'],
      ['gpt-4.1', '2027-01-14', 'gpt-6-luna'],
      ['gpt-4.1-mini', '2027-01-14', 'gpt-6-luna'],
      ['gpt-4o', '2027-01-14', 'gpt-6-luna'],
      ['gpt-4o-mini', '2027-01-14', 'gpt-6-luna'],
    ],
  },
};

/** What is known of the end of a target's model, at its vendor's own address; undefined: nothing. `wallMs` is now. */
export function retirementOf(
  { provider, model, origin }: Pick<Target, 'provider' | 'model' | 'origin'>,
  wallMs: number,
): Retirement | undefined {
  const vendor = Object.hasOwn(retiredModels, provider) ? retiredModels[provider] : undefined;
  if (!vendor || origin !== `https://${vendor.host}`) return undefined;
  const row = rowFor(vendor, model);
  if (!row) return undefined;
  const [, day] = row;
  return { day, successor: lastSuccessor(vendor, row, wallMs), isOver: endedBy(row, wallMs) };
}

/** A missing model that its vendor has retired is told with its successor. */
export function withSuccessor(
  failure: Failure,
  target: Pick<Target, 'provider' | 'model' | 'origin'>,
  wallMs: number,
): Failure {
  const retirement = failure.kind === 'not-found' ? retirementOf(target, wallMs) : undefined;
  if (!retirement?.isOver || retirement.successor === undefined) return failure;
  const { successor } = retirement;
  return failure.with({ facts: { ...failure.details.facts, model: target.model, successor } });
}

/** The row of this very id, else of the model whose version it is. */
function rowFor({ rows }: Vendor, model: string): Row | undefined {
  const plain = plainModel(model);
  return rows.find(([id]) => id === model) ?? rows.find(([id]) => id === plain);
}

/** A successor may be retired too by the time it is needed: of those the last one is named. */
function lastSuccessor(vendor: Vendor, row: Row, wallMs: number): string {
  const [, , successor] = row;
  const next = rowFor(vendor, successor);
  const neededMs = Math.max(wallMs, dayMs(row));
  if (!next || !endedBy(next, neededMs)) return successor;
  return lastSuccessor({ ...vendor, rows: vendor.rows.filter(each => each !== row) }, next, neededMs);
}

const dayMs = ([, day]: Row): number => Date.parse(day);
const endedBy = (row: Row, wallMs: number): boolean => wallMs >= dayMs(row);
