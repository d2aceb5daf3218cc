import * as vscode from 'vscode';
import { describe, type BudgetView } from '../../core/status/status.ts';
import { viewStatus, type StatusSources } from '../../core/status/statusView.ts';
import type { BudgetSnapshot } from '../../interaction/budget/budgetSnapshot.ts';
import type { StatusFeed } from '../../interaction/status/followStatus.ts';
import type { LiveTargets } from '../../interaction/targets/currentTargets.ts';
import type { Rehearsals } from '../../interaction/faultInjection/rehearsals.ts';
import { isEnabledFor } from '../settings/readSettings.ts';
import { showStatusBar } from './statusBar.ts';
import type { DeferredCount } from '../../interaction/status/deferredCount.ts';

export interface StatusParts extends Pick<StatusSources, 'clock' | 'circuits' | 'activity'> {
  readonly live: LiveTargets;
  readonly rehearsals: Rehearsals;
  readonly waiting: DeferredCount;
  readonly glance: BudgetSnapshot;
}

/** The status bar item, until disposed. */
export const showStatus = (parts: StatusParts): vscode.Disposable => showStatusBar(createStatusFeed(parts));

/** The status as circuits, questions, settings and the window make it. */
export function createStatusFeed(parts: StatusParts): StatusFeed {
  const { clock, circuits, activity, live, rehearsals, waiting, glance } = parts;
  const sources = (): StatusSources => ({
    clock,
    circuits: rehearsals.current?.circuits ?? circuits,
    activity,
    targets: () => live.targets,
    barred: target => live.barred(target),
    surroundings: () => ({ ...surroundings(live.settings.privacy.localOnly), budget: budgetOf(parts) }),
  });
  return {
    clock,
    status: () => describe(viewStatus(sources())),
    rehearsed: () => rehearsals.words,
    waiting: () => waiting.now,
    onDidChange: listener => {
      const ends = [circuits, activity, live, rehearsals, waiting, glance].map(each => each.onDidChange(listener));
      const window = vscode.Disposable.from(
        vscode.workspace.onDidGrantWorkspaceTrust(listener),
        vscode.window.onDidChangeActiveTextEditor(listener),
      );
      return () => {
        window.dispose();
        for (const end of ends) end();
      };
    },
  };
}

function budgetOf({ glance, live }: StatusParts): BudgetView | undefined {
  const { budget, statusBar } = live.settings;
  return glance.now && { ...glance.now, warnAt: budget.warnAt, shown: statusBar };
}

function surroundings(localOnly: boolean) {
  const document = vscode.window.activeTextEditor?.document;
  return { localOnly, restricted: !vscode.workspace.isTrusted, enabled: !document || isEnabledFor(document) };
}
