import type { Clock } from '../../core/model/clock.ts';
import type { Parse, Parsed } from '../../core/confidence/reading/parse.ts';
import { RequestThread } from '../threads/requestThread.ts';
import { grammarOf } from './grammars.ts';
import type { TreeRequest, TreeThreadStart } from './treeThread.ts';

export interface TreeParserParts {
  /** The script of the thread. */
  readonly workerFile: string;
  /** Where VS Code may keep tree-sitter with its grammars. */
  readonly folders: readonly string[];
  readonly clock: Pick<Clock, 'after'>;
}

/** A longer text is not parsed, characters. */
const longestText = 256 * 1024;
/** An answer waits so long: parsing takes some ms, what is loaded with the first text some 50, ms. */
const patienceMs = 500;
/** The thread may take so long to be loaded on a slow machine; one that takes longer hangs, ms. */
const limitMs = 5_000;
/** The largest grammar takes 30 MB, which are none of the heap's. */
const mostMegabytes = 128;
/** A thread that has ended without an answer so often in turn is not asked any more. */
const mostLost = 3;

const unknown: Parsed = { verdict: 'unknown' };

/**
 * Parses languages that we have no parser for by the tree-sitter that VS Code ships, in a thread of its own that is there only while
 * it is used. 'unknown' where it is missing, late, or hangs.
 */
export class TreeParser {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #thread: RequestThread<TreeRequest, Parsed>;
  #lost = 0;
  #late = 0;

  constructor({ workerFile, folders, clock }: TreeParserParts) {
    this.#clock = clock;
    const data = { folders } satisfies TreeThreadStart;
    this.#thread = new RequestThread({ workerFile, data, limitMs, mostMegabytes, clock });
  }

  readonly parse: Parse = async (language, text) => {
    const grammar = grammarOf(language);
    if (grammar === undefined || text.length > longestText) return unknown;
    if (this.#lost >= mostLost || this.#late > 0) return unknown; // nothing is put behind what hangs
    const { promise: over, resolve } = Promise.withResolvers<Parsed>();
    let isLate = false;
    const stopTimer = this.#clock.after(patienceMs, () => {
      isLate = true;
      this.#late += 1;
      resolve(unknown);
    });
    const asked = this.#thread.ask({ grammar, text }).then(result => {
      stopTimer();
      if (isLate) this.#late -= 1;
      this.#lost = result ? 0 : this.#lost + 1;
      return result ?? unknown;
    });
    return Promise.race([asked, over]);
  };

  dispose(): void {
    this.#thread.dispose();
  }
}
