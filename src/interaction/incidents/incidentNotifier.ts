import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/model/clock.ts';
import type { Action } from '../../shared/protocol.ts';
import { failureMessage } from '../text/failureMessage.ts';
import { failedWith, incidentText, switchText } from './incidentText.ts';
import { actionText } from '../text/answerText.ts';
import type { QuestionRecord } from '../../core/model/questionRecord.ts';
import type { NotificationLevel } from '../platform/notificationLevel.ts';

/** What telling of incidents needs of the world. */
export interface IncidentNotifierParts {
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

/** An incident is over after this long without a failed question, ms. */
const quietMs = 600_000;

/**
 * Tells the user once per incident that no model answers: of its first failed question, not of those that follow. At level
 * 'all' also that another target stepped in, again once until that has not happened for ten minutes.
 */
export class IncidentNotifier {
  readonly #parts: IncidentNotifierParts;
  #lastFailedAt = -Infinity;
  #lastSwitchedAt = -Infinity;

  constructor(parts: IncidentNotifierParts) {
    this.#parts = parts;
  }

  /** A question has ended. Resolves when what it gave cause to say is closed; rejects when a button's command does. */
  async hear(entry: QuestionRecord): Promise<void> {
    const now = this.#parts.clock.now();
    const failure = failedWith(entry);
    if (failure) {
      const isFirst = now - this.#lastFailedAt >= quietMs;
      this.#lastFailedAt = now;
      if (!isFirst || this.#parts.level() === 'none') return;
      const { buttons } = failureMessage(failure, this.#parts.labelOf);
      return this.#notify(incidentText(entry, failure, this.#parts.labelOf), buttons);
    }
    const message = switchText(entry, this.#parts.labelOf);
    if (message === undefined) return;
    const isFirst = now - this.#lastSwitchedAt >= quietMs;
    this.#lastSwitchedAt = now;
    if (isFirst && this.#parts.level() === 'all') await this.#notify(message, ['showLog']);
  }

  async #notify(message: string, actions: readonly Action[]): Promise<void> {
    const { show, act, mute } = this.#parts;
    const never = l10n.t('Don’t Show Again');
    const pressed = await show(message, ...actions.map(actionText), never);
    const action = actions.find(each => actionText(each) === pressed);
    if (action) await act(action);
    else if (pressed === never) await mute();
  }
}
