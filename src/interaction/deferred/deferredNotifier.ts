import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/model/clock.ts';
import type { StatusState } from '../../core/status/status.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';
import { offerText } from './deferredText.ts';
import type { NotificationLevel } from '../platform/notificationLevel.ts';

/** What offering kept questions needs of the world. */
export interface DeferredNotifierParts {
  readonly clock: Clock;
  readonly level: () => NotificationLevel;
  /** The questions that may be offered. */
  readonly offered: () => Promise<readonly StoredQuestion[]>;
  /** Shows a message with buttons; resolves with the one that was pressed, undefined when it was closed. */
  readonly show: (message: string, ...buttons: readonly string[]) => PromiseLike<string | undefined>;
  readonly askNow: (questions: readonly StoredQuestion[]) => Promise<void>;
  readonly showQueue: () => Promise<void>;
  /** Something went wrong while telling. */
  readonly onError: (error: unknown) => void;
}

/** Between two offers at least this long, ms. */
const betweenMs = 60_000;
/** An incident is over after this long without trouble, ms. */
const quietMs = 600_000;

/** Can somebody be asked in this state? 'unclear': it says nothing about that. */
const abilities: Readonly<Record<StatusState, 'yes' | 'no' | 'unclear'>> = {
  restricted: 'no',
  'budget-spent': 'no',
  offline: 'no',
  'all-paused': 'no',
  'set-up': 'no',
  paused: 'unclear',
  'key-rejected': 'unclear',
  working: 'unclear',
  'working-on-fallback': 'unclear',
  'no-answer': 'yes',
  'half-open': 'yes',
  fallback: 'yes',
  'budget-low': 'yes',
  local: 'yes',
  closed: 'yes',
};

/**
 * Offers to ask the questions that were kept for later, when somebody can be asked again: the status says so, or a model has
 * just answered. Never asks by itself. The same questions are offered once per incident, unless they were asked in vain.
 */
export class DeferredNotifier {
  readonly #parts: DeferredNotifierParts;
  #isNobodyThere = false;
  #isAsking = false;
  #incident = 0;
  #troubleAt = -Infinity;
  /** Which questions were offered last, and in which incident. */
  #offered = '';
  #offeredAt = -Infinity;
  #cancelTimer: (() => void) | undefined;

  constructor(parts: DeferredNotifierParts) {
    this.#parts = parts;
  }

  /** This is the state of the status now. */
  look(state: StatusState): void {
    const ability = abilities[state];
    if (ability === 'unclear') return;
    const wasNobodyThere = this.#isNobodyThere;
    this.#isNobodyThere = ability === 'no';
    if (this.#isNobodyThere === wasNobodyThere) return;
    this.hearTrouble();
    if (wasNobodyThere) this.#offer();
    else this.dispose();
  }

  /** A model has answered a question. */
  hearAnswer(): void {
    this.#offer();
  }

  /** No model has answered a question. */
  hearTrouble(): void {
    const now = this.#parts.clock.now();
    if (now - this.#troubleAt >= quietMs) this.#incident += 1;
    this.#troubleAt = now;
  }

  /** Offers nothing that it had put off. */
  dispose(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #offer(): void {
    const { clock, level, onError } = this.#parts;
    if (this.#isAsking || level() === 'none') return;
    this.dispose();
    const waitMs = this.#offeredAt + betweenMs - clock.now();
    if (waitMs > 0) this.#cancelTimer = clock.after(waitMs, () => this.#offer());
    else this.#offerNow().catch(onError);
  }

  async #offerNow(): Promise<void> {
    const { clock, offered, show, showQueue } = this.#parts;
    const questions = await offered();
    const which = [this.#incident, ...questions.map(({ id }) => id)].join(' ');
    if (questions.length === 0 || which === this.#offered) return;
    this.#offered = which;
    this.#offeredAt = clock.now();
    const [now, list, later] = [l10n.t('Ask Now'), l10n.t('Show'), l10n.t('Not Now')];
    const pressed = await show(offerText(questions.length), now, list, later);
    if (pressed === now) await this.#ask(questions);
    else if (pressed === list) await showQueue();
  }

  async #ask(questions: readonly StoredQuestion[]): Promise<void> {
    this.#isAsking = true;
    this.#offered = '';
    try {
      await this.#parts.askNow(questions);
    } finally {
      this.#isAsking = false;
    }
  }
}
