import * as l10n from '@vscode/l10n';
import type { NetworkFinding } from '../checks/checkNetwork.ts';
import { line, type DoctorLine } from './doctorLine.ts';

/** What is said of proxy and certificates. */
export function networkText(finding: NetworkFinding): DoctorLine {
  switch (finding.code) {
    case 'no-network':
      return line(l10n.t('Network'), l10n.t('this machine has no network. Only servers on this machine can be asked.'));
    case 'no-proxy':
      return line(
        l10n.t('Proxy'),
        l10n.t('none in the settings and none in the environment. A proxy of the system cannot be seen from here.'),
      );
    case 'proxy':
      return line(l10n.t('Proxy'), proxyText(finding));
    case 'proxy-unreadable':
      return line(l10n.t('Proxy'), l10n.t('{0} is not an address. Write it like this: http://HOST:8080', finding.name));
    case 'proxy-ignored':
      return line(
        l10n.t('Proxy'),
        l10n.t('{0} is set but not used, because the setting http.proxySupport is off.', finding.name),
      );
    case 'certificates-checked':
      return line(l10n.t('Certificates'), l10n.t('checked'));
    case 'certificates-unchecked':
      return line(l10n.t('Certificates'), uncheckedText(finding));
    case 'system-certificates':
      return line(
        l10n.t('Certificates of the system'),
        finding.isOn ? l10n.t('used too') : l10n.t('not used. Certificates of a company are then unknown.'),
      );
    case 'extra-certificates':
      return line(
        l10n.t('NODE_EXTRA_CA_CERTS'),
        finding.isReadable
          ? l10n.t('set, and its file can be read')
          : l10n.t('set, but its file cannot be read. Correct it and start VS Code again.'),
      );
  }
}

function proxyText({ name, scheme, host, hasLogin }: Extract<NetworkFinding, { code: 'proxy' }>): string {
  const shown = l10n.t('{0}://{1}, from {2}', scheme, host, name);
  return hasLogin ? l10n.t('{0} (with a login, which is not shown)', shown) : shown;
}

const uncheckedText = ({ name, level }: Extract<NetworkFinding, { code: 'certificates-unchecked' }>): string =>
  level === 'problem'
    ? l10n.t(
        'not checked, because {0} is 0. Anybody on the way can read your code and keys. Remove that variable and start VS Code again.',
        name,
      )
    : l10n.t('VS Code does not check those of proxies and servers, because the setting {0} is off.', name);
