import type { Task } from '../../core/model/purpose.ts';
import type { SettingLayers } from '../settings/settingKeys.ts';
import { taskEntry, withTaskEntry, type TaskChange } from '../settings/withTaskEntry.ts';

/** Where the setting `routing.tasks` is kept. */
export interface TaskEntriesParts {
  /** What stands there now, unchecked. */
  readonly written: () => SettingLayers;
  /** Replaces what the user has set, undefined: takes it away. Rejects when VS Code cannot write. */
  readonly save: (value: unknown) => Promise<void>;
}

/** A change of what the user has set for a task. */
export interface EntryChange {
  readonly task: Task;
  /** undefined: nothing. */
  readonly entry: unknown;
  /** Only while this stands there: what was changed since is left as it is. Default: whatever stands there. */
  readonly instead?: { readonly of: unknown };
}

/**
 * What became of a change. 'overtaken': something else stood there than was said. 'unheld': it was written, and something else stands
 * there all the same; in a remote window the settings of both machines make up one list, and only one of them was written.
 */
export type EntryOutcome = TaskChange['kind'] | 'overtaken' | 'unheld';

/**
 * What stands for each task in the setting `routing.tasks`. Changes are made one after another, each from what stands there then: of two
 * at once the second would take the first one back.
 */
export class TaskEntries {
  readonly #parts: TaskEntriesParts;
  #latest: Promise<unknown> = Promise.resolve();

  constructor(parts: TaskEntriesParts) {
    this.#parts = parts;
  }

  /** What each layer holds for a task, unchecked. */
  of(task: Task): SettingLayers {
    const { user, workspace } = this.#parts.written();
    return { user: taskEntry(user, task), workspace: taskEntry(workspace, task) };
  }

  /** Changes the user's own setting. Rejects when VS Code cannot write. */
  change(change: EntryChange): Promise<EntryOutcome> {
    const changed = this.#latest.then(() => this.#write(change));
    this.#latest = changed.catch(() => undefined); // who asked for it hears of it
    return changed;
  }

  async #write({ task, entry, instead }: EntryChange): Promise<EntryOutcome> {
    const { user } = this.#parts.written();
    if (instead && taskEntry(user, task) !== instead.of) return 'overtaken';
    const change = withTaskEntry(user, task, entry);
    if (change.kind !== 'changed') return change.kind;
    await this.#parts.save(change.value);
    return isEqual(taskEntry(this.#parts.written().user, task), entry) ? 'changed' : 'unheld';
  }
}

/** Of values that may stand in settings. */
const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
