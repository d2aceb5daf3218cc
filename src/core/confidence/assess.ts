import type { Assessor, Material } from './evidence/assessor.ts';
import { readReply } from './reading/blocks.ts';
import {
  comparison,
  escapedEntities,
  escapedLineEnds,
  lineNumbers,
  surroundingsRepeated,
} from './evidence/comparison.ts';
import { aboutDocs } from './about/aboutDocs.ts';
import { aboutMessage } from './about/aboutMessage.ts';
import { aboutTests } from './about/aboutTests.ts';
import { artefacts } from './evidence/artefacts.ts';
import { completeness } from './evidence/completeness.ts';
import { cutSentence } from './evidence/cutSentence.ts';
import { elision } from './evidence/elision.ts';
import { endsEarly } from './evidence/endsEarly.ts';
import { explanation } from './evidence/explanation.ts';
import { unknownLines } from './names/unknownLines.ts';
import { editMarks, form } from './evidence/form.ts';
import { hiddenCharacters, marksLeft, mixedScripts } from './evidence/hiddenCharacters.ts';
import type { Parse } from './reading/parse.ts';
import { promptEchoed } from './evidence/promptEchoed.ts';
import { addedNetwork, movedPlaceholders, placeholderLoss, printedSecrets } from './evidence/placeholderLoss.ts';
import type { Clock } from '../model/clock.ts';
import { fileAtHand, type FileAtHand } from './library/fileAtHand.ts';
import { namesFound } from './names/namesFound.ts';
import { readCode } from './reading/reading.ts';
import { repetition } from './evidence/repetition.ts';
import type { Steps } from '../shared/steps.ts';
import { slips } from './evidence/slips.ts';
import { syntax } from './evidence/syntax.ts';
import { beyondAsked } from './changes/beyondAsked.ts';
import { whatChanged } from './changes/whatChanged.ts';
import { withDemoted } from './withDemoted.ts';
import type { Answer, Confidence, Sign } from '../model/answer.ts';
import type { Expectation } from '../model/purpose.ts';

/** What is to be judged. */
export interface Judged {
  readonly expects: Expectation;
  /** The user's own words, '' when the task needs none: who asks for less may get less. */
  readonly instruction: string;
  /** All that was sent, in parts, and of it what the model was told to do; undefined: not known. */
  readonly sent?: readonly string[];
  readonly told?: readonly string[];
  readonly text: string;
  readonly finish: Answer['finish'];
}

/** A new assessor is one file and one line here. */
const assessors: readonly Assessor[] = [
  completeness,
  form,
  explanation,
  unknownLines,
  cutSentence,
  promptEchoed,
  placeholderLoss,
  movedPlaceholders,
  printedSecrets,
  addedNetwork,
  elision,
  endsEarly,
  syntax,
  comparison,
  repetition,
  surroundingsRepeated,
  lineNumbers,
  escapedEntities,
  escapedLineEnds,
  editMarks,
  artefacts,
  hiddenCharacters,
  mixedScripts,
  marksLeft,
  slips,
  beyondAsked,
  whatChanged,
  namesFound,
  aboutTests,
  aboutDocs,
  aboutMessage,
];

/** Those that look at a text however long it is. */
const ofLong: readonly Assessor[] = [
  completeness,
  form,
  placeholderLoss,
  movedPlaceholders,
  printedSecrets,
  addedNetwork,
  marksLeft,
];

/** How an assessment reaches the world, and how long it may take. */
export interface AssessParts {
  readonly parse: Parse;
  readonly clock: Clock;
  /** The most that all assessors together may keep the answer waiting, ms. */
  readonly limitMs: number;
  /** Whoever waits for the answer has left. */
  readonly signal: AbortSignal;
  /** Signs that are only told, because the user has used so many answers in spite of them. Default: none. */
  readonly demoted?: ReadonlyMap<string, number>;
}

/**
 * How far an answer can be trusted, by evidence that needs no second model. Never rejects, and takes no longer than its limit:
 * an assessor that breaks or is late, or a text too long to be looked at whole, costs what a soft sign costs, because the answer
 * then passed unseen.
 */
export async function assess(judged: Judged, parts: AssessParts): Promise<Confidence> {
  const { expects, text } = judged;
  const isLong = text.length + (expects.form === 'code' ? expects.code.length : 0) > longestText;
  const pause = pausing(parts.clock);
  const reply = readReply(text, expects.code);
  await pause();
  const reading =
    expects.form === 'code' && expects.isInBlocks !== true ? { reading: readCode(text, expects, reply) } : {};
  const timeLimit = new TimeLimit(parts);
  const signs: Sign[] = [];
  let whole = !isLong;
  let file: FileAtHand = {};
  try {
    if (expects.known && whole) file = await timeLimit.waitFor(fileAtHand(expects));
  } catch {
    whole = false;
  }
  const material: Material = { ...judged, ...reading, ...file, reply, parse: parts.parse };
  for (const assessor of isLong ? ofLong : assessors) {
    const turn = pause();
    if (turn) await turn; // a promise for each would take twice the time
    try {
      const found = assessor(material);
      if (found instanceof Promise) signs.push(...(await timeLimit.waitFor(found)));
      else signs.push(...('next' in found ? await inTurns(found, pause) : found));
    } catch {
      whole = false; // what it would have seen, nobody has seen
    }
  }
  timeLimit.end();
  return confidenceOf(withDemoted(signs, parts.demoted), { whole });
}

/** Work of so long is done without giving others their turn, ms. */
const stretchMs = 4;

/** To be called between pieces of work: a promise when they have taken long since the last one. */
function pausing(clock: Pick<Clock, 'now' | 'after'>): () => Promise<void> | undefined {
  let until = clock.now() + stretchMs;
  return () => {
    if (clock.now() < until) return undefined;
    return new Promise(resolve => {
      clock.after(0, () => {
        until = clock.now() + stretchMs;
        resolve();
      });
    });
  };
}

async function inTurns<T>(work: Steps<T>, pause: () => Promise<void> | undefined): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const turn = pause();
    if (turn) await turn;
  }
}

/** Waits for the work of assessors until their common time is over. Its timer starts with the first work that takes time. */
class TimeLimit {
  readonly #parts: AssessParts;
  #over: Promise<never> | undefined;
  #cancel: (() => void) | undefined;

  constructor(parts: AssessParts) {
    this.#parts = parts;
  }

  /** Rejects when the time is over before the work is. */
  waitFor<T>(work: Promise<T>): Promise<T> {
    this.#over ??= this.#begin();
    return Promise.race([work, this.#over]);
  }

  end(): void {
    this.#cancel?.();
  }

  #begin(): Promise<never> {
    const { clock, limitMs, signal } = this.#parts;
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => undefined); // it may come when everything is done
    const late = (): void => reject(new Error('an assessor is late'));
    const cancelTimer = clock.after(limitMs, late);
    signal.addEventListener('abort', late, { once: true });
    if (signal.aborted) late();
    this.#cancel = () => {
      cancelTimer();
      signal.removeEventListener('abort', late);
    };
    return promise;
  }
}

/** Characters of answer and selection together: many times what fits into the tokens of an answer, and 15 ms of looking. */
const longestText = 128 * 1024;

/** A declared mapping, not a probability. */
const score = { hard: 0, soft: 0.6, none: 0.9 } as const;
const notAssessed: Sign = { code: 'not-assessed', weight: 'soft', facts: {} };

/** The tier and score that signs amount to; `whole` says that every assessor had its say. */
export function confidenceOf(signs: readonly Sign[], { whole }: { readonly whole: boolean }): Confidence {
  const of = (weight: Sign['weight']) => signs.filter(sign => sign.weight === weight);
  const [hard, soft, facts, good] = [of('hard'), of('soft'), of('fact'), of('good')];
  const ordered = [...hard, ...soft, ...facts, ...good];
  if (hard.length > 0) return { tier: 'doubtful', score: score.hard, signs: ordered };
  if (soft.length > 0) return { tier: 'doubtful', score: score.soft, signs: ordered };
  if (!whole) return { tier: 'unchecked', score: score.soft, signs: [...ordered, notAssessed] };
  return { tier: good.length > 0 ? 'checked' : 'unchecked', score: score.none, signs: ordered };
}
