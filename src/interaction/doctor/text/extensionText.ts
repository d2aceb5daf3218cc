import * as l10n from '@vscode/l10n';
import type { ExtensionFinding, InlineExtension } from '../checks/checkExtensions.ts';
import { line, type DoctorLine } from './doctorLine.ts';

/** What is said of other extensions. */
export function extensionText(finding: ExtensionFinding): DoctorLine {
  const subject = l10n.t('Suggestions inside the text');
  switch (finding.code) {
    case 'none-inline':
      return line(subject, l10n.t('no other extension is known to show any, and Steadfast shows none.'));
    case 'inline':
      return line(
        subject,
        l10n.t(
          'shown by {0}. Steadfast shows none, so nothing collides with it; several others may collide with each other.',
          finding.extensions.map(nameText).join(', '),
        ),
      );
  }
}

function nameText({ name, isActive, isKnown }: InlineExtension): string {
  const told = isKnown ? name : l10n.t('{0} (perhaps)', name);
  return isActive ? told : l10n.t('{0} (not active)', told);
}
