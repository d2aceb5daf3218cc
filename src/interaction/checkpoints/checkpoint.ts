import * as v from 'valibot';
import type { AppliedPiece } from '../../assist/checkpoints/appliedPieces.ts';

/** An edit that was applied, or that took another one back. What it has changed lies in a file of its own. */
export interface Checkpoint {
  readonly id: string;
  /** Wall-clock ms. */
  readonly at: number;
  /** What was asked for. */
  readonly title: string;
  /** One line: who made it, how long it took, what it cost. */
  readonly summary: string;
  /** Addresses of the files. */
  readonly files: readonly string[];
  /** Characters that are kept for it. */
  readonly size: number;
  /** The checkpoint that it takes back; undefined: it is an edit of its own. */
  readonly takesBack?: string;
  /** Some of it could not be taken back. */
  readonly isPartial?: boolean;
  /** It holds a secret, or could not be written: it is on no disk, and goes with its window. */
  readonly isUnwritten?: boolean;
}

/** What an edit has changed in a file. */
export interface CheckpointFile {
  readonly uri: string;
  /** It was not there before. */
  readonly wasNew?: boolean;
  /** It is not there since. */
  readonly wasRemoved?: boolean;
  readonly pieces: readonly AppliedPiece[];
}

const text = v.pipe(v.string(), v.maxLength(20_000_000));
const line = v.pipe(v.string(), v.maxLength(10_000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const checkpointSchema = v.object({
  id: line,
  at: whole,
  title: line,
  summary: line,
  files: v.pipe(v.array(line), v.maxLength(1_000)),
  size: whole,
  takesBack: v.exactOptional(line),
  isPartial: v.exactOptional(v.boolean()),
});

const print = { length: whole, print: line };
const side = v.object({ ...print, next: v.exactOptional(v.object(print)) });
const filesSchema = v.array(
  v.object({
    uri: line,
    wasNew: v.exactOptional(v.boolean()),
    wasRemoved: v.exactOptional(v.boolean()),
    pieces: v.array(
      v.object({
        above: text,
        below: text,
        before: text,
        after: text,
        mark: v.object({ copies: v.exactOptional(whole), before: side, after: side }),
      }),
    ),
  }),
);

/** A stored checkpoint; undefined: it is none. */
export function readCheckpoint(value: unknown): Checkpoint | undefined {
  const { success, output } = v.safeParse(checkpointSchema, value);
  return success ? output : undefined;
}

/** What was stored of its files; undefined: it cannot be read. */
export function readCheckpointFiles(stored: string): readonly CheckpointFile[] | undefined {
  const { success, output } = v.safeParse(filesSchema, parsed(stored));
  return success ? output : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
