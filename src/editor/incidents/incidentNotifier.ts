import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/model/clock.ts';
import type { Entry } from '../../core/layers/record.ts';
import type { Action } from '../../shared/protocol.ts';
import { failureWords } from '../text/failureMessage.ts';
import { failedWith, incidentWords, switchWords } from './incidentText.ts';
import { actionWords } from '../text/answerText.ts';

/** Which notifications the user wants: the setting steadfast.notifications. */
export type NotificationLevel = 'all' | 'important' | 'none';

export interface IncidentTellerParts {
  readonly clock: Clock;
  readonly level: () => NotificationLevel;
  readonly labelOf: (target: string) => string;
  /** Shows a message with buttons; resolves with the one that was pressed, undefined when it was closed. */
  readonly show: (message: string, ...buttons: readonly string[]) => PromiseLike<string | undefined>;
  /** Does what a button stands for. */
  readonly act: (action: Action) => PromiseLike<unknown>;
  /** The user wants no more of these: sets steadfast.notifications to 'none'. */
  readonly mute: () => PromiseLike<unknown>;
}

/** An incident is over after this long without a failed question, ms (decisions 10). */
const quietMs = 600_000;

/**
 * Tells the user once per incident that no model answers: of its first failed question, not of those that follow. At level
 * 'all' also that another target stepped in, again once until that has not happened for ten minutes.
 */
export class IncidentTeller {
  readonly #parts: IncidentTellerParts;
  #lastFailedAt = -Infinity;
  #lastSwitchedAt = -Infinity;

  constructor(parts: IncidentTellerParts) {
    this.#parts = parts;
  }

  /** A question has ended. Resolves when what it gave cause to say is closed; rejects when a button's command does. */
  async hear(entry: Entry): Promise<void> {
    const now = this.#parts.clock.now();
    const failure = failedWith(entry);
    if (failure) {
      const isFirst = now - this.#lastFailedAt >= quietMs;
      this.#lastFailedAt = now;
      if (!isFirst || this.#parts.level() === 'none') return;
      const { buttons } = failureWords(failure, this.#parts.labelOf);
      return this.#notify(incidentWords(entry, failure, this.#parts.labelOf), buttons);
    }
    const message = switchWords(entry, this.#parts.labelOf);
    if (message === undefined) return;
    const isFirst = now - this.#lastSwitchedAt >= quietMs;
    this.#lastSwitchedAt = now;
    if (isFirst && this.#parts.level() === 'all') await this.#notify(message, ['showLog']);
  }

  async #notify(message: string, actions: readonly Action[]): Promise<void> {
    const { show, act, mute } = this.#parts;
    const never = l10n.t('Don’t Show Again');
    const pressed = await show(message, ...actions.map(actionWords), never);
    const action = actions.find(each => actionWords(each) === pressed);
    if (action) await act(action);
    else if (pressed === never) await mute();
  }
}
