import * as vscode from 'vscode';
import type { AlertEntry, JournalEntry, QuestionEntry } from '../../core/journal/journalEntry.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { Alerts, type AlertParts } from '../../core/metrics/alerts.ts';
import type { PassedOver } from '../../core/status/questionOutcome.ts';
import type { StoreTrouble } from '../../core/shared/store.ts';
import { tellAlert, type AlertNotifierParts } from '../../interaction/alerts/alertNotifier.ts';
import { evidenceRange } from '../../interaction/alerts/evidenceRange.ts';
import { journalTroubleText } from '../../interaction/alerts/journalTroubleText.ts';
import { budgetEndsAt, paceAlert, type RecentSpending } from '../../interaction/alerts/spendPace.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';
import type { NotificationLevel } from '../../interaction/platform/notificationLevel.ts';
import type { User } from '../../interaction/platform/user.ts';
import { actionText } from '../../interaction/text/actionText.ts';
import { passedOverText } from '../../interaction/text/passedOverText.ts';

/** What watching the journal needs of the world. */
export interface AlertServices extends AlertParts, Pick<AlertNotifierParts, 'level' | 'off' | 'turnOff' | 'user'> {
  readonly journal: Journal;
  readonly labelOf: (target: string) => string;
  readonly spending: () => RecentSpending;
  /** True in exactly one window, once a month: it may tell of the pace. */
  readonly claimPace: () => Promise<boolean>;
  /** Takes down what went wrong while telling, and every alert. */
  readonly log: Pick<vscode.LogOutputChannel, 'error' | 'warn' | 'info'>;
}

/** Watches every question that is entered, enters what is wrong, and tells the user of it once. */
export function watchJournal(services: AlertServices): Alerts & vscode.Disposable {
  const { journal, log } = services;
  const alerts = new Alerts(services);
  const tell = (alert: AlertEntry): void => {
    const { alert: name, is, value, target = '' } = alert;
    log[is === 'raised' ? 'warn' : 'info'](
      `alert ${name} ${is} value=${Math.round(value * 100) / 100} ${target}`.trim(),
    );
    journal.add(alert);
    const { level, off, turnOff, user } = services;
    const told = tellAlert(alert, { level, off, turnOff, user, showEvidence, facts: () => factsOf(services) });
    told.catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  };
  const stop = journal.onDidAdd(entry => {
    if (entry.kind !== 'question') return;
    for (const alert of alerts.add(entry)) tell(alert);
    void watchPace(entry, services, tell);
  });
  return Object.assign(alerts, { dispose: stop });
}

async function watchPace({ rehearsed }: QuestionEntry, services: AlertServices, tell: (alert: AlertEntry) => void) {
  if (rehearsed) return;
  const now = services.clock.wall();
  const endsAt = budgetEndsAt(services.spending(), now);
  if (endsAt !== undefined && (await services.claimPace())) tell(paceAlert(endsAt, now));
}

const factsOf = ({ journal, labelOf }: AlertServices) => ({ labelOf, mainReason: mainReasonIn(journal.entries) });

/** Of the latest fifty entries. */
function mainReasonIn(entries: readonly JournalEntry[]): string | undefined {
  const counts = new Map<PassedOver, number>();
  for (const entry of entries.slice(-50))
    if (entry.kind === 'question' && entry.fallback && !entry.rehearsed)
      counts.set(entry.fallback.because, (counts.get(entry.fallback.because) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most && passedOverText(most[0]);
}

const showEvidence = (alert: AlertEntry) =>
  vscode.commands.executeCommand('steadfast.openDashboard' satisfies CommandId, evidenceRange(alert));

/** Tells that the journal cannot be written: loudly, because what is missing in it nobody would see. */
export async function notifyJournalTrouble(
  trouble: StoreTrouble,
  { level, user }: { readonly level: () => NotificationLevel; readonly user: Pick<User, 'offer'> },
): Promise<void> {
  if (level() === 'none') return;
  const show = actionText('showLog');
  const pressed = await user.offer({ kind: 'warning', message: journalTroubleText(trouble), buttons: [show] });
  if (pressed === show) await vscode.commands.executeCommand('steadfast.showLog' satisfies CommandId);
}
