import * as l10n from '@vscode/l10n';
import type { SettingProblem, SettingProblemCode } from './settingProblem.ts';

/** The line of the log about a setting that cannot be used as it stands: where, what, and what holds instead. */
export function settingProblemText(problem: SettingProblem): string {
  return `steadfast.${problem.key}${problem.at}: ${words[problem.code](problem)}`;
}

const words: Readonly<Record<SettingProblemCode, (problem: SettingProblem) => string>> = {
  'wrong-type': ({ shown }) => l10n.t('{0} is not of the right kind; the default is used instead.', shown),
  'not-a-choice': ({ shown }) => l10n.t('{0} is none of the choices; the default is used instead.', shown),
  'out-of-range': ({ shown }) => l10n.t('{0} is out of range; the nearest allowed value is used instead.', shown),
  contradiction: ({ shown }) => l10n.t('{0} contradicts another setting; the stricter of the two is used.', shown),
  'unknown-field': () => l10n.t('there is no setting of this name here; it is ignored.'),
  'unknown-target': ({ shown }) => l10n.t('no target is called {0}; it is left out.', shown),
  'missing-field': () => l10n.t('this is needed; the target is left out.'),
  'unknown-provider': ({ shown }) => l10n.t('there is no provider called {0}; the target is left out.', shown),
  'bad-address': ({ shown, reason = '' }) =>
    l10n.t('{0} is not an address that may be used ({1}); the target is left out.', shown, reason),
  'reserved-id': ({ shown }) => l10n.t('{0} means something else; the target is left out.', shown),
  'duplicate-id': ({ shown }) => l10n.t('another target is already called {0}; this one is left out.', shown),
};
