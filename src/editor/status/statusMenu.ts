import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Circuits } from '../../core/resilience/circuits.ts';
import type { Activity } from '../../core/status/activity.ts';
import type { Target } from '../../core/model/target.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import type { Rehearsals } from '../../interaction/faultInjection/rehearsals.ts';
import { statusMenuEntries, type MenuEntry } from '../../interaction/status/statusMenuEntries.ts';
import { targetActionIcons, targetActionText, type TargetAction } from '../../interaction/status/targetAction.ts';
import { type ChoiceOfTarget, applyToTarget, chooseTarget, chooseTargetAction } from './targetActions.ts';

/** What the status menu needs of the world; `targets`: the chain, in order. */
export interface StatusMenuParts extends ChoiceOfTarget {
  readonly circuits: Circuits;
  readonly activity: Activity;
  readonly rehearsals: Rehearsals;
}

/** The status menu, and the commands for one target that it also offers. */
export function registerStatusMenu(parts: StatusMenuParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('steadfast.showMenu', () => openStatusMenu(parts)),
    registerCommand('steadfast.resetCircuit', async argument => {
      const target = await chooseTarget(argument, l10n.t('Which model do you want to retry?'), parts);
      if (target) await applyToTarget('retry', target, circuitsOf(parts));
    }),
    registerCommand('steadfast.pauseTarget', async argument => {
      const target = await chooseTarget(argument, l10n.t('Which model do you want to pause or resume?'), parts);
      if (target) await applyToTarget(isPaused(target, parts) ? 'resume' : 'pause', target, circuitsOf(parts));
    }),
  );
}

/** While a failure is rehearsed what the user does to a target holds for the rehearsal, and stays when it is over. */
const circuitsOf = ({ circuits, rehearsals }: StatusMenuParts): readonly Circuits[] =>
  rehearsals.current ? [rehearsals.current.circuits, circuits] : [circuits];

const isPaused = (target: Target, parts: StatusMenuParts): boolean =>
  circuitsOf(parts)[0]?.of(target).state.is === 'paused';

interface MenuItem extends vscode.QuickPickItem {
  readonly entry: MenuEntry;
  readonly buttons: readonly ActionButton[];
}

interface ActionButton extends vscode.QuickInputButton {
  readonly action: TargetAction;
}

/** Opens the menu; it follows what goes on while it is open. */
export function openStatusMenu(parts: StatusMenuParts): vscode.QuickPick<MenuItem> {
  const { feed, activity } = parts;
  const menu = vscode.window.createQuickPick<MenuItem>();
  menu.title = l10n.t('Steadfast');
  menu.placeholder = l10n.t('Choose an action or a model');
  menu.matchOnDescription = true;
  menu.keepScrollPosition = true;
  const draw = (): void => {
    const [active] = menu.activeItems;
    const { running } = activity;
    const [rehearsed, waiting] = [feed.rehearsed(), feed.waiting()];
    const sources = { status: feed.status(), running, rehearsed, waiting, nowMs: feed.clock.now() };
    menu.items = statusMenuEntries(sources).map(itemOf);
    const still = active && menu.items.find(item => isSameLine(item.entry, active.entry));
    if (still) menu.activeItems = [still];
  };
  draw();
  const stop = feed.onDidChange(draw);
  menu.onDidTriggerItemButton(async ({ item, button }) => {
    const action = item.buttons.find(each => each === button)?.action;
    if (action) await act(item.entry, action, parts);
    draw();
  });
  menu.onDidAccept(async () => {
    const [item] = menu.selectedItems;
    menu.hide();
    if (item) await follow(item.entry, parts);
  });
  menu.onDidHide(() => {
    stop();
    menu.dispose();
  });
  menu.show();
  return menu;
}

function itemOf(entry: MenuEntry): MenuItem {
  if (entry.kind === 'section')
    return { entry, label: entry.label, kind: vscode.QuickPickItemKind.Separator, buttons: [] };
  const { label, description, icon } = entry;
  const iconPath = new vscode.ThemeIcon(icon);
  return { entry, label, description, iconPath, buttons: entry.kind === 'target' ? entry.actions.map(buttonOf) : [] };
}

const buttonOf = (action: TargetAction): ActionButton => ({
  action,
  iconPath: new vscode.ThemeIcon(targetActionIcons[action]),
  tooltip: targetActionText(action),
});

function isSameLine(one: MenuEntry, other: MenuEntry): boolean {
  if (one.kind === 'target') return other.kind === 'target' && one.target === other.target;
  return one.kind === 'command' && other.kind === 'command' && one.command === other.command;
}

async function follow(entry: MenuEntry, parts: StatusMenuParts): Promise<void> {
  if (entry.kind === 'command') await vscode.commands.executeCommand(entry.command);
  if (entry.kind !== 'target') return;
  const status = parts.feed.status().targets.find(({ id }) => id === entry.target);
  const action = status && (await chooseTargetAction(plainLabel(status.label), status));
  if (action) await act(entry, action, parts);
}

async function act(entry: MenuEntry, action: TargetAction, parts: StatusMenuParts): Promise<void> {
  const target = entry.kind === 'target' && parts.targets().find(({ id }) => id === entry.target);
  if (target) await applyToTarget(action, target, circuitsOf(parts));
}
