import * as v from 'valibot';
import type { AddedItem } from '../added/addedItem.ts';
import { addedSchema } from '../added/storedAdded.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import { toldOf } from '../conversation/remarks.ts';
import type { Comparison, ModelChoice, Turn } from '../conversation/turn.ts';
import { type Keeping, requestEntries, reviveRequest, storedRequest, type StoredRequest } from './storedRequest.ts';
import type { Answer, Confidence } from '../../core/model/answer.ts';

/** A turn as it lies on disk: with secrets masked, without notes and errors. */
export interface StoredAnswer extends StoredRequest {
  readonly id: string;
  /** Wall-clock ms. */
  readonly at: number;
  readonly conversation: string;
  readonly title: string;
  readonly text: string;
  readonly status: string;
  readonly tookMs: number;
  readonly decision?: NonNullable<Turn['decision']>;
  readonly continuations?: number;
  readonly choice?: ModelChoice;
  readonly comparedWith?: string;
  readonly comparison?: Comparison;
  /** What stands beside the field for the next question; only of the last answer of a conversation. */
  readonly added?: readonly AddedItem[];
  readonly answer: Omit<Answer, 'text' | 'insteadOf'>;
}

const text = v.pipe(v.string(), v.maxLength(1_000_000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const confidence = v.object({
  tier: v.picklist(['verified', 'checked', 'unchecked', 'doubtful']),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  signs: v.array(
    v.object({
      code: v.string(),
      weight: v.picklist(['hard', 'soft', 'fact', 'good']),
      facts: v.record(v.string(), v.union([v.string(), v.number()])),
    }),
  ),
});

const answer = v.object({
  from: text,
  model: text,
  usage: v.object({
    inputTokens: whole,
    outputTokens: whole,
    cachedInputTokens: whole,
    cacheWriteTokens: v.exactOptional(whole),
    exact: v.boolean(),
  }),
  freshness: v.picklist(['live', 'cached', 'stale', 'similar', 'offline']),
  ageMs: v.number(),
  finish: v.picklist(['stop', 'length', 'refused']),
  requestId: v.exactOptional(text),
  degraded: v.array(v.picklist(['partial', 'stale', 'similar', 'offline', 'smaller-model', 'trimmed', 'predefined'])),
  confidence: v.exactOptional(confidence),
  draft: v.exactOptional(text),
});

const answerSchema = v.object({
  id: text,
  at: v.number(),
  conversation: text,
  title: text,
  text,
  status: text,
  tookMs: v.number(),
  decision: v.exactOptional(v.picklist(['used', 'kept', 'approved', 'discarded'])),
  continuations: v.exactOptional(whole),
  choice: v.exactOptional(v.object({ label: text, answered: text, unanswered: text })),
  comparedWith: v.exactOptional(text),
  comparison: v.exactOptional(v.object({ title: text, lines: v.pipe(v.array(text), v.maxLength(100)) })),
  added: v.exactOptional(addedSchema),
  ...requestEntries,
  answer,
});

/** Checks what was read from disk; undefined: not one of ours, or damaged. */
export function readStoredAnswer(value: unknown): StoredAnswer | undefined {
  const { success, output } = v.safeParse(answerSchema, value);
  if (!success) return undefined;
  const { confidence: judged, ...rest } = output.answer;
  // sign codes are open on disk, so that an older release can read what a newer one wrote
  return { ...output, answer: { ...rest, ...(judged && { confidence: judged as Confidence }) } };
}

/** The turn to put on disk; every text is masked. undefined: it has no answer to keep. */
export async function storedAnswer(turn: Turn, asked: AskRequest, keeping: Keeping): Promise<StoredAnswer | undefined> {
  if (!turn.answer) return undefined;
  const { text: _text, insteadOf: _insteadOf, ...answer } = turn.answer;
  const { title, text: said, choice, comparison, comparedWith } = turn;
  const linked = { ...(choice && { choice }), ...(comparison && { comparison }) };
  const { conversation, at } = keeping;
  return {
    id: turn.id,
    at,
    conversation,
    ...(await storedRequest(asked, keeping, { title, text: said, answer, ...linked })),
    ...(comparedWith !== undefined && { comparedWith }),
    status: turn.status,
    tookMs: turn.tookMs,
    ...(turn.decision && { decision: turn.decision }),
    ...(turn.continuations !== undefined && { continuations: turn.continuations }),
  };
}

/** The turn and what was asked in it, as they were; undefined: its task is not known to this release. */
export function reviveAnswer(record: StoredAnswer): { readonly turn: Turn; readonly asked: AskRequest } | undefined {
  const asked = reviveRequest(record);
  if (!asked) return undefined;
  const turn: Turn = {
    id: record.id,
    title: record.title,
    form: asked.assistance.form,
    presenter: asked.assistance.presenter,
    task: asked.assistance.task,
    phase: 'done',
    status: record.status,
    text: record.text,
    partials: [],
    notes: [],
    tookMs: record.tookMs,
    answer: { ...record.answer, text: record.text },
    ...(record.decision && { decision: record.decision }),
    ...(record.choice && { choice: record.choice }),
    ...(record.comparedWith !== undefined && { comparedWith: record.comparedWith }),
    ...(record.comparison && { comparison: record.comparison }),
    ...toldOf(asked),
    ...(record.continuations !== undefined && { continuations: record.continuations }),
  };
  return { turn, asked };
}
