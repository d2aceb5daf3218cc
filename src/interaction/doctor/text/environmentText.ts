import * as l10n from '@vscode/l10n';
import type { EnvironmentFinding } from '../checks/checkEnvironment.ts';
import { line, type DoctorLine } from './doctorLine.ts';

/** What is said of the environment; names of variables, never a value. */
export function environmentText(finding: EnvironmentFinding): DoctorLine {
  switch (finding.code) {
    case 'nothing-steers':
      return line(
        l10n.t('Variables of the providers'),
        l10n.t('none is set. Steadfast would ignore them; only settings and saved keys count.'),
      );
    case 'ignored':
      return line(
        l10n.t('Variables of the providers'),
        l10n.t(
          'set, and ignored by Steadfast: {0}. Only settings and saved keys count; other programs may follow them.',
          finding.names.join(', '),
        ),
      );
    case 'importable':
      return line(
        finding.name,
        l10n.t('holds a key, and none is saved for {0}. Steadfast uses it only when you import it.', finding.host),
      );
  }
}
