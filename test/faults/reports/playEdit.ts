import { edit } from '../../../src/assist/tasks/edit.ts';
import { createQuestion } from '../../../src/assist/createQuestion.ts';
import { assess } from '../../../src/core/confidence/assess.ts';
import { parse } from '../../../src/libraries/parseCode.ts';
import { contextOf } from '../../assist/context.ts';
import { atLeisure } from '../../core/confidence/judged.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import type { EditCase } from './reportCase.ts';

/** What would replace the selection (null: nothing), and whether it is doubted. */
export async function playEdit({ language, code, instruction, answer, before = '', after = '' }: EditCase) {
  const context = contextOf({ language, code, input: instruction, before, after, known: () => ({ before, after }) });
  const { purpose } = createQuestion(edit, context, {
    clock: new VirtualClock(),
    id: 'report',
    scope: 'reports',
    totalMs: 35_000,
    signal: new AbortController().signal,
    notes: () => undefined,
  });
  if (!purpose) throw new Error('an edit has a purpose');
  const judged = { expects: purpose.expects, instruction, text: answer, finish: 'stop' } as const;
  const confidence = await assess(judged, atLeisure(parse));
  const outcome = edit.read(answer, context);
  return {
    replacement: outcome.kind === 'replacement' ? outcome.code : null,
    doubted: confidence.tier === 'doubtful',
    signs: confidence.signs.map(({ code: sign, weight }) => `${sign}:${weight}`),
  };
}
