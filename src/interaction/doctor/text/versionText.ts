import * as l10n from '@vscode/l10n';
import type { VersionFinding } from '../checks/checkVersions.ts';
import { cleanLine } from '../../text/cleanText.ts';
import { line, type DoctorLine } from './doctorLine.ts';

/** What is said of a version. */
export function versionText(finding: VersionFinding): DoctorLine {
  switch (finding.code) {
    case 'steadfast':
      return line(l10n.t('Steadfast'), finding.version);
    case 'vscode':
      return line(
        l10n.t('VS Code'),
        finding.level === 'fine'
          ? l10n.t('{0} ({1}; needed: {2} or later)', finding.version, cleanLine(finding.app, 60), finding.floor)
          : l10n.t('{0} is too old: Steadfast needs {1} or later. Update VS Code.', finding.version, finding.floor),
      );
    case 'node':
      return line(
        l10n.t('Extension host'),
        l10n.t('Node.js {0} on {1} ({2})', finding.version, finding.platform, finding.architecture),
      );
  }
}
