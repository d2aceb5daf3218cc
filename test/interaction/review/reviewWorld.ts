import assert from 'node:assert/strict';
import { edit } from '../../../src/assist/tasks/edit.ts';
import type { Answer, Sign } from '../../../src/core/model/answer.ts';
import { RecordList } from '../../../src/core/shared/recordList.ts';
import type { Store, StoreTrouble } from '../../../src/core/shared/store.ts';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { readStoredAnswer, type StoredAnswer, storedAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import { mostDecisions, readDecidedAnswer, type DecidedAnswer } from '../../../src/interaction/review/decidedAnswer.ts';
import { ReviewQueue } from '../../../src/interaction/review/reviewQueue.ts';
import { contextOf } from '../../assist/context.ts';
import { answerOf } from '../../support/scripted.ts';

export const elided: Sign = { code: 'elided', weight: 'hard', facts: { line: 2 } };

/** A memory in place of a disk. */
export function emptyDisk(): Store & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: name => Promise.resolve(texts.get(name)),
    write: (name, text) => Promise.resolve(void texts.set(name, text)),
    remove: name => Promise.resolve(void texts.delete(name)),
    names: () => Promise.resolve([...texts.keys()]),
  };
}

/** A window that keeps answers for review on this disk. */
export function windowOn(store: Store, troubles: StoreTrouble[] = []) {
  let now = 1_000;
  const wall = (): number => (now += 1_000);
  const open = <T extends { readonly id: string }>(name: string, read: (value: unknown) => T | undefined) =>
    new RecordList<T>({ store, name, limit: mostDecisions, wall, read, onTrouble: trouble => troubles.push(trouble) });
  const review = open<StoredAnswer>('review.json', readStoredAnswer);
  const decided = open<DecidedAnswer>('decided.json', readDecidedAnswer);
  const mask = (text: string) => Promise.resolve(text.replaceAll('hunter2', '****'));
  return { review, decided, queue: new ReviewQueue({ review, decided, mask, wall }) };
}

export const place = { uri: 'file:///cart.ts', start: 0 };
export const askedEdit = { assistance: edit, context: contextOf({}), place };
export const text = '```ts\nconst price = 2;\n```';

/** A turn whose answer is doubted. */
export const doubted = (id: string, more: Partial<Turn> = {}): Turn => ({
  ...newTurn({ id, title: `Edit ${id}`, form: 'code', status: 'Answered' }),
  ...{ phase: 'done', text, answer: doubtedAnswer() },
  ...more,
});

const doubtedAnswer = (): Answer =>
  answerOf('claude', text, { confidence: { tier: 'doubtful', score: 0, signs: [elided] } });

/** The same as it lies on disk. */
export async function keptAs(turn: Turn): Promise<StoredAnswer> {
  const mask = (words: string) => Promise.resolve(words);
  return (await storedAnswer(turn, askedEdit, { conversation: 'c1', at: 500, mask })) ?? assert.fail();
}
