import * as l10n from '@vscode/l10n';
import type { HostFinding } from '../checks/checkHost.ts';
import { line, type DoctorLine } from './doctorLine.ts';

/** What is said of where Steadfast runs. */
export function hostText(finding: HostFinding): DoctorLine {
  switch (finding.code) {
    case 'window': {
      const kind = finding.window === 'browser' ? l10n.t('in a browser') : l10n.t('on the desktop');
      const portable = finding.isPortable ? l10n.t('{0}, portable mode', kind) : kind;
      return line(l10n.t('Window'), l10n.t('{0} ({1})', portable, finding.appHost));
    }
    case 'extension-host':
      return line(l10n.t('Where Steadfast runs'), whereText(finding));
    case 'trusted':
      return line(l10n.t('Workspace trust'), l10n.t('trusted'));
    case 'restricted':
      return line(
        l10n.t('Workspace trust'),
        l10n.t('restricted mode. Nothing was sent to other machines, so their servers are not checked.'),
      );
    case 'disabled':
      return line(l10n.t('Switched off'), l10n.t('the setting steadfast.enabled is off for this file or language.'));
    case 'local-only':
      return line(
        l10n.t('Only this machine'),
        l10n.t(
          'the setting steadfast.privacy.localOnly is on. Servers on other machines are neither asked nor checked.',
        ),
      );
    case 'rehearsing':
      return line(
        l10n.t('Simulation'),
        l10n.t(
          'a failure is being simulated. This report is about the real servers, which the simulation does not touch.',
        ),
      );
  }
}

function whereText({ extensionHost, remoteName }: Extract<HostFinding, { code: 'extension-host' }>): string {
  if (remoteName === undefined) return l10n.t('on this machine');
  return extensionHost === 'workspace'
    ? l10n.t(
        'on the remote machine ({0}). Addresses such as 127.0.0.1, proxies and variables are those of that machine.',
        remoteName,
      )
    : l10n.t('on this machine, beside a remote one ({0})', remoteName);
}
