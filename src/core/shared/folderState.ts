import type { StoreTrouble } from './store.ts';

/** How a folder of ours stands, as a look and an attempt to write have shown. */
export interface FolderState {
  /** Not yet made: nothing was kept so far. */
  readonly isThere: boolean;
  /** Why nothing can be written there; undefined: something can, or there is no folder. */
  readonly trouble?: StoreTrouble;
  readonly files: number;
  readonly bytes: number;
  /** Files that cannot be opened. */
  readonly unreadable: number;
  /** Files that could not be understood, and were put aside. */
  readonly setAside: number;
  /** Files in a format of a later version. */
  readonly newer: number;
  /** Undefined: the system does not tell. */
  readonly freeBytes?: number;
  /** There are more files than were looked at. */
  readonly isMore: boolean;
}
