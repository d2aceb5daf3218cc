import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { AskRequest } from '../asking/askRequest.ts';
import { toldOf } from '../conversation/remarks.ts';
import { newTurn, type Turn } from '../conversation/turn.ts';
import { type Keeping, requestEntries, reviveRequest, storedRequest, type StoredRequest } from './storedRequest.ts';

/** A question that nobody could answer, as it lies on disk: with secrets masked. */
export interface StoredQuestion extends StoredRequest {
  /** The turn in which it was asked. */
  readonly id: string;
  /** When it was kept, wall-clock ms. */
  readonly at: number;
  readonly conversation: string;
  readonly title: string;
  /** How often it was asked again in vain. */
  readonly tries: number;
  /** Why nobody could answer it, when it was last asked: a kind of failure; undefined: an older version kept it. */
  readonly because?: string;
  /** The words in which the user wants it asked instead; undefined: as it was asked. */
  readonly words?: string;
  /** Where it stands among the others, as `at`; undefined: by when it was kept. */
  readonly rank?: number;
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
  ...requestEntries,
  tries: whole,
  because: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  words: v.exactOptional(text),
  rank: v.exactOptional(v.number()),
});

/** Checks what was read from disk; undefined: not one of ours, or damaged. */
export function readStoredQuestion(value: unknown): StoredQuestion | undefined {
  const { success, output } = v.safeParse(questionSchema, value);
  return success ? output : undefined;
}

/** The question to put on disk; every text is masked. */
export async function storedQuestion(
  { id, title }: Pick<Turn, 'id' | 'title'>,
  asked: AskRequest,
  keeping: Keeping,
): Promise<StoredQuestion> {
  const { conversation, at } = keeping;
  return { id, at, conversation, ...(await storedRequest(asked, keeping, { title })), tries: 0 };
}

/** The same of a question that was being asked when its window was closed. */
export function reviveLeftOpen(record: StoredQuestion): ReturnType<typeof reviveQuestion> {
  const revived = reviveQuestion(record);
  const status = l10n.t('Stopped, because the window was closed');
  return revived && { ...revived, turn: { ...revived.turn, phase: 'cancelled', status } };
}

/** The turn without an answer, and what was asked in it; undefined: its task is not known to this release. */
export function reviveQuestion(
  record: StoredQuestion,
): { readonly turn: Turn; readonly asked: AskRequest } | undefined {
  const { id, title } = record;
  const asked = reviveRequest(record);
  if (!asked) return undefined;
  const { form, presenter } = asked.assistance;
  const begun = newTurn({ id, title, form, presenter, status: l10n.t('No answer') });
  return { turn: { ...begun, ...toldOf(asked), phase: 'failed' }, asked };
}
