import * as l10n from '@vscode/l10n';
import type { SettingProblem, SettingProblemCode } from './settingProblem.ts';

/** The line of the log about a setting that cannot be used as it stands: where, what, and what holds instead. */
export function settingProblemText(problem: SettingProblem): string {
  return `steadfast.${problem.key}${problem.at}: ${words[problem.code](problem)}`;
}

const words: Readonly<Record<SettingProblemCode, (problem: SettingProblem) => string>> = {
  'wrong-type': ({ shown }) => l10n.t('{0} has the wrong type; the default is used instead.', shown),
  'not-a-choice': ({ shown }) => l10n.t('{0} is not one of the allowed values; the default is used instead.', shown),
  'out-of-range': ({ shown }) => l10n.t('{0} is out of range; the nearest allowed value is used instead.', shown),
  contradiction: ({ shown }) => l10n.t('{0} contradicts another setting; the stricter of the two is used.', shown),
  'unknown-field': () => l10n.t('there is no setting with this name here; it is ignored.'),
  'unknown-target': ({ shown }) => l10n.t('there is no target with the id {0}; it is ignored.', shown),
  'missing-field': () => l10n.t('this field is required; the target is ignored.'),
  'unknown-provider': ({ shown }) => l10n.t('there is no provider with the name {0}; the target is ignored.', shown),
  'bad-address': ({ shown, reason = '' }) =>
    l10n.t('{0} is not an address that may be used ({1}); the target is ignored.', shown, reason),
  'reserved-id': ({ shown }) => l10n.t('{0} is a reserved id; the target is ignored.', shown),
  'duplicate-id': ({ shown }) => l10n.t('another target already has the id {0}; this one is ignored.', shown),
};
