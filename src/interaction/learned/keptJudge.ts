import { stillStanding } from '../../assist/checkpoints/stillStanding.ts';
import type { Span } from '../../assist/anchor.ts';
import type { Clock } from '../../core/model/clock.ts';
import type { AnswerOrigin, LearnedOutcome } from '../../core/routing/learned/learnedOutcome.ts';
import { inSteps, type Pace } from '../../core/shared/steps.ts';
import type { Checkpoint, CheckpointAnswer, CheckpointFile } from '../checkpoints/checkpoint.ts';
import type { Checkpoints } from '../checkpoints/checkpoints.ts';

/** What judging edits needs of the world. */
export interface KeptJudgeParts {
  readonly checkpoints: Pick<Checkpoints, 'all' | 'filesOf' | 'judged'>;
  /** The text of a file that was changed, as it stands now; undefined: it is gone. */
  readonly textOf: (file: CheckpointFile) => Promise<string | undefined>;
  /** How many errors the editor reports at these places of a file. */
  readonly errorsAt: (file: CheckpointFile, spans: readonly Span[]) => Promise<number>;
  /** Takes what became of an answer; `id` names the edit, or the question where the edit is of several. */
  readonly learn: (id: string, outcome: LearnedOutcome) => void;
  readonly clock: Pick<Clock, 'wall' | 'after'>;
  readonly pace: Pace;
}

/** Whoever accepts an edit may take it back as soon as it was tried; after this long it was kept, ms. */
export const keptAfterMs = 10 * 60_000;
/** Of what was changed later than this, nobody knows whether that says anything about the answer, ms. */
const tellingMs = 60 * 60_000;
/** Who keeps so much of it has kept it. */
const keptShare = 0.5;

interface Judged {
  readonly id: string;
  readonly origin: AnswerOrigin;
  readonly kept: boolean;
}

/** Looks ten minutes after an edit whether it still stands, without new errors in it, so that it can be learnt whose edits are kept. */
export class KeptJudge {
  readonly #parts: KeptJudgeParts;
  #cancel: (() => void) | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: KeptJudgeParts) {
    this.#parts = parts;
  }

  /** Looks at what is due, and again when the next edit is: call it when a window opens, and after each edit. */
  follow(): Promise<void> {
    this.#work = this.#work.then(() => this.#judgeDue());
    return this.#work;
  }

  dispose(): void {
    this.#cancel?.();
  }

  async #judgeDue(): Promise<void> {
    const { checkpoints, clock } = this.#parts;
    const open = (await checkpoints.all()).filter(({ origin, answers, isJudged }) => (origin ?? answers) && !isJudged);
    const now = clock.wall();
    for (const checkpoint of open) if (now - checkpoint.at >= keptAfterMs) await this.#judge(checkpoint);
    const waits = open.map(({ at }) => at + keptAfterMs - now).filter(ms => ms > 0);
    if (waits.length > 0) this.#lookIn(Math.min(...waits));
  }

  #lookIn(delayMs: number): void {
    this.#cancel?.();
    this.#cancel = this.#parts.clock.after(delayMs, () => void this.follow());
  }

  async #judge(checkpoint: Checkpoint): Promise<void> {
    const { checkpoints, clock, learn } = this.#parts;
    const files = await checkpoints.filesOf(checkpoint.id);
    const outcomes = files && files.length > 0 ? await this.#outcomesOf(checkpoint, files) : [];
    await checkpoints.judged(checkpoint.id);
    const isRecent = clock.wall() - checkpoint.at < tellingMs;
    for (const { id, origin, kept } of outcomes) if (kept || isRecent) learn(id, { ...origin, kept });
  }

  /** One of each answer; none of what is not known any more. */
  async #outcomesOf(
    { id, origin, answers = [] }: Checkpoint,
    files: readonly CheckpointFile[],
  ): Promise<readonly Judged[]> {
    const judged: Judged[] = [];
    if (origin) {
      const { errors, ...own } = origin;
      judged.push({ id, origin: own, kept: await this.#isKept(files, errors) });
    }
    const [file] = files;
    for (const answer of file ? answers : [])
      judged.push({
        id: answer.question,
        origin: answer.origin,
        kept: file !== undefined && (await this.#isKeptIn(file, answer)),
      });
    return judged;
  }

  async #isKept(files: readonly CheckpointFile[], errorsBefore: number): Promise<boolean> {
    let [share, errors] = [0, 0];
    for (const file of files) {
      const standing = await this.#standingIn(file);
      share += standing.share / files.length;
      errors += await this.#parts.errorsAt(file, standing.spans);
    }
    return share >= keptShare && errors <= errorsBefore;
  }

  /** Each text that it has brought counts alike; one that the user did not take, or took away with its file, does not stand. */
  async #isKeptIn(file: CheckpointFile, { pieces }: CheckpointAnswer): Promise<boolean> {
    let share = 0;
    for (const number of pieces) {
      const piece = file.pieces[number];
      if (piece) share += (await this.#standingIn({ ...file, pieces: [piece] })).share / pieces.length;
    }
    return pieces.length > 0 && share >= keptShare;
  }

  async #standingIn(file: CheckpointFile) {
    const text = await this.#parts.textOf(file);
    if (text === undefined) return { share: file.wasRemoved ? 1 : 0, spans: [] };
    return inSteps(stillStanding(text, file.pieces), this.#parts.pace);
  }
}
