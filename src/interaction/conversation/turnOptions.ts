import type { AskOptions } from '../asking/askRequest.ts';
import type { Comparison, ModelChoice, Turn } from './turn.ts';

/** How a request is asked in a turn, and what heads that turn. */
export interface TurnOptions extends AskOptions {
  readonly title: string;
  /** Why just those are asked that may be. */
  readonly choice?: ModelChoice;
  /** With which turn's answer this one is compared; its own result is then not shown before the user wants it. */
  readonly compared?: Compared;
}

/** How an answer is compared with that of an earlier turn. */
interface Compared {
  readonly with: string;
  /** Given the turn with its answer. */
  readonly by: (turn: Turn) => Promise<Comparison>;
}
