import type { JournalEntry } from '../../../core/journal/journalEntry.ts';
import { dayBegin } from '../../platform/localDays.ts';

/** More days than a month has, and the day after a clock's jump. */
const mostDays = 40;
const mostWorkspaces = 100;

/** Tokens that each workspace used on each local day, because a budget is a workspace's. Rehearsed questions used none. */
export class WorkspaceDays {
  readonly #days = new Map<number, Map<string, number>>();

  add(entry: JournalEntry): void {
    if (entry.kind !== 'question' || entry.rehearsed) return;
    const day = dayBegin(entry.at);
    const workspaces = this.#days.get(day) ?? new Map<string, number>();
    this.#days.set(day, workspaces);
    const tokens = entry.attempts.reduce(
      (sum, { inputTokens = 0, outputTokens = 0 }) => sum + inputTokens + outputTokens,
      0,
    );
    const before = workspaces.get(entry.workspace);
    if (before !== undefined || workspaces.size < mostWorkspaces)
      workspaces.set(entry.workspace, (before ?? 0) + tokens);
    if (this.#days.size > mostDays) this.#days.delete(Math.min(...this.#days.keys()));
  }

  /** Of the local day that began then, wall-clock ms. */
  tokens(workspace: string, dayBeganAt: number): number {
    return this.#days.get(dayBeganAt)?.get(workspace) ?? 0;
  }

  clear(): void {
    this.#days.clear();
  }
}
