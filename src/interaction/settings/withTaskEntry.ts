import type { Task } from '../../core/model/purpose.ts';

/**
 * What became of the setting `routing.tasks`. 'same': it says so already. 'unreadable': it is no list of tasks, so that nothing could be
 * put in without losing what stands there.
 */
export type TaskChange =
  | { readonly kind: 'changed'; readonly value: Readonly<Record<string, unknown>> | undefined }
  | { readonly kind: 'same' | 'unreadable' };

/** What one layer of the setting holds for a task, unchecked; undefined: nothing. */
export function taskEntry(stored: unknown, task: Task): unknown {
  return isList(stored) && Object.hasOwn(stored, task) ? stored[task] : undefined;
}

/**
 * The setting with this entry for one task, or without any (undefined). Everything else stays as it stands and where it stands, also what
 * nobody can read: it is the user's. One that is left empty is taken away altogether.
 */
export function withTaskEntry(stored: unknown, task: Task, entry: unknown): TaskChange {
  const before = stored ?? {};
  if (!isList(before)) return { kind: 'unreadable' };
  if (taskEntry(before, task) === entry) return { kind: 'same' };
  if (entry !== undefined) return { kind: 'changed', value: { ...before, [task]: entry } };
  const others = Object.entries(before).filter(([name]) => name !== task);
  return { kind: 'changed', value: others.length > 0 ? Object.fromEntries(others) : undefined };
}

const isList = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
