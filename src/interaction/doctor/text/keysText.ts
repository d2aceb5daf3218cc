import * as l10n from '@vscode/l10n';
import type { KeysFinding } from '../checks/checkKeys.ts';
import type { SettingScope } from '../found/writtenKeys.ts';
import { line, type DoctorLine } from './doctorLine.ts';

/** What is said of keys among the settings; their places, nothing of them. */
export function keysText(finding: KeysFinding): DoctorLine {
  switch (finding.code) {
    case 'none-written':
      return line(l10n.t('Keys in settings'), l10n.t('none found'));
    case 'written':
      return line(l10n.t('Key in {0}', scopeTexts[finding.scope]()), writtenText(finding));
    case 'more-written':
      return line(l10n.t('Keys in settings'), l10n.t('{0} more', finding.count));
  }
}

const scopeTexts: Readonly<Record<SettingScope, () => string>> = {
  user: () => l10n.t('user settings'),
  workspace: () => l10n.t('workspace settings'),
  folder: () => l10n.t('folder settings'),
};

function writtenText({ setting, isOurs, isMovable }: Extract<KeysFinding, { code: 'written' }>): string {
  if (isMovable) return l10n.t('{0} looks like an API key. It can be moved to secret storage.', setting);
  return isOurs
    ? l10n.t('{0} looks like an API key. Save it with Set API Key, and remove it there.', setting)
    : l10n.t('{0} looks like a secret of another extension. Everybody who sees that file can read it.', setting);
}
