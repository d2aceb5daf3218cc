import type { Ask, Layer } from '../model/layer.ts';
import type { Clock } from '../model/clock.ts';
import { asFailure, Failure } from '../model/failure.ts';
import { AbortScope } from '../resilience/abortScope.ts';
import { estimateTokens } from '../prompt/estimateTokens.ts';
import { tokensOfPrompt } from '../prompt/tokens.ts';
import type { Target } from '../model/target.ts';
import { createWatchdog, type Watchdog } from '../resilience/watchdog.ts';
import type { AttemptLimits } from '../resilience/attemptLimits.ts';
import type { AttemptNote } from '../model/note.ts';
import type { Answer, Usage } from '../model/answer.ts';
import type { AnswerEvent } from '../model/answerEvent.ts';
import { type Question, maxAttempts } from '../model/question.ts';

/**
 * One try at one target, held to its limits. Progress is text or thinking; pings and comments never reach this far. The
 * limits abort the work *and* race it, because a fetch may be left unsettled (undici #5360). Writes the attempt's note.
 */
export const attempt =
  (clock: Clock, target: Target, limits: (question: Question) => AttemptLimits): Layer =>
  (next: Ask): Ask => {
    const parts: RunParts = { clock, target }; // once for all attempts, to save an allocation for each
    return async question => {
      const run = new Run(parts, question, limits(question));
      try {
        const answer = await run.leash.hold(next(run.question));
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
  readonly leash: AbortScope;
  readonly #clock: Clock;
  readonly #target: Target;
  readonly #limits: AttemptLimits;
  readonly #outer: Question;
  readonly #watchdog: Watchdog;
  readonly #startedAt: number;
  /** Taken at the start: an attempt beside this one counts on. */
  readonly #number: number;
  #firstTokenAt: number | undefined;
  #sent = false;
  #heard = '';

  constructor({ clock, target }: RunParts, question: Question, limits: AttemptLimits) {
    this.#clock = clock;
    this.#target = target;
    this.#outer = question;
    this.#limits = limits;
    this.#startedAt = clock.now();
    this.#number = maxAttempts - question.attempts.left;
    this.#watchdog = createWatchdog(clock);
    this.leash = new AbortScope(question.signal);
    this.question = { ...question, signal: this.leash.signal, onEvent: event => this.#hear(event) };
    this.#expect(Math.min(limits.connectMs, this.#firstTokenMs), 'connect-timeout');
  }

  /** Silence is only half of what remains while another target could answer (decisions 2). */
  get #firstTokenMs(): number {
    const leftMs = this.#outer.until - this.#startedAt;
    return this.#outer.alternatives > 0 ? Math.min(this.#limits.firstTokenMs, leftMs / 2) : this.#limits.firstTokenMs;
  }

  /**
   * Others took the time before, and it was given less than half of its own: its silence is our hurry, which no circuit opens
   * for. A question's first attempt is never hurried, or a target that is always silent would never be left alone.
   */
  get #isHurried(): boolean {
    return this.#number > 1 && this.#firstTokenMs < this.#limits.firstTokenMs / 2;
  }

  /** What an error means here; a request whose bytes may have left is said so. */
  explain(error: unknown): Failure {
    const target = this.#target.id;
    const failure = asFailure(error, { target });
    return failure.with({ target, sent: failure.details.sent ?? (this.#sent ? 'maybe' : 'no') });
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
      outputTokens: estimateTokens(this.#heard),
      cachedInputTokens: 0,
      exact: false,
    };
    return { spent: this.#firstTokenAt === undefined ? 'input' : 'estimated', usage };
  }

  end(): void {
    this.#watchdog.clear();
    this.leash.release();
  }

  #hear(event: AnswerEvent): void {
    if (this.leash.signal.aborted) return; // what comes after the end belongs to nobody
    if (event.kind === 'connected' || event.kind === 'sent') this.#underWay(event.kind);
    else if (event.kind === 'text' || event.kind === 'thinking') {
      this.#firstTokenAt ??= this.#clock.now();
      if (event.kind === 'text') this.#heard += event.text;
      this.#expect(this.#limits.idleMs, 'stalled');
    }
    this.#outer.onEvent?.(event);
  }

  #underWay(kind: 'connected' | 'sent'): void {
    if (kind === 'sent') this.#sent = true;
    if (this.#firstTokenAt !== undefined) return;
    this.#expect(Math.max(0, this.#startedAt + this.#firstTokenMs - this.#clock.now()), 'silent');
  }

  #expect(withinMs: number, kind: 'connect-timeout' | 'silent' | 'stalled'): void {
    const isHurried = kind !== 'stalled' && this.#isHurried;
    this.#watchdog.set(withinMs, slept => {
      this.leash.cut(
        new Failure(slept ? 'interrupted' : kind, {
          target: this.#target.id,
          facts: { limitMs: Math.round(withinMs) },
          ...(isHurried && { code: 'hurried' }),
        }),
      );
    });
  }
}
