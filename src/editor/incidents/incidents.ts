import * as vscode from 'vscode';
import type { User } from '../../interaction/platform/user.ts';
import type { Action } from '../../shared/protocol.ts';
import { commandIds } from '../../interaction/platform/commandIds.ts';
import { IncidentNotifier, type IncidentNotifierParts } from '../../interaction/incidents/incidentNotifier.ts';
import type { QuestionObserver } from '../../core/model/questionRecord.ts';

/** What telling of incidents needs of the world. */
export interface IncidentParts extends Omit<IncidentNotifierParts, 'show' | 'act'> {
  readonly user: Pick<User, 'offer'>;
  /** Takes down what went wrong while telling, which must not touch the question. */
  readonly log: Pick<vscode.LogOutputChannel, 'error'>;
}

/** Tells the user of incidents in notifications. */
export function registerIncidents({ log, user, ...parts }: IncidentParts): QuestionObserver {
  const notifier = new IncidentNotifier({
    ...parts,
    show: (message, ...buttons) => user.offer({ kind: 'warning', message, buttons }),
    act: runAction,
  });
  return {
    ended: record => {
      notifier.hear(record).catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
    },
  };
}

/** Runs the command of the same name, about this target or question; an action without one does nothing here. */
async function runAction(action: Action, about: string | undefined): Promise<void> {
  const command = commandIds.find(id => id === `steadfast.${action}`);
  if (command) await vscode.commands.executeCommand(command, about);
}
