import * as l10n from '@vscode/l10n';
import { tasks, type Task } from '../../core/model/purpose.ts';
import type { Price, Target, TargetClass } from '../../core/model/target.ts';
import type { TaskSetting } from '../../core/routing/router.ts';
import { isResting } from '../../core/status/status.ts';
import type { TargetStatus } from '../../core/status/targetStatus.ts';
import type { Choice } from '../platform/user.ts';
import { targetState } from '../status/statusText.ts';
import { classText } from '../targets/classText.ts';
import { money } from '../text/budgetText.ts';
import { plainLabel } from '../text/cleanText.ts';
import type { TaskModelParts } from './taskModelParts.ts';
import { modelText, settingText, strategyText, taskName } from './taskModelText.ts';
import { entryOfSetting, taskSettings } from './taskSettings.ts';

/**
 * Every task, with what is set for it. That the workspace has set it is said, and that what stands there is nobody's name: a model that is
 * set and silently not asked is looked for in vain (microsoft/vscode#319131).
 */
export const taskChoices = (parts: TaskModelParts): readonly Choice<Task>[] =>
  tasks.map(task => {
    const { mine, theirs, isMineUnknown } = taskSettings(task, parts);
    const description = [
      settingText(theirs ?? mine, parts),
      ...(theirs ? [l10n.t('set by this workspace')] : []),
      ...(isMineUnknown ? [l10n.t('what you have set names none of your models')] : []),
    ].join(' · ');
    return { label: taskName(task), description, value: task };
  });

/** Who may answer a task. `setting` undefined: whoever the strategy says. */
export interface AnswererChoice {
  readonly setting: TaskSetting | undefined;
}

/**
 * By strategy, by strength, or one of the chain. One that cannot be asked now is listed and says why: it may be well again when the next
 * question comes.
 */
export function answererChoices(task: Task, parts: TaskModelParts): readonly Choice<AnswererChoice>[] {
  const { mine } = taskSettings(task, parts);
  const targets = parts.targets();
  const statuses = parts.feed.status().targets;
  const choice = (label: string, description: readonly string[], setting: TaskSetting | undefined) => ({
    label,
    description: plainLabel([...markOf(setting, mine), ...description].join(' · '), 200),
    value: { setting },
  });
  return [
    choice(l10n.t('By Strategy'), [strategyText(parts.strategy())], undefined),
    ...strengths.map(strength => choice(classText(strength), [membersText(strength, targets)], { class: strength })),
    ...targets.map(target =>
      choice(plainLabel(target.label), targetWords(target, targets, statuses), { target: target.id }),
    ),
    ...goneChoice(mine, parts, choice),
  ];
}

const strengths: readonly TargetClass[] = ['simple', 'medium', 'complex'];

const markOf = (setting: TaskSetting | undefined, mine: TaskSetting | undefined): readonly string[] =>
  entryOfSetting(setting) === entryOfSetting(mine) ? [l10n.t('set now')] : [];

/** Who that would be now. */
function membersText(strength: TargetClass, targets: readonly Target[]): string {
  const labels = targets.filter(target => target.class === strength).map(({ label }) => plainLabel(label));
  return labels.length > 0 ? labels.join(', ') : l10n.t('none in your chain: the next in strength is asked');
}

function targetWords(target: Target, all: readonly Target[], statuses: readonly TargetStatus[]): readonly string[] {
  const status = statuses.find(({ id }) => id === target.id);
  const isAlone = all.filter(({ label }) => label === target.label).length === 1;
  return [
    classText(target.class),
    priceText(target),
    ...(status && isResting(status) ? [targetState(status)] : []),
    ...(isAlone ? [] : [target.id]),
  ];
}

const priceText = ({ price, loopback }: Target): string => {
  if (price) return tokenPriceText(price);
  return loopback ? l10n.t('on this machine') : l10n.t('price unknown');
};

const tokenPriceText = ({ input, output }: Price): string =>
  l10n.t('a million tokens: {0} in, {1} out', money(input), money(output));

/** A model that is set and not in the chain is listed too, so that one sees what stands there. */
function goneChoice(
  mine: TaskSetting | undefined,
  parts: TaskModelParts,
  choice: (label: string, description: readonly string[], setting: TaskSetting) => Choice<AnswererChoice>,
): readonly Choice<AnswererChoice>[] {
  if (!mine || !('target' in mine) || parts.targets().some(({ id }) => id === mine.target)) return [];
  return [choice(modelText(mine.target, parts), [l10n.t('not in your chain now, so the strategy decides')], mine)];
}
