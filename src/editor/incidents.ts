import * as l10n from '@vscode/l10n';
import type { Clock } from '../core/clock.ts';
import type { Failure } from '../core/failure.ts';
import type { Entry } from '../core/layers/record.ts';
import type { Action } from '../shared/protocol.ts';
import { messageText } from './cleanText.ts';
import { failureName } from './failureNames.ts';
import { failureWords } from './failureWords.ts';
import { actionWords } from './words.ts';

/** Which notifications the user wants: the setting steadfast.notifications. */
export type NotificationLevel = 'all' | 'important' | 'none';

export interface IncidentParts {
  readonly clock: Clock;
  readonly level: () => NotificationLevel;
  readonly labelOf: (target: string) => string;
  /** Shows a message with buttons; resolves with the label of the one that was pressed, or undefined. */
  readonly show: (message: string, ...buttons: readonly string[]) => PromiseLike<string | undefined>;
  /** Does what a button stands for. */
  readonly act: (action: Action) => PromiseLike<unknown>;
  /** The user wants no more of these. */
  readonly mute: () => PromiseLike<unknown>;
}

/** An incident is over after this long without a failed question, ms (decisions 10). */
const quietMs = 600_000;

/**
 * Tells the user once per incident that nobody answers: of its first failed question, not of those that follow. With level
 * 'all' also, once per incident, that another target stepped in.
 */
export class Incidents {
  readonly #parts: IncidentParts;
  #failures: Incident;
  #switches: Incident;

  constructor(parts: IncidentParts) {
    this.#parts = parts;
    this.#failures = new Incident(parts.clock);
    this.#switches = new Incident(parts.clock);
  }

  /** A question has ended. Resolves when the notification that it may have caused is closed. */
  async hear(entry: Entry): Promise<void> {
    const failure = failureOf(entry);
    if (failure) return this.#failed(failure);
    if (entry.notes.some(note => note.kind === 'fallback')) await this.#switched(entry);
  }

  async #failed(failure: Failure): Promise<void> {
    const begins = this.#failures.begins(); // counted whether it is shown or not
    if (!begins || this.#parts.level() === 'none') return;
    const { buttons } = failureWords(failure, this.#parts.labelOf);
    await this.#notify(failureMessage(failure, this.#parts.labelOf), buttons);
  }

  async #switched({ notes, end }: Entry): Promise<void> {
    const first = notes.find(note => note.kind === 'fallback');
    if (!first || !('answer' in end)) return;
    const begins = this.#switches.begins();
    if (!begins || this.#parts.level() !== 'all') return;
    const { labelOf } = this.#parts;
    const message = l10n.t('{0}: {1}. {2} answered instead.', ...[first.from, end.answer.from].map(labelOf));
    await this.#notify(message, ['showLog']);
  }

  async #notify(message: string, actions: readonly Action[]): Promise<void> {
    const never = l10n.t('Don’t Show Again');
    const pressed = await this.#parts.show(messageText(message), ...actions.map(actionWords), never);
    if (pressed === undefined) return;
    const action = actions.find(each => actionWords(each) === pressed);
    if (action) await this.#parts.act(action);
    else await this.#parts.mute();
  }
}
