import { questionKey } from '../../../src/core/cache/questionKey.ts';
import { likenessOf } from '../../../src/core/cache/similarity.ts';
import { targetKey } from '../../../src/core/cache/targetKey.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { sha256 as hash } from '../../../src/libraries/sha256.ts';
import type { BundleSettings } from '../bundle/bundleSettings.ts';
import type { Memory } from '../record/memories.ts';
import type { RecordedQuestion } from '../record/recordedQuestion.ts';
import type { ReplayedWindow } from './replayedWindow.ts';

/** A question that is about to get a remembered answer. */
export interface Recalling {
  readonly recorded: RecordedQuestion;
  readonly question: Question;
  readonly memory: Memory;
}

const dayMs = 86_400_000;

/** Puts into memory what an earlier question, which is not in the journal, had left there. */
export function recall(
  { recorded, question, memory }: Recalling,
  window: ReplayedWindow,
  { targets, cache }: BundleSettings,
): void {
  const target = targets.find(({ id }) => id === memory.target);
  if (memory.from || !target) return;
  const { entry } = recorded;
  const isSimilar = entry.cache === 'similar';
  const asked = questionKey(question, hash);
  const key = isSimilar ? hash(`similar ${asked}`) : asked;
  const at = memory.rememberedAt ?? entry.at - cache.ttlMs - dayMs;
  const likeness = isSimilar ? () => likenessOf(question, hash) : undefined;
  window.remember(at, `${key} ${targetKey(target, hash)}`, rememberedAnswer(target.id), likeness);
}

const rememberedAnswer = (from: string): Answer => ({
  ...{ text: 'An answer from before.', from, model: from, ageMs: 0, degraded: [] },
  usage: { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, exact: false },
  freshness: 'live',
  finish: 'stop',
});
