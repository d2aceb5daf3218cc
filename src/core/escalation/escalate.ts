import { doubtsIn, verdictOf } from '../confidence/verdict.ts';
import type { Answer, Sign } from '../model/answer.ts';
import { reasonOf } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import type { Ask, Layer } from '../model/layer.ts';
import type { NotEscalated, Note } from '../model/note.ts';
import type { Prompt } from '../model/prompt.ts';
import { maxAttempts, type Question, type Ranked } from '../model/question.ts';
import { AbortScope } from '../resilience/abortScope.ts';
import type { EscalationParts, EscalationSettings, EscalationWorld } from './escalationParts.ts';
import { isBetter } from './isBetter.ts';
import { nextStronger, type Stronger } from './nextStronger.ts';

/** Of the time that is left, what is kept for giving the answer that is there already. */
const reserve = 0.1;
/** In less than this nobody answers, ms. */
const leastMs = 1_000;

/**
 * Follows a doubtful answer up, where a user waits for it: whoever gave it is asked once more with what speaks against it, and when
 * that does not help, the next stronger target is. Each is one request, unwatched, without a retry, within what is left of the question's
 * time, attempts and budget; what the user let this one question go over the budget is not for them. The better answer is given.
 * What a follow-up comes to never loses the answer that is there; a cancel ends all.
 *
 * An answer that must be JSON is not followed up: `structured` has asked for it once more already. Without `settings` none is.
 */
export const escalate =
  (settings: EscalationSettings | undefined, world: EscalationWorld): Layer =>
  next => {
    if (!settings) return next;
    const parts = { ...settings, ...world };
    return async question => {
      const startedAt = parts.clock.now();
      const answer = await next(question);
      if (!isFollowedUp(question, answer, parts)) return answer;
      // a permission to go over the budget was given for one request
      const asked = { ...unwatched(question), overBudget: false };
      return followUp(answer, { question: asked, next, parts, tookMs: parts.clock.now() - startedAt });
    };
  };

/** How the answer at hand came about. */
interface Escalation {
  readonly question: Question;
  readonly next: Ask;
  readonly parts: EscalationParts;
  /** How long the first answer took, ms: what another one likely takes, where nothing better is known. */
  readonly tookMs: number;
}

const isFollowedUp = ({ priority, purpose }: Question, answer: Answer, parts: EscalationParts): boolean =>
  priority === 'interactive' && purpose?.expects.json === undefined && isDoubted(answer, parts);

/** Does anything speak against it that another answer could do better? That nobody has looked at it in time is nothing of that kind. */
const isDoubted = ({ confidence }: Answer, { onDoubt, thresholds }: EscalationParts): boolean =>
  onDoubt() === 'escalate' && verdictOf(confidence, thresholds()) !== 'pass' && doubtsOf(confidence?.signs).length > 0;

const doubtsOf = (signs: readonly Sign[] = []): readonly Sign[] =>
  doubtsIn(signs).filter(({ code }) => code !== 'not-assessed');

/** Nobody watches what may not be shown in the end. */
function unwatched({ onEvent, ...question }: Question): Question {
  return question;
}

async function followUp(first: Answer, at: Escalation): Promise<Answer> {
  const { parts, question } = at;
  const own = question.route?.find(({ target }) => target.id === first.from);
  if (!own) return first; // who has answered is not in the chain any more, so nobody is stronger than it
  const stronger = strongerThan(first, own, at);
  const told = await rephrase(first, own, { ...at, share: 'ranked' in stronger ? 0.5 : 1 });
  if (!isDoubted(told, parts)) return told;
  return askStronger(told, strongerThan(told, own, at), at); // what can be asked may have changed meanwhile
}

const strongerThan = ({ confidence }: Answer, { target: by }: Ranked, { question, parts }: Escalation): Stronger =>
  nextStronger(
    question,
    { by, isDeclined: doubtsOf(confidence?.signs).some(({ code }) => code === 'declines') },
    parts,
  );

/** Asks whoever has answered once more, where that is possible and leaves time for who comes after it. */
async function rephrase(first: Answer, own: Ranked, at: Escalation & { readonly share: number }): Promise<Answer> {
  const { question, parts, tookMs } = at;
  const prompt = promptWith(first, at);
  const limitMs = timeLeft(at) * at.share;
  const isFree = parts.laneOf(own.target)?.closed(question) === undefined && parts.affords(own.target, question);
  if (!prompt || !isFree || limitMs < Math.max(leastMs, tookMs) || question.attempts.left <= 0) return first;
  return askOne(first, { how: 'rephrased', ranked: own, prompt, limitMs }, at);
}

async function askStronger(best: Answer, stronger: Stronger, at: Escalation): Promise<Answer> {
  const { question, tookMs } = at;
  const stay = (because: NotEscalated, target: string | undefined): Answer => {
    question.notes({ kind: 'not-escalated', because, ...(target !== undefined && { target }) });
    return best;
  };
  if (!('ranked' in stronger)) return stay(stronger.because, stronger.target);
  const { ranked } = stronger;
  const { id } = ranked.target;
  const likelyMs = ranked.factsOf?.(ranked.target, question)?.expectedMs ?? tookMs;
  const limitMs = timeLeft(at);
  if (limitMs < Math.max(leastMs, likelyMs)) return stay('no-time', id);
  if (question.attempts.left <= 0) return stay('attempts', id);
  const prompt = promptWith(best, at) ?? question.request;
  return askOne(best, { how: 'stronger', ranked, prompt, limitMs }, at);
}

const timeLeft = ({ question, parts }: Escalation): number =>
  Math.max(0, question.until - parts.clock.now()) * (1 - reserve);

const promptWith = ({ confidence }: Answer, { question, parts }: Escalation): Prompt | undefined =>
  parts.rephrased(question.request, codesOf(doubtsOf(confidence?.signs)));

const codesOf = (signs: readonly Sign[]) => [...new Set(signs.map(({ code }) => code))];

interface Step {
  readonly how: 'rephrased' | 'stronger';
  readonly ranked: Ranked;
  readonly prompt: Prompt;
  readonly limitMs: number;
}

/** One more request; gives the better of its answer and the best one so far. */
async function askOne(best: Answer, step: Step, { question, next, parts }: Escalation): Promise<Answer> {
  const { clock } = parts;
  const { how, ranked, limitMs } = step;
  const { id: target } = ranked.target;
  const { notes, signal } = question;
  question.attempts.left -= 1;
  notes({ kind: 'escalated', how, from: best.from, target, because: codesOf(doubtsOf(best.confidence?.signs)) });
  const scope = new AbortScope(signal);
  const late = new Failure('out-of-time', { target, facts: { limitMs: Math.round(limitMs) } });
  const cancel = clock.after(limitMs, () => scope.cut(late));
  try {
    const answer = await next({ ...stepOf(question, step), signal: scope.signal, until: clock.now() + limitMs });
    const isKept = !scope.signal.aborted && isBetter(answer, best);
    notes({ kind: 'weighed', how, target, outcome: isKept ? 'better' : 'no-better' });
    return isKept
      ? withAgreement(withMarks(answer, best), best, { question, parts })
      : withAgreement(best, answer, { question, parts });
  } catch (error) {
    if (signal.aborted) throw reasonOf(signal);
    if (!(error instanceof Failure)) throw error;
    notes({ kind: 'weighed', how, target, outcome: error.kind });
    return best;
  } finally {
    cancel();
    scope.release();
  }
}

/** What another model wrote is evidence, too; it weighs nothing. */
function withAgreement(
  kept: Answer,
  other: Answer,
  { question: { purpose }, parts }: Pick<Escalation, 'question' | 'parts'>,
): Answer {
  const { confidence, from } = kept;
  const sign =
    purpose && confidence && from !== other.from ? parts.agreement?.(purpose.expects, { kept, other }) : undefined;
  return confidence && sign ? { ...kept, confidence: { ...confidence, signs: [...confidence.signs, sign] } } : kept;
}

/** The question to this one target, once. */
function stepOf(question: Question, { ranked, prompt }: Step): Question {
  const { notes, onAsking, request } = question;
  const number = maxAttempts - question.attempts.left;
  const numbered = (note: Note): void => notes(note.kind === 'attempt' ? { ...note, number } : note);
  return {
    ...question,
    request: { ...request, ...prompt },
    route: [ranked],
    attempts: { left: 1 },
    notes: numbered,
    ...(onAsking && { onAsking: asking => onAsking({ ...asking, attempt: number }) }),
  };
}

/** That a stronger one would have been right is as true of its second answer as of its first. */
function withMarks(answer: Answer, best: Answer): Answer {
  const isMarked = best.from !== answer.from || !best.degraded.includes('smaller-model');
  return isMarked || answer.degraded.includes('smaller-model')
    ? answer
    : { ...answer, degraded: [...answer.degraded, 'smaller-model'] };
}
