import type { Target } from '../../core/model/target.ts';
import type { StrategyName } from '../../core/routing/strategies/all.ts';
import type { User } from '../platform/user.ts';
import type { StatusFeed } from '../status/followStatus.ts';
import type { TaskEntries } from './taskEntries.ts';

/** What setting who answers a task needs of the world. */
export interface TaskModelParts {
  readonly user: Pick<User, 'pick' | 'tell' | 'offer'>;
  readonly entries: Pick<TaskEntries, 'of' | 'change'>;
  /** The chain as it is now, in order, with prices where they are known. */
  readonly targets: () => readonly Target[];
  /** Those that the user has listed in the settings; empty: they are chosen automatically. */
  readonly listed: () => readonly Target[];
  /** How they stand. */
  readonly feed: Pick<StatusFeed, 'status'>;
  readonly strategy: () => StrategyName;
  readonly openSettings: (place: SettingsPage) => Promise<void>;
}

/** 'setting': the user's own, in the editor for settings. 'file': the same as text. 'workspace': that of the workspace. */
export type SettingsPage = 'setting' | 'file' | 'workspace';
