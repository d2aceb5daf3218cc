import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { assistances } from '../../assist/tasks/all.ts';
import type { Context } from '../../assist/assistance.ts';
import { maskTexts } from '../../core/secrets/maskTexts.ts';
import type { AskRequest, EditPlace } from '../asking/askRequest.ts';
import { contextSchema, type Keeping, placeSchema, storedPlace } from './storedAnswer.ts';
import { newTurn, type Turn } from '../conversation/turn.ts';

/** A question that nobody could answer, as it lies on disk: with secrets masked. */
export interface StoredQuestion {
  /** The turn in which it was asked. */
  readonly id: string;
  /** When it was kept, wall-clock ms. */
  readonly at: number;
  readonly conversation: string;
  readonly title: string;
  readonly task: string;
  readonly context: Context;
  readonly place?: EditPlace;
  /** How often it was asked again in vain. */
  readonly tries: number;
}

/** After so many vain replays a question is not offered any more: the user is not to be bothered for ever. */
export const maxTries = 3;

/** May it be offered, or is it left to the user by now? */
export const isOffered = ({ tries }: StoredQuestion): boolean => tries < maxTries;

const text = v.pipe(v.string(), v.maxLength(1_000_000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const questionSchema = v.object({
  id: text,
  at: v.number(),
  conversation: text,
  title: text,
  task: text,
  context: contextSchema,
  place: v.exactOptional(placeSchema),
  tries: whole,
});

/** Checks what was read from disk; undefined: not one of ours, or damaged. */
export function readStoredQuestion(value: unknown): StoredQuestion | undefined {
  const { success, output } = v.safeParse(questionSchema, value);
  return success ? output : undefined;
}

/** The question to put on disk; every text is masked. */
export async function storedQuestion(
  turn: Pick<Turn, 'id' | 'title'>,
  asked: AskRequest,
  { conversation, at, mask }: Keeping,
): Promise<StoredQuestion> {
  const { secrets, ...context } = asked.context;
  return {
    id: turn.id,
    at,
    conversation,
    ...(await maskTexts({ title: turn.title, context }, text => mask(text, secrets))),
    task: asked.assistance.task,
    ...(await storedPlace(asked, mask)),
    tries: 0,
  };
}

/** The turn without an answer, and what was asked in it; undefined: its task is not known to this release. */
export function reviveQuestion(
  record: StoredQuestion,
): { readonly turn: Turn; readonly asked: AskRequest } | undefined {
  const { id, title, context, place } = record;
  const assistance = assistances.find(({ task }) => task === record.task);
  if (!assistance) return undefined;
  const begun = newTurn({
    id,
    title,
    form: assistance.form,
    presenter: assistance.presenter,
    status: l10n.t('No answer'),
  });
  const turn: Turn = { ...begun, phase: 'failed' };
  return { turn, asked: { assistance, context, ...(place && { place }) } };
}
