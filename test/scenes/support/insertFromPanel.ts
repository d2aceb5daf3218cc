import assert from 'node:assert/strict';
import { type ActionParts, useCode } from '../../../src/editor/conversation/turnActions.ts';
import { vscodeUser } from '../../../src/editor/platform/vscodeUser.ts';
import { createFileGuard } from '../../../src/editor/present/createFileGuard.ts';
import { DocumentWriter } from '../../../src/editor/present/documentWriter.ts';
import { insertInto } from '../../../src/editor/present/insertInto.ts';
import type { EditPlace } from '../../../src/interaction/asking/askRequest.ts';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { realPathOf } from '../../../src/storage/realPath.ts';
import { answerOf } from '../../support/scripted.ts';
import { otherModelParts } from '../../interaction/otherModels/otherModelParts.ts';
import { noLearning } from './noLearning.ts';

const unasked = (): never => assert.fail('nobody wants that');
const guard = createFileGuard({ realPathOf, confirm: vscodeUser.confirm });
const writer = new DocumentWriter({
  learning: noLearning,
  guard,
  checkpoints: { keep: () => Promise.resolve(''), settle: () => Promise.resolve(), forget: () => Promise.resolve() },
});

/** What inserting told, newest last. */
export const mentioned: string[] = [];

const parts: ActionParts = {
  mention: words => void mentioned.push(words),
  ...otherModelParts(),
  targets: unasked,
  user: vscodeUser,
  alwaysUse: unasked,
  giveFeedback: unasked,
  checkpoints: { all: unasked },
  showBoth: unasked,
  surroundings: () => ({
    thresholds: { auto: 0.8, review: 0.5 },
    labelOf: id => id,
    strongerThan: unasked,
    targets: 1,
  }),
  insert: (editor, answered) =>
    insertInto(editor, answered, { guard, writer, findingsIn: (_, text) => scanSecrets(text) }),
  review: unasked,
  defer: unasked,
};

/** Presses Insert at the one code block of an answer, as its panel would; `place`: where it was asked about. */
export function insertFromPanel(code: string, place?: EditPlace): Promise<void> {
  const text = `\`\`\`\n${code}\n\`\`\``;
  const begun = newTurn({ id: 't1', title: 'Ask', form: 'prose', status: 'Answered' });
  const turn: Turn = { ...begun, phase: 'done', text, answer: answerOf('one', text) };
  return useCode('insert', { turn, block: 0, place }, parts);
}
