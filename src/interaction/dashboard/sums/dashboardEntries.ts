import type { JournalEntry } from '../../../core/journal/journalEntry.ts';
import { RecentEntries } from './recentEntries.ts';
import { WorkspaceDays } from './workspaceDays.ts';

/** What the dashboard keeps of the journal besides its metrics: bounded, whatever the journal's size. */
export class DashboardEntries {
  readonly recent = new RecentEntries();
  readonly workspaceDays = new WorkspaceDays();

  add(entry: JournalEntry): void {
    this.recent.add(entry);
    this.workspaceDays.add(entry);
  }

  /** The journal was cleared. */
  clear(): void {
    this.recent.clear();
    this.workspaceDays.clear();
  }
}
