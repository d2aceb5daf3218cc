import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Circuits } from '../../core/resilience/circuits.ts';
import type { TargetStatus } from '../../core/status/targetStatus.ts';
import type { Target } from '../../core/model/target.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';
import { targetIdOf } from '../../interaction/targets/targetIdOf.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';
import type { User } from '../../interaction/platform/user.ts';
import type { StatusFeed } from '../../interaction/status/followStatus.ts';
import {
  actionsFor,
  targetActionIcons,
  targetActionText,
  targetDetails,
  type TargetAction,
} from '../../interaction/status/targetAction.ts';

/** How long the status bar confirms what was done, ms. */
const confirmationMs = 4_000;

/** Does it, and says so in the status bar; 'test' is a command of its own, which is given the target's id. */
export async function applyToTarget(action: TargetAction, target: Target, all: readonly Circuits[]): Promise<void> {
  const label = plainLabel(target.label);
  switch (action) {
    case 'pause':
      for (const circuits of all) circuits.of(target).pause();
      return confirm(l10n.t('{0} is paused until you resume it', label));
    case 'resume':
      for (const circuits of all) circuits.of(target).reset();
      return confirm(l10n.t('{0} may be asked again', label));
    case 'retry':
      for (const circuits of all) circuits.reset(target);
      return confirm(l10n.t('{0} is tried again, and its failures are forgotten', label));
    case 'test':
      await vscode.commands.executeCommand('steadfast.testTarget' satisfies CommandId, target.id);
  }
}

/** What choosing a target needs of the world. */
export interface ChoiceOfTarget {
  readonly targets: () => readonly Target[];
  readonly feed: StatusFeed;
  readonly user: Pick<User, 'tell'>;
}

/** The target whose id was given, by itself or in a line of the view Models, else the one that the user picks; undefined: none. */
export async function chooseTarget(
  argument: unknown,
  title: string,
  { targets, feed, user }: ChoiceOfTarget,
): Promise<Target | undefined> {
  const wanted = targetIdOf(argument);
  const named = targets().find(({ id }) => id === wanted);
  if (named) return named;
  const statuses = feed.status().targets;
  const items = targets().map(target => {
    const status = statuses.find(({ id }) => id === target.id);
    return { target, label: plainLabel(target.label), description: status ? targetDetails(status) : '' };
  });
  if (items.length > 0) return (await vscode.window.showQuickPick(items, { title }))?.target;
  user.tell(l10n.t('No model is set up yet.'));
  return undefined;
}

/** What the user wants done with this target. */
export async function chooseTargetAction(title: string, status: TargetStatus): Promise<TargetAction | undefined> {
  const items = actionsFor(status.condition).map(action => ({
    action,
    label: targetActionText(action),
    iconPath: new vscode.ThemeIcon(targetActionIcons[action]),
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: targetDetails(status) }))?.action;
}

function confirm(text: string): void {
  vscode.window.setStatusBarMessage(text, confirmationMs);
}
