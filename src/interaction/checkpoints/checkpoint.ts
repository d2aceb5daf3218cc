import * as v from 'valibot';
import { readAnswerOrigin, type AnswerOrigin } from '../../core/routing/learned/learnedOutcome.ts';
import { isObject } from '../../core/shared/isObject.ts';
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
  /** Id of the question whose answer it is; undefined: of none, of several, or not known. */
  readonly question?: string;
  /** The checkpoint that it takes back; undefined: it is an edit of its own. */
  readonly takesBack?: string;
  /** Some of it could not be taken back. */
  readonly isPartial?: boolean;
  /** Whose answer it was, and how many errors the editor reported where it was applied, right before; undefined: not known. */
  readonly origin?: CheckpointOrigin | undefined;
  /** Of an edit that is made of several answers, what came of each; undefined: it is of one, or that is not known. */
  readonly answers?: readonly CheckpointAnswer[] | undefined;
  /** What became of it was looked at. */
  readonly isJudged?: boolean;
  /** It holds a secret, or could not be written: it is on no disk, and goes with its window. */
  readonly isUnwritten?: boolean;
}

/** One of the answers that an edit is made of. */
export interface CheckpointAnswer {
  /** Id of its question. */
  readonly question: string;
  readonly origin: AnswerOrigin;
  /** For each text that it has brought, the number of the piece that holds it, in the only file; -1: it was not taken. */
  readonly pieces: readonly number[];
}

/** Where an edit came from. */
export interface CheckpointOrigin extends AnswerOrigin {
  readonly errors: number;
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
  question: v.exactOptional(line),
  takesBack: v.exactOptional(line),
  isPartial: v.exactOptional(v.boolean()),
  isJudged: v.exactOptional(v.boolean()),
  // one that cannot be read is none, and the edit can be taken back all the same
  origin: v.exactOptional(v.fallback(v.pipe(v.unknown(), v.transform(readOrigin)), undefined)),
  answers: v.exactOptional(v.fallback(v.pipe(v.unknown(), v.transform(readAnswers)), undefined)),
});

function readOrigin(value: unknown): CheckpointOrigin | undefined {
  const origin = readAnswerOrigin(value);
  const errors = isObject(value) ? value['errors'] : undefined;
  return origin && typeof errors === 'number' && errors >= 0 ? { ...origin, errors } : undefined;
}

/** undefined: one of them cannot be read, so none is learnt from. */
function readAnswers(value: unknown): readonly CheckpointAnswer[] | undefined {
  const all = Array.isArray(value) && value.length <= mostAnswers ? value.map(readAnswer) : [];
  const read = all.filter(each => each !== undefined);
  return read.length > 0 && read.length === all.length ? read : undefined;
}

function readAnswer(value: unknown): CheckpointAnswer | undefined {
  const { success, output } = v.safeParse(answerSchema, value);
  const origin = success ? readAnswerOrigin(output.origin) : undefined;
  return success && origin ? { question: output.question, pieces: output.pieces, origin } : undefined;
}

/** More questions than a file is asked about in. */
const mostAnswers = 200;

const answerSchema = v.object({
  question: line,
  pieces: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(-1))), v.maxLength(1_000)),
  origin: v.unknown(),
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
