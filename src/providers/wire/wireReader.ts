import type { StreamEvent } from './eventStream.ts';

/** Where a stream stands after an event. */
export type Position =
  /** More must come. */
  | 'open'
  /** The answer is complete; only counts may follow, and they are not waited for long. */
  | 'closing'
  /** It says so again, after it had gone on: only the end of the body, or a long silence, can be believed. */
  | 'closing-again'
  /** The protocol's end mark: what follows does not count. */
  | 'done';

/** How one wire is read into a draft. Every method may throw a Failure or a Refusal. */
export interface WireReader {
  event(event: StreamEvent): Position;
  /** A document that came in place of a stream: an answer in one piece, or the server's error. */
  whole(json: unknown): void;
}
