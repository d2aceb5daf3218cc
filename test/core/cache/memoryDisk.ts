import type { AnswerListener, AnswerStore } from '../../../src/core/cache/answerStore.ts';
import type { CachedAnswer } from '../../../src/core/cache/cachedAnswer.ts';

/** A disk in memory, for several windows. */
export class MemoryDisk {
  answers: CachedAnswer[] = [];
  era = 0;
  /** How often a window has read it. */
  reads = 0;
  /** When given, reading settles with it. */
  slow: Promise<void> | undefined;

  window(): AnswerStore {
    let heard = 0;
    let era = this.era;
    return {
      read: async (listener: AnswerListener) => {
        this.reads += 1;
        await this.slow;
        if (era !== this.era) {
          listener.cleared();
          heard = 0;
        }
        era = this.era;
        for (const kept of this.answers.slice(heard)) listener.kept(kept);
        heard = this.answers.length;
      },
      append: async kept => {
        this.answers.push(kept);
      },
      clear: async () => {
        this.answers = [];
        heard = 0;
        era = this.era += 1;
      },
    };
  }
}
