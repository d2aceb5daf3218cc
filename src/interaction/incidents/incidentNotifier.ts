import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/model/clock.ts';
import { type Failure, isInjected } from '../../core/model/failure.ts';
import { isNobodysFault } from '../conversation/deferral.ts';
import type { Action } from '../../shared/protocol.ts';
import { failureMessage } from '../text/failureMessage.ts';
import { failedWith, incidentText, mendableText, switchText } from './incidentText.ts';
import { isMendable, mendableFailures } from './mendable.ts';
import { actionText } from '../text/actionText.ts';
import type { QuestionRecord } from '../../core/model/questionRecord.ts';
import type { NotificationLevel } from '../platform/notificationLevel.ts';

/** What telling of incidents needs of the world. */
export interface IncidentNotifierParts {
  readonly clock: Clock;
  readonly level: () => NotificationLevel;
  readonly labelOf: (target: string) => string;
  /** Shows a message with buttons; resolves with the one that was pressed, undefined when it was closed. */
  readonly show: (message: string, ...buttons: readonly string[]) => PromiseLike<string | undefined>;
  /** Does what a button stands for, with what it is about: to ask later a question, all others a target, where one is. */
  readonly act: (action: Action, about: string | undefined) => PromiseLike<unknown>;
  /** The user wants no more of these: sets steadfast.notifications to 'none'. */
  readonly mute: () => PromiseLike<unknown>;
}

/** An incident is over after this long without a failed question, ms. */
const quietMs = 600_000;

/**
 * Tells the user once per incident that no model answers: of its first failed question, not of those that follow. Also once of
 * what only the user can mend, such as a rejected key, although another target has answered; again when the target has answered
 * since. At level 'all' that another target stepped in, again once until that has not happened for ten minutes.
 */
export class IncidentNotifier {
  readonly #parts: IncidentNotifierParts;
  #lastFailedAt = -Infinity;
  #lastSwitchedAt = -Infinity;
  /** Which failures the user has been told to mend, by target. */
  readonly #toMend = new Map<string, Set<string>>();

  constructor(parts: IncidentNotifierParts) {
    this.#parts = parts;
  }

  /** A question has ended. Resolves when what it gave cause to say is closed; rejects when a button's command does. */
  async hear(entry: QuestionRecord): Promise<void> {
    const now = this.#parts.clock.now();
    const news = this.#newToMend(entry);
    const failure = failedWith(entry);
    if (failure) {
      const isFirst = now - this.#lastFailedAt >= quietMs;
      this.#lastFailedAt = now;
      if (isFirst) return this.#notify(incidentText(entry, failure, this.#parts.labelOf), failure, entry.id);
    }
    const [first] = news;
    if (first) return this.#notify(mendableText(entry, first, this.#parts.labelOf), first);
    const message = switchText(entry, this.#parts.labelOf);
    if (message === undefined) return;
    const isFirst = now - this.#lastSwitchedAt >= quietMs;
    this.#lastSwitchedAt = now;
    if (isFirst && this.#parts.level() === 'all') await this.#notify(message);
  }

  /** What only the user can mend and has not been told of since that target answered last. */
  #newToMend({ notes }: QuestionRecord): readonly Failure[] {
    for (const note of notes)
      if (note.kind === 'attempt' && note.outcome === 'answered') this.#toMend.delete(note.target);
    return mendableFailures(notes).filter(({ kind, details: { target = '' } }) => {
      const told = this.#toMend.get(target) ?? new Set();
      const isNew = !told.has(kind);
      this.#toMend.set(target, told.add(kind));
      return isNew;
    });
  }

  /** `unanswered`: the id of the question that no model answered. */
  async #notify(message: string, failure?: Failure, unanswered?: string): Promise<void> {
    const { labelOf, level, show, act, mute } = this.#parts;
    if (level() === 'none') return;
    const actions = failure ? actionsFor(failure, labelOf, unanswered !== undefined) : (['showLog'] as const);
    const never = l10n.t('Don’t Show Again');
    const pressed = await show(message, ...actions.map(actionText), never);
    const action = actions.find(each => actionText(each) === pressed);
    if (action) await act(action, action === 'askLater' ? unanswered : failure?.details.target);
    else if (pressed === never) await mute();
  }
}

/** At most two: what mends it, and, when no model answered, to ask later. */
function actionsFor(failure: Failure, labelOf: (target: string) => string, isUnanswered: boolean): readonly Action[] {
  const { buttons } = failureMessage(failure, labelOf);
  if (!isUnanswered || isInjected(failure) || !isNobodysFault(failure)) return buttons;
  const [mending = 'showLog'] = buttons;
  return isMendable(failure) ? [mending, 'askLater'] : ['askLater', mending];
}
