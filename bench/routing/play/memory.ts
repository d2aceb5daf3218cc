import type { AttemptNote } from '../../../src/core/model/note.ts';
import { PaceRecord } from '../../../src/core/resilience/paceRecord.ts';
import type { RouteFacts } from '../../../src/core/routing/strategies/strategy.ts';
import type { Asked } from '../worlds/questions.ts';
import { costUsd, type Nature } from '../worlds/world.ts';
import type { AttemptFate } from './attemptFate.ts';

/**
 * What the client remembers of one target: how it did lately, by the client's own record, and whether its circuit is open. The circuit
 * is a stand-in: the real one counts failures within a minute, which here, where nothing is tried again, hardly ever are two.
 */
export class Memory {
  readonly #nature: Nature;
  readonly #pace = new PaceRecord();
  #inARow = 0;
  #restsUntil = -Infinity;

  constructor(nature: Nature) {
    this.#nature = nature;
  }

  learn(fate: AttemptFate, at: number): void {
    const isAnswer = fate.went === 'answered';
    this.#pace.learn(noteOf(this.#nature.target.id, fate), at);
    this.#inARow = isAnswer ? 0 : this.#inARow + 1;
    // a circuit opens after two failures and rests longer each time, ten minutes at most
    if (this.#inARow >= 2) this.#restsUntil = at + Math.min(600_000, 30_000 * 2 ** (this.#inARow - 2));
  }

  facts(asked: Asked): RouteFacts {
    const { at, answerTokens } = asked;
    const { usual, latest, isStale, failureShare } = this.#pace.at(at);
    return {
      isReady: at >= this.#restsUntil,
      fits: true,
      costUsd: this.#nature.isUnpriced ? undefined : costUsd(this.#nature, asked, answerTokens),
      expectedMs: usual && usual.firstTokenMs + usual.msPerToken * answerTokens,
      latestMs: latest && latest.firstTokenMs + latest.msPerToken * answerTokens,
      isStale,
      failureShare,
    };
  }
}

/** The line of the log that such an attempt leaves behind. */
function noteOf(target: string, { went, tookMs, firstTokenMs, answerTokens }: AttemptFate): AttemptNote {
  if (went !== 'answered')
    return {
      kind: 'attempt',
      target,
      number: 1,
      outcome: went === 'failed' ? 'server' : 'silent',
      tookMs,
      spent: 'input',
    };
  const usage = { inputTokens: 0, outputTokens: answerTokens, cachedInputTokens: 0, exact: true };
  return { kind: 'attempt', target, number: 1, outcome: 'answered', tookMs, firstTokenMs, usage, spent: 'exact' };
}
