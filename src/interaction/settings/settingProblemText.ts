import * as l10n from '@vscode/l10n';
import type { SettingProblem, SettingProblemCode, ValueKind } from './settingProblem.ts';

/** The line of the log about a setting that cannot be used as it stands: where, what kind of value, and what happens. */
export function settingProblemText(problem: SettingProblem): string {
  return `steadfast.${problem.key}${problem.at}: ${happened[problem.code](problem)} ${consequence(problem)}`.trim();
}

const kinds = {
  nothing: () => l10n.t('nothing'),
  text: () => l10n.t('a text'),
  number: () => l10n.t('a number'),
  flag: () => l10n.t('true or false'),
  list: () => l10n.t('a list'),
  object: () => l10n.t('an object'),
} as const satisfies Record<ValueKind, () => string>;

const happened: Readonly<Record<SettingProblemCode, (problem: SettingProblem) => string>> = {
  'wrong-type': ({ found }) => l10n.t('This value has the wrong type: {0}.', kinds[found]()),
  'not-a-choice': () => l10n.t('This value is not allowed.'),
  'out-of-range': () => l10n.t('This value is out of range.'),
  'looks-like-key': () =>
    l10n.t('This looks like an API key. Remove it, and use Set API Key… in the Steadfast status menu.'),
  contradiction: () => l10n.t('This value contradicts another setting.'),
  'unknown-field': () => l10n.t('There is no setting with this name here.'),
  'unknown-target': () => l10n.t('There is no model with this id.'),
  'missing-field': () => l10n.t('This field is required.'),
  'unknown-provider': () => l10n.t('There is no provider with this name.'),
  'bad-address': ({ reason = '' }) => l10n.t('This address is not allowed ({0}).', reason),
  'reserved-id': () => l10n.t('This id is reserved.'),
  'duplicate-id': () => l10n.t('Another model already has this id.'),
};

/** What happens instead. A target that is wrong anywhere is left out whole. */
function consequence({ key, at, code }: SettingProblem): string {
  if (key === 'targets') return at === '' ? l10n.t('The list is not used.') : l10n.t('The model is ignored.');
  return others[code]?.() ?? l10n.t('The default is used instead.');
}

const others: Readonly<Partial<Record<SettingProblemCode, () => string>>> = {
  'out-of-range': () => l10n.t('The nearest allowed value is used instead.'),
  contradiction: () => l10n.t('The stricter of the two is used.'),
  'unknown-field': () => l10n.t('It is ignored.'),
  'unknown-target': () => l10n.t('It is ignored.'),
};
