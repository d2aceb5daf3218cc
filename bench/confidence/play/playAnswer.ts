import { edit } from '../../../src/assist/tasks/edit.ts';
import { explain } from '../../../src/assist/tasks/explain.ts';
import type { Context } from '../../../src/assist/assistance.ts';
import { createQuestion } from '../../../src/assist/createQuestion.ts';
import { assessAnswer } from '../../../src/core/layers/assessAnswer.ts';
import { redact } from '../../../src/core/layers/redact.ts';
import { showHidden } from '../../../src/core/layers/showHidden.ts';
import type { Answer, Confidence } from '../../../src/core/model/answer.ts';
import type { Ask, Layer } from '../../../src/core/model/layer.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import { scanSecrets as scan } from '../../../src/libraries/secrets.ts';
import { systemClock as clock } from '../../../src/libraries/systemClock.ts';
import { longestBlock } from '../../memory/blocks.ts';
import type { Labelled } from '../set/labelled.ts';
import { parse } from './parser.ts';

/** What an answer went through, and how long that took, ms. */
export interface PlayedAnswer {
  readonly confidence: Confidence | undefined;
  /** From the answer to its assessment. */
  readonly tookMs: number;
  /** The longest that nobody else had a turn meanwhile, in CPU time. */
  readonly longestMs: number;
}

/** Asks as the editor does, and has the answer given in place of a model's: masked, judged, put back. */
export async function playAnswer(labelled: Labelled): Promise<PlayedAnswer> {
  let [answeredAt, judgedAt, longestMs] = [0, 0, 0];
  const model: Ask = () => {
    answeredAt = performance.now();
    return Promise.resolve(answerOf(labelled));
  };
  const watched: Layer = next => async question => {
    let answer: Answer | undefined;
    longestMs = await longestBlock(async () => {
      answer = await next(question);
      judgedAt = performance.now();
    });
    if (!answer) throw new Error('nobody answered');
    return answer;
  };
  const ask = redact({ scan, pace, enabled: () => true })(
    watched(assessAnswer(clock, { parse })(showHidden(clock)(model))),
  );
  const { confidence } = await ask(questionOf(labelled));
  return { confidence, tookMs: judgedAt - answeredAt, longestMs };
}

function questionOf(labelled: Labelled) {
  return createQuestion(labelled.task === 'edit' ? edit : explain, contextOf(labelled), {
    clock,
    id: 'bench',
    scope: 'bench',
    totalMs: 35_000,
    signal: new AbortController().signal,
    notes: () => undefined,
  });
}

function contextOf({ file, language, before, code, after, startLine, instruction }: Labelled): Context {
  return {
    file,
    language,
    before,
    code: `${code}\n`,
    after: after.slice(1),
    known: () => ({ before, after: after.slice(1) }),
    startLine,
    endLine: startLine + code.split('\n').length - 1,
    diagnostics: [],
    hovers: [],
    input: instruction,
    turns: [],
  };
}

const answerOf = ({ answer: text, finish }: Labelled): Answer => ({
  text,
  from: 'bench/model',
  model: 'model',
  usage: { inputTokens: 1_000, outputTokens: 500, cachedInputTokens: 0, exact: true },
  freshness: 'live',
  ageMs: 0,
  finish,
  degraded: [],
});
