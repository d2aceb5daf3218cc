import * as vscode from 'vscode';
import { describe, type BudgetView } from '../../core/status/status.ts';
import { viewStatus, type StatusSources } from '../../core/status/statusView.ts';
import type { SlowTargets } from '../../core/status/slowTargets.ts';
import type { BudgetSnapshot } from '../../interaction/budget/budgetSnapshot.ts';
import type { StatusFeed } from '../../interaction/status/followStatus.ts';
import type { CurrentTargets } from '../../interaction/targets/currentTargets.ts';
import type { Rehearsals } from '../../interaction/faultInjection/rehearsals.ts';
import { isEnabledFor } from '../settings/readSettings.ts';
import { showStatusBar } from './statusBar.ts';
import type { DeferredCount } from '../../interaction/status/deferredCount.ts';

/** Everything that the status is made from. */
export interface StatusParts extends Pick<StatusSources, 'clock' | 'circuits' | 'activity'> {
  readonly slowTargets: SlowTargets;
  readonly currentTargets: CurrentTargets;
  readonly rehearsals: Rehearsals;
  readonly deferredCount: DeferredCount;
  readonly budgetSnapshot: BudgetSnapshot;
}

/** The status bar item, until disposed. */
export const showStatus = (parts: StatusParts): vscode.Disposable => showStatusBar(createStatusFeed(parts));

/** The status as circuits, questions, settings and the window make it. */
export function createStatusFeed(parts: StatusParts): StatusFeed {
  const { clock, circuits, activity, currentTargets, rehearsals, deferredCount, budgetSnapshot, slowTargets } = parts;
  const sources = (): StatusSources => ({
    clock,
    circuits: rehearsals.current?.circuits ?? circuits,
    activity,
    slowTargets,
    targets: () => currentTargets.targets,
    barred: target => currentTargets.barred(target),
    surroundings: () => ({ ...surroundings(currentTargets.settings.privacy.localOnly), budget: budgetOf(parts) }),
  });
  return {
    clock,
    status: () => describe(viewStatus(sources())),
    rehearsed: () => rehearsals.words,
    waiting: () => deferredCount.now,
    onDidChange: listener => {
      const sources = [circuits, activity, currentTargets, rehearsals, deferredCount, budgetSnapshot, slowTargets];
      const ends = sources.map(each => each.onDidChange(listener));
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

function budgetOf({ budgetSnapshot, currentTargets }: StatusParts): BudgetView | undefined {
  const { budget, statusBar } = currentTargets.settings;
  return budgetSnapshot.now && { ...budgetSnapshot.now, warnAt: budget.warnAt, shown: statusBar };
}

function surroundings(localOnly: boolean) {
  const document = vscode.window.activeTextEditor?.document;
  return { localOnly, restricted: !vscode.workspace.isTrusted, enabled: !document || isEnabledFor(document) };
}
