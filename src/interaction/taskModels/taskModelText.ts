import * as l10n from '@vscode/l10n';
import type { Task } from '../../core/model/purpose.ts';
import type { TaskSetting } from '../../core/routing/router.ts';
import type { StrategyName } from '../../core/routing/strategies/all.ts';
import { classText } from '../targets/classText.ts';
import { taskText } from '../text/assistanceText.ts';
import { plainLabel } from '../text/cleanText.ts';
import type { TaskModelParts } from './taskModelParts.ts';

type Named = Pick<TaskModelParts, 'listed' | 'targets'>;

/** What a task is called in a sentence: as in a list, without the dots of a command that asks further. */
export const taskName = (task: Task): string => taskText(task).replace('…', '').trimEnd();

/** What the button under an answer says that sets its model for its task. */
export const alwaysUseText = (label: string, task: Task): string =>
  l10n.t('Always Use {0} for “{1}”', plainLabel(label), taskName(task));

/** What the button says that takes it away. */
export const doNotAlwaysUseText = (label: string, task: Task): string =>
  l10n.t('Do Not Always Use {0} for “{1}”', plainLabel(label), taskName(task));

/** What is set for a task, in a few words. A model that is set and not in the chain is not asked, and the strategy decides. */
export function settingText(setting: TaskSetting | undefined, named: Named): string {
  if (!setting) return l10n.t('by strategy');
  if ('class' in setting) return classText(setting.class);
  const label = modelText(setting.target, named);
  const isInChain = named.targets().some(({ id }) => id === setting.target);
  return isInChain ? label : l10n.t('{0} (not in your chain now)', label);
}

/** What people call a model that is set; of one that nobody has listed the id is not told: it is any text. */
export function modelText(id: string, { targets, listed }: Named): string {
  const known = [...targets(), ...listed()].find(target => target.id === id);
  return known ? plainLabel(known.label) : l10n.t('a model that is not known');
}

/** How it is decided who is asked first where nothing is set for the task, in a few words. */
export const strategyText = (strategy: StrategyName): string => strategies[strategy]();

const strategies = {
  ordered: () => l10n.t('in the order of the chain'),
  tiered: () => l10n.t('by how difficult the question is'),
  fastest: () => l10n.t('the fastest lately'),
  cheapest: () => l10n.t('the cheapest for the question'),
  learned: () => l10n.t('whose edits were kept'),
} as const satisfies Readonly<Record<StrategyName, () => string>>;

/** What holds for a task from now on, after the user has set it. */
export function setText(task: Task, setting: TaskSetting | undefined, named: Named): string {
  const name = taskName(task);
  if (!setting) return l10n.t('“{0}” has no model of its own any more: the strategy decides who is asked first.', name);
  if ('class' in setting)
    return l10n.t(
      'From now on, models of this strength are asked first for “{0}”: {1}.',
      name,
      classText(setting.class),
    );
  const label = modelText(setting.target, named);
  return l10n.t(
    'From now on, {0} is asked first for “{1}”. If it cannot answer, the others of your chain do.',
    label,
    name,
  );
}

/** That the workspace says something else, and goes first. */
export const workspaceText = (setting: TaskSetting, named: Named): string =>
  l10n.t('In this workspace its own settings go first, though: {0}.', settingText(setting, named));
