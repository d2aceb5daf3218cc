import * as l10n from '@vscode/l10n';
import type { Condition, TargetStatus } from '../../core/status/targetStatus.ts';
import { lastFailureText, targetState } from './statusText.ts';
import { retirementText } from './retirementText.ts';
import { duration } from '../text/time.ts';
import { slownessText } from './switchedText.ts';

/** What can be done with a target from the menu. */
export type TargetAction = 'retry' | 'pause' | 'resume' | 'test';

/** What can be done with a target in this condition, most useful first. */
export function actionsFor(condition: Condition): readonly TargetAction[] {
  switch (condition) {
    case 'closed':
    case 'half-open':
      return ['pause', 'test'];
    case 'paused':
      return ['resume', 'test'];
    case 'open':
    case 'cooling-down':
    case 'credential':
    case 'quota':
    case 'offline':
      return ['retry', 'pause', 'test'];
    case 'no-key':
    case 'not-allowed':
      return ['test'];
  }
}

/** What a target's button or line in the menu says. */
export const targetActionText = (action: TargetAction): string => targetActions[action]();

const targetActions = {
  retry: () => l10n.t('Retry This Model'),
  pause: () => l10n.t('Pause'),
  resume: () => l10n.t('Resume'),
  test: () => l10n.t('Test Model'),
} as const satisfies Record<TargetAction, () => string>;

/** The icon of each action, by its name in VS Code. */
export const targetActionIcons: Readonly<Record<TargetAction, string>> = {
  retry: 'debug-restart',
  pause: 'debug-pause',
  resume: 'debug-start',
  test: 'beaker',
};

/** All that is known of a target, in one line. */
export function targetDetails(target: TargetStatus): string {
  const { p50Ms, lastFailure, retirement, slow } = target;
  const details = [
    targetState(target),
    ...(retirement?.isOver ? [retirementText(retirement)] : []),
    ...(slow ? [slownessText(slow)] : []),
    ...(p50Ms === undefined ? [] : [l10n.t('median {0}', duration(p50Ms))]),
    ...(lastFailure === undefined ? [] : [l10n.t('last failure: {0}', lastFailureText(lastFailure))]),
  ];
  return details.join(' · ');
}
