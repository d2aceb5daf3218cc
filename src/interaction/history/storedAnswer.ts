import * as v from 'valibot';
import type { Context } from '../../assist/assistance.ts';
import { assistances } from '../../assist/tasks/all.ts';
import { mostUsedFiles } from '../../core/cache/usedFiles.ts';
import { lineOnlyText } from '../asking/lineOnlyText.ts';
import type { Mask } from '../../core/secrets/maskText.ts';
import { maskTexts } from '../../core/secrets/maskTexts.ts';
import type { AskRequest, EditPlace } from '../asking/askRequest.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Answer, Confidence } from '../../core/model/answer.ts';

/** A turn as it lies on disk: with secrets masked, without notes and errors. */
export interface StoredAnswer {
  readonly id: string;
  /** Wall-clock ms. */
  readonly at: number;
  readonly conversation: string;
  readonly title: string;
  readonly task: string;
  readonly text: string;
  readonly status: string;
  readonly tookMs: number;
  readonly decision?: NonNullable<Turn['decision']>;
  readonly continuations?: number;
  readonly context: Context;
  readonly place?: EditPlace;
  readonly answer: Omit<Answer, 'text' | 'insteadOf'>;
}

const text = v.pipe(v.string(), v.maxLength(1_000_000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const names = v.exactOptional(v.pipe(v.array(text), v.maxLength(200)));
const foundTexts = v.exactOptional(
  v.pipe(v.array(v.object({ file: text, line: whole, language: text, text })), v.maxLength(200)),
);
const related = v.exactOptional(
  v.pipe(v.array(v.object({ file: text, line: whole, message: text })), v.maxLength(100)),
);

/** The context of a question, as it lies on disk. */
export const contextSchema = v.object({
  file: text,
  language: text,
  code: text,
  document: v.exactOptional(text),
  used: v.exactOptional(v.pipe(v.array(v.object({ file: text, hash: text })), v.maxLength(mostUsedFiles))),
  isLineOnly: v.exactOptional(v.boolean()),
  before: text,
  after: text,
  startLine: whole,
  endLine: whole,
  symbol: v.exactOptional(v.object({ name: text, kind: text })),
  diagnostics: v.array(
    v.object({
      line: whole,
      column: v.exactOptional(whole),
      severity: v.picklist(['error', 'warning', 'information', 'hint']),
      message: text,
      code: v.exactOptional(text),
      link: v.exactOptional(text),
      related,
    }),
  ),
  moreDiagnostics: v.exactOptional(whole),
  hovers: v.array(text),
  testFile: v.exactOptional(
    v.object({
      path: text,
      language: text,
      text: v.exactOptional(text),
      framework: v.exactOptional(text),
      example: v.exactOptional(v.object({ path: text, text })),
    }),
  ),
  history: v.exactOptional(v.pipe(v.array(text), v.maxLength(100))),
  uses: v.exactOptional(v.pipe(v.array(text), v.maxLength(100))),
  evidence: v.exactOptional(
    v.object({
      project: names,
      cells: foundTexts,
      definitions: foundTexts,
      callers: foundTexts,
      edits: foundTexts,
      fixes: names,
      openFiles: names,
    }),
  ),
  added: v.exactOptional(v.pipe(v.array(v.object({ title: text, language: text, text })), v.maxLength(100))),
  input: text,
  turns: v.array(v.object({ question: text, answer: text })),
});

/** How the place of an edit lies on disk. */
const side = { length: whole, print: text, next: v.exactOptional(v.object({ length: whole, print: text })) };
export const placeSchema = v.object({
  uri: text,
  start: whole,
  mark: v.exactOptional(v.object({ copies: v.exactOptional(whole), before: v.object(side), after: v.object(side) })),
});

const confidence = v.object({
  tier: v.picklist(['verified', 'checked', 'unchecked', 'doubtful']),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  signs: v.array(
    v.object({
      code: v.string(),
      weight: v.picklist(['hard', 'soft', 'good']),
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
});

const answerSchema = v.object({
  id: text,
  at: v.number(),
  conversation: text,
  title: text,
  task: text,
  text,
  status: text,
  tookMs: v.number(),
  decision: v.exactOptional(v.picklist(['used', 'kept', 'approved', 'discarded'])),
  continuations: v.exactOptional(whole),
  context: contextSchema,
  place: v.exactOptional(placeSchema),
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

/** How a turn is put on disk. */
export interface Keeping {
  /** The conversation that it belongs to. */
  readonly conversation: string;
  /** Wall-clock ms. */
  readonly at: number;
  readonly mask: Mask;
}

/** The turn to put on disk; every text is masked. undefined: it has no answer to keep. */
export async function storedAnswer(
  turn: Turn,
  asked: AskRequest,
  { conversation, at, mask }: Keeping,
): Promise<StoredAnswer | undefined> {
  if (!turn.answer) return undefined;
  const { text: _text, insteadOf: _insteadOf, ...answer } = turn.answer;
  const { title, text: said } = turn;
  const { secrets, ...context } = asked.context;
  return {
    id: turn.id,
    at,
    conversation,
    ...(await maskTexts({ title, text: said, context, answer }, text => mask(text, secrets))),
    task: asked.assistance.task,
    status: turn.status,
    tookMs: turn.tookMs,
    ...(turn.decision && { decision: turn.decision }),
    ...(turn.continuations !== undefined && { continuations: turn.continuations }),
    ...(await storedPlace(asked, mask)),
  };
}

/** Where an edit would go; a place whose address holds a secret is not kept, and its edit can be looked at, not applied. */
export async function storedPlace({ place }: AskRequest, mask: Mask): Promise<{ readonly place?: EditPlace }> {
  if (!place) return {};
  return (await mask(place.uri)) === place.uri ? { place } : {};
}

/** The turn and what was asked in it, as they were; undefined: its task is not known to this release. */
export function reviveAnswer(record: StoredAnswer): { readonly turn: Turn; readonly asked: AskRequest } | undefined {
  const assistance = assistances.find(({ task }) => task === record.task);
  if (!assistance) return undefined;
  const remark = lineOnlyText(record.context);
  const turn: Turn = {
    id: record.id,
    title: record.title,
    form: assistance.form,
    presenter: assistance.presenter,
    phase: 'done',
    status: record.status,
    text: record.text,
    partials: [],
    notes: [],
    tookMs: record.tookMs,
    answer: { ...record.answer, text: record.text },
    ...(record.decision && { decision: record.decision }),
    ...(record.continuations !== undefined && { continuations: record.continuations }),
    ...(remark !== undefined && { remark }),
  };
  return { turn, asked: { assistance, context: record.context, ...(record.place && { place: record.place }) } };
}
