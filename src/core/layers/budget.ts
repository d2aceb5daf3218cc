import type { Ask, Layer } from '../model/layer.ts';
import { unlessAborted, type Clock } from '../model/clock.ts';
import { Failure, type FailureDetails } from '../model/failure.ts';
import type { Ledger } from '../budget/ledger.ts';
import type { BudgetRefusal, Reservation, ReserveRequest } from '../budget/reservation.ts';
import { tokensOfPrompt } from '../prompt/tokens.ts';
import type { Price, Target } from '../model/target.ts';
import type { OnExceeded } from '../budget/spending.ts';
import type { AttemptNote, BudgetLimit, Note } from '../model/note.ts';
import type { Answer, Usage } from '../model/answer.ts';
import { languageOf, type Question } from '../model/question.ts';

export interface BudgetParts {
  readonly clock: Clock;
  readonly ledger: Ledger;
  /** The workspace whose budget it is: an opaque string of at most 64 characters. */
  readonly workspace: () => string;
  /** What a target costs; undefined: unknown, and its tokens count. */
  readonly priceOf: (target: Target) => Price | undefined;
  readonly onExceeded: () => OnExceeded;
  /** How many times the estimate of the input a prompt may really be, at most; at least 1. */
  readonly upperFactor: (model: string, language: string) => number;
}

/**
 * Reserves what one attempt may take before its bytes leave, and settles what it took; a retry costs as much
 * as the first try. What does not fit is not sent: Failure 'budget-spent', so that a target that costs less may be asked, or
 * 'budget-blocked' where the user wants it strict. A target that costs nothing passes. Without `parts` nothing is counted.
 */
export const budget =
  (target: Target, parts: BudgetParts | undefined): Layer =>
  next => {
    if (!parts || isFree(target, parts.priceOf)) return next;
    return async question => settled(await reserved(target, question, parts), next, question);
  };

/** 'budget': used up, so a target that costs is passed over at once; undefined: it may be asked, or its refusal ends the question. */
export function budgetCloses(target: Target, question: Question, parts: BudgetParts | undefined): 'budget' | undefined {
  if (!parts || question.overBudget === true || isFinal(question, parts.onExceeded()) || isFree(target, parts.priceOf))
    return undefined;
  return parts.ledger.standing(parts.workspace()).spent === undefined ? undefined : 'budget';
}

/** Does a refusal end the question: because the user wants it strict, or wants to decide and has not been asked yet? */
const isFinal = ({ overBudget, priority }: Question, onExceeded: OnExceeded): boolean =>
  onExceeded === 'block' || (onExceeded === 'ask' && overBudget === undefined && priority === 'interactive');

/** Does it cost nothing: by its price, or as a model on this machine without a price? */
export function isFree(target: Target, priceOf: BudgetParts['priceOf']): boolean {
  const price = priceOf(target);
  return price ? price.input === 0 && price.output === 0 && (price.cachedInput ?? 0) === 0 : target.loopback;
}

/** Why the rest of the budget does not cover a question at a target; 'unkept': nobody can say what is left. */
export type OverBudget = BudgetLimit | 'unkept';

/** What would be said if so many questions like this one were asked now; undefined: they are covered, as far as is known. Nothing is reserved. */
export function budgetRefuses(
  target: Target,
  { question, times }: { readonly question: Question; readonly times: number },
  parts: BudgetParts | undefined,
): OverBudget | undefined {
  if (!parts || isFree(target, parts.priceOf)) return undefined;
  if (!parts.ledger.kept && parts.onExceeded() === 'block') return 'unkept';
  const one = reserveRequest(target, question, parts);
  const all = { inputTokens: one.inputTokens * times, outputTokens: one.outputTokens * times };
  return parts.ledger.refusal({ ...one, ...all })?.because;
}

/** The most that one attempt may take. */
function reserveRequest(target: Target, question: Question, parts: BudgetParts): ReserveRequest {
  return {
    workspace: parts.workspace(),
    inputTokens: tokensOfPrompt(question.request) * Math.max(1, parts.upperFactor(target.model, languageOf(question))),
    outputTokens: Math.min(question.request.sampling.maxOutputTokens, target.maxOutputTokens ?? Infinity),
    price: parts.priceOf(target),
    mayBeWritten: question.request.parts.some(({ repeats }) => repeats),
    forMs: Math.max(0, question.until - parts.clock.now()),
    over: question.overBudget === true,
  };
}

async function reserved(target: Target, question: Question, parts: BudgetParts): Promise<Reservation> {
  const { ledger } = parts;
  question.signal.throwIfAborted(); // its reason is a Failure
  const request = reserveRequest(target, question, parts);
  const asked = ledger.reserve(request);
  const outcome = await unlessAborted(asked, question.signal).catch((error: unknown) => {
    void asked.then(giveBack); // it may be granted later, and nothing is sent then
    throw error;
  });
  if (!ledger.kept && parts.onExceeded() === 'block' && question.overBudget !== true) {
    giveBack(outcome);
    throw new Failure('budget-blocked', { target: target.id, sent: 'no', code: 'unkept' });
  }
  if (!('because' in outcome)) return outcome;
  question.notes(refusalNote(target, outcome, request.inputTokens + request.outputTokens));
  const kind = isFinal(question, parts.onExceeded()) ? 'budget-blocked' : 'budget-spent';
  throw new Failure(kind, refusalDetails(target, outcome));
}

function refusalNote({ id: target }: Target, { because, used, limit }: BudgetRefusal, needed: number): Note {
  const tokens = { needed: Math.ceil(needed), left: Math.max(0, Math.floor(limit - used)) };
  return { kind: 'over-budget', target, because, ...(because !== 'money' && { tokens }) };
}

function giveBack(outcome: Reservation | BudgetRefusal): void {
  if ('release' in outcome) void outcome.release();
}

const refusalDetails = ({ id }: Target, { because, used, limit }: BudgetRefusal): FailureDetails => ({
  target: id,
  sent: 'no',
  code: because,
  facts: { used, limit },
});

/** Asks, and settles with the usage in the attempt's note, so that ledger and log always agree. */
async function settled(reservation: Reservation, next: Ask, question: Question): Promise<Answer> {
  let said: AttemptNote | undefined;
  const notes = (note: Note): void => {
    if (note.kind === 'attempt') said = note;
    question.notes(note);
  };
  try {
    const answer = await next({ ...question, notes });
    void reservation.settle(answer.usage);
    return answer;
  } catch (error) {
    const isUnsent = said ? said.spent === 'nothing' : error instanceof Failure && error.details.sent === 'no';
    if (isUnsent) void reservation.release();
    else void reservation.settle(said?.usage ?? inputOf(question));
    throw error;
  }
}

const inputOf = (question: Question): Usage => ({
  inputTokens: tokensOfPrompt(question.request),
  outputTokens: 0,
  cachedInputTokens: 0,
  exact: false,
});
