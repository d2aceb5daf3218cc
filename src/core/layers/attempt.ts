import type { Ask, Layer } from '../model/layer.ts';
import type { Clock } from '../model/clock.ts';
import { asFailure, Failure } from '../model/failure.ts';
import { AbortScope } from '../resilience/abortScope.ts';
import { estimateTokens } from '../prompt/estimateTokens.ts';
import { withSuccessor } from '../budget/retiredModels.ts';
import { tokensOfPrompt } from '../prompt/tokens.ts';
import type { Target } from '../model/target.ts';
import { createWatchdog, type Watchdog } from '../resilience/watchdog.ts';
import type { AttemptLimits } from '../resilience/attemptLimits.ts';
import type { AttemptNote } from '../model/note.ts';
import type { Answer, Usage } from '../model/answer.ts';
import type { AnswerEvent } from '../model/answerEvent.ts';
import { type Question, maxAttempts } from '../model/question.ts';

/**
 * One try at one target, held to its limits. Progress is text or thinking; pings, comments and blanks are none. The
 * limits abort the work *and* race it, because a fetch may be left unsettled (undici #5360). Writes the attempt's note.
 */
export const attempt =
  (clock: Clock, target: Target, limits: (question: Question) => AttemptLimits): Layer =>
  (next: Ask): Ask => {
    const parts: RunParts = { clock, target }; // once for all attempts, to save an allocation for each
    return async question => {
      const run = new Run(parts, question, limits(question));
      try {
        const answer = await run.scope.hold(() => next(run.question));
        run.note('answered', answer);
        return answer;
      } catch (error) {
        const failure = run.explain(error);
        run.note(failure.kind, undefined, failure);
        throw failure;
      } finally {
        run.end();
      }
    };
  };

interface RunParts {
  readonly clock: Clock;
  readonly target: Target;
}

/** The state of one try. */
class Run {
  readonly question: Question;
  readonly scope: AbortScope;
  readonly #clock: Clock;
  readonly #target: Target;
  readonly #limits: AttemptLimits;
  readonly #outer: Question;
  readonly #watchdog: Watchdog;
  readonly #startedAt: number;
  /** Read at the start, because a hedged attempt beside this one counts further. */
  readonly #number: number;
  #connectedAt: number | undefined;
  #firstTokenAt: number | undefined;
  #sent = false;
  #received = '';

  constructor({ clock, target }: RunParts, question: Question, limits: AttemptLimits) {
    this.#clock = clock;
    this.#target = target;
    this.#outer = question;
    this.#limits = limits;
    this.#startedAt = clock.now();
    this.#number = maxAttempts - question.attempts.left;
    this.#watchdog = createWatchdog(clock);
    this.scope = new AbortScope(question.signal);
    this.question = { ...question, signal: this.scope.signal, onEvent: event => this.#onEvent(event) };
    this.#tellStart();
    this.#expect(Math.min(limits.connectMs, this.#firstTokenMs), 'connect-timeout');
  }

  #tellStart(): void {
    this.#outer.onAsking?.({
      target: this.#target.id,
      attempt: this.#number,
      startedAt: this.#startedAt,
      silentAt: this.#startedAt + this.#firstTokenMs,
    });
  }

  /**
   * While another target could answer, silence may take at most a third of the time left, so that the other has the rest. Where
   * the other is asked beside it, only somebody after that one wants a third.
   */
  get #firstTokenMs(): number {
    const { firstTokenMs, isSlowByNature } = this.#limits;
    const { alternatives, isHedged = false, until } = this.#outer;
    if (alternatives <= (isHedged ? 1 : 0) || isSlowByNature) return firstTokenMs;
    return Math.min(firstTokenMs, ((until - this.#startedAt) * (isHedged ? 2 : 1)) / 3);
  }

  /**
   * Other targets used the question's time, and this one got less than half of its own limit: its silence must not open its
   * circuit. A question's first attempt is never hurried, else the circuit of a target that is always silent never opened.
   */
  get #isHurried(): boolean {
    return this.#number > 1 && this.#firstTokenMs < this.#limits.firstTokenMs / 2;
  }

  /** The failure that an error means, with the target and whether the request may have left. */
  explain(error: unknown): Failure {
    const target = this.#target.id;
    const failure = asFailure(error, { target });
    const sent = failure.details.sent ?? (this.#sent ? 'maybe' : 'no');
    return withSuccessor(failure.with({ target, sent }), this.#target, this.#clock.wall());
  }

  note(outcome: AttemptNote['outcome'], answer?: Answer, failure?: Failure): void {
    const requestId = answer?.requestId ?? failure?.details.requestId;
    const note: { -readonly [Field in keyof AttemptNote]: AttemptNote[Field] } = {
      kind: 'attempt',
      target: this.#target.id,
      number: this.#number,
      outcome,
      tookMs: this.#clock.now() - this.#startedAt,
      ...this.#cost(answer, failure),
    };
    if (this.#connectedAt !== undefined) note.connectMs = this.#connectedAt - this.#startedAt;
    if (this.#firstTokenAt !== undefined) note.firstTokenMs = this.#firstTokenAt - this.#startedAt;
    if (requestId !== undefined) note.requestId = requestId;
    if (failure) note.failure = failure;
    this.#outer.notes(note);
  }

  #cost(answer: Answer | undefined, failure: Failure | undefined): Pick<AttemptNote, 'spent' | 'usage'> {
    if (answer) return { spent: answer.usage.exact ? 'exact' : 'estimated', usage: answer.usage };
    if (failure?.details.sent === 'no') return { spent: 'nothing' };
    const usage: Usage = {
      inputTokens: tokensOfPrompt(this.#outer.request),
      outputTokens: estimateTokens(this.#received),
      cachedInputTokens: 0,
      exact: false,
    };
    return { spent: this.#firstTokenAt === undefined && this.#received === '' ? 'input' : 'estimated', usage };
  }

  end(): void {
    if (this.#firstTokenAt !== undefined) this.#outer.onFlow?.(-1);
    this.#watchdog.clear();
    this.scope.release();
  }

  #onEvent(event: AnswerEvent): void {
    if (this.scope.signal.aborted) return; // after the end nothing counts
    if (event.kind === 'connected' || event.kind === 'sent') this.#underWay(event.kind);
    else if (event.kind === 'thinking') this.#progress();
    else if (event.kind === 'text') {
      this.#received += event.text;
      if (event.text.trim() !== '') this.#progress(); // blanks are no progress: an answer of nothing else never ends
    }
    this.#outer.onEvent?.(event);
  }

  #progress(): void {
    if (this.#firstTokenAt === undefined) {
      this.#firstTokenAt = this.#clock.now();
      this.#outer.onFlow?.(1);
    }
    this.#expect(this.#limits.idleMs, 'stalled');
  }

  #underWay(kind: 'connected' | 'sent'): void {
    this.#connectedAt ??= this.#clock.now();
    if (kind === 'sent') this.#sent = true;
    if (this.#firstTokenAt !== undefined) return;
    this.#expect(Math.max(0, this.#startedAt + this.#firstTokenMs - this.#clock.now()), 'silent');
  }

  #expect(withinMs: number, kind: 'connect-timeout' | 'silent' | 'stalled'): void {
    const limitMs = kind === 'silent' ? this.#firstTokenMs : withinMs; // what is left of it says nothing
    const isHurried = kind !== 'stalled' && this.#isHurried;
    this.#watchdog.set(withinMs, slept => {
      this.scope.cut(
        new Failure(slept ? 'interrupted' : kind, {
          target: this.#target.id,
          facts: { limitMs: Math.round(limitMs) },
          ...(isHurried && { code: 'hurried' }),
        }),
      );
    });
  }
}
