import * as vscode from 'vscode';
import type { Action } from '../../shared/protocol.ts';
import { commandIds } from '../../interaction/platform/commandIds.ts';
import { IncidentNotifier, type IncidentNotifierParts } from '../../interaction/incidents/incidentNotifier.ts';
import type { QuestionRecord } from '../../core/model/questionRecord.ts';

export interface IncidentParts extends Omit<IncidentNotifierParts, 'show' | 'act'> {
  /** Takes down what went wrong while telling, which must not touch the question. */
  readonly log: Pick<vscode.LogOutputChannel, 'error'>;
}

/** Tells the user of incidents in notifications. The returned function hears of every question that has ended. */
export function registerIncidents({ log, ...parts }: IncidentParts): (entry: QuestionRecord) => void {
  const teller = new IncidentNotifier({
    ...parts,
    show: (message, ...buttons) => vscode.window.showWarningMessage(message, ...buttons),
    act: runAction,
  });
  return entry => {
    teller.hear(entry).catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  };
}

/** Runs the command of the same name; an action without one does nothing here. */
async function runAction(action: Action): Promise<void> {
  const command = commandIds.find(id => id === `steadfast.${action}`);
  if (command) await vscode.commands.executeCommand(command);
}
