import * as l10n from '@vscode/l10n';
import type { AlertEntry, AlertKind } from '../../core/journal/journalEntry.ts';
import type { NotificationLevel } from '../platform/notificationLevel.ts';
import type { User } from '../platform/user.ts';
import { alertText, type AlertFacts } from './alertText.ts';

/** What telling of alerts needs of the world. */
export interface AlertNotifierParts {
  readonly user: Pick<User, 'offer'>;
  readonly level: () => NotificationLevel;
  /** Which the user does not want to be told of. */
  readonly off: () => readonly AlertKind[];
  readonly facts: () => AlertFacts;
  /** Shows what the alert rests on. */
  readonly showEvidence: (alert: AlertEntry) => PromiseLike<unknown>;
  /** The user wants no more of this kind. */
  readonly turnOff: (kind: AlertKind) => PromiseLike<unknown>;
}

/**
 * Not these: of the first question that no model answered there is a message of its own, with what mends it, and what is over
 * needs none.
 */
const isToldElsewhere = ({ alert, is }: AlertEntry): boolean => alert === 'errors' || is === 'cleared';

/** Tells of an alert that was raised, once, with a way to what it rests on. Resolves when the message is closed. */
export async function tellAlert(alert: AlertEntry, parts: AlertNotifierParts): Promise<void> {
  if (isToldElsewhere(alert) || parts.level() === 'none' || parts.off().includes(alert.alert)) return;
  const [show, never] = [l10n.t('Show Evidence'), l10n.t('Don’t Show Again')];
  const message = alertText(alert, parts.facts());
  const pressed = await parts.user.offer({ kind: 'warning', message, buttons: [show, never] });
  if (pressed === show) await parts.showEvidence(alert);
  if (pressed === never) await parts.turnOff(alert.alert);
}
