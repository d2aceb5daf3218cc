import type { Environment } from '../found/environment.ts';
import { settingFix, type Found } from '../found/doctorFinding.ts';
import { proxySource, proxyVariable, shownProxy, type NetworkSettings, type ShownProxy } from '../found/proxy.ts';

/** What looking at the network's settings needs of the world. */
export interface NetworkFacts {
  readonly settings: NetworkSettings;
  readonly environment: Environment;
  /** Has this machine an address that leads out of it? */
  readonly hasNetwork: boolean;
  /** Can this file be read? */
  readonly isReadable: (file: string) => Promise<boolean>;
}

/** What can be found about proxy and certificates. */
export type NetworkFinding =
  | Found<'network', 'no-network'>
  | Found<'network', 'no-proxy'>
  | (Found<'network', 'proxy'> & ShownProxy & { readonly from: 'setting' | 'environment'; readonly name: string })
  | (Found<'network', 'proxy-unreadable'> & { readonly name: string })
  | (Found<'network', 'proxy-ignored'> & { readonly name: string })
  | Found<'network', 'certificates-checked'>
  | (Found<'network', 'certificates-unchecked'> & { readonly name: string })
  | (Found<'network', 'system-certificates'> & { readonly isOn: boolean })
  | (Found<'network', 'extra-certificates'> & { readonly isReadable: boolean });

/** The proxy and the certificates that VS Code's settings and the environment ask for. */
export async function checkNetwork(facts: NetworkFacts): Promise<readonly NetworkFinding[]> {
  const network: NetworkFinding[] = facts.hasNetwork ? [] : [{ area: 'network', code: 'no-network', level: 'warning' }];
  return [...network, proxyFinding(facts), ...certificateFindings(facts), ...(await extraFinding(facts))];
}

const proxyFix = settingFix('http.proxy');

function proxyFinding({ settings, environment }: NetworkFacts): NetworkFinding {
  const used = proxySource(settings, environment);
  if (used === undefined) {
    const unused = settings.proxy === '' ? proxyVariable(environment)?.name : 'http.proxy';
    if (unused === undefined) return { area: 'network', code: 'no-proxy', level: 'fine' };
    const fixes = [settingFix('http.proxySupport')];
    return { area: 'network', code: 'proxy-ignored', level: 'warning', name: unused, fixes };
  }
  const { from, name } = used;
  const shown = shownProxy(used.text);
  if (shown === undefined)
    return { area: 'network', code: 'proxy-unreadable', level: 'problem', name, fixes: [proxyFix] };
  return { area: 'network', code: 'proxy', level: 'fine', from, name, ...shown };
}

function certificateFindings({ settings, environment }: NetworkFacts): readonly NetworkFinding[] {
  const { strictSsl, systemCertificates: isOn } = settings;
  const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';
  const found: NetworkFinding[] = [];
  if (environment[variable] === '0')
    found.push({ area: 'network', code: 'certificates-unchecked', level: 'problem', name: variable });
  if (!strictSsl) {
    const name = 'http.proxyStrictSSL';
    found.push({ area: 'network', code: 'certificates-unchecked', level: 'warning', name, fixes: [settingFix(name)] });
  }
  if (found.length === 0) found.push({ area: 'network', code: 'certificates-checked', level: 'fine' });
  const fixes = isOn ? {} : { fixes: [settingFix('http.systemCertificates')] };
  found.push({ area: 'network', code: 'system-certificates', level: isOn ? 'fine' : 'warning', isOn, ...fixes });
  return found;
}

async function extraFinding({ environment, isReadable }: NetworkFacts): Promise<readonly NetworkFinding[]> {
  const file = environment['NODE_EXTRA_CA_CERTS'] ?? '';
  if (file === '') return [];
  const readable = await isReadable(file);
  return [
    {
      area: 'network',
      code: 'extra-certificates',
      level: readable ? 'fine' : 'warning',
      isReadable: readable,
    },
  ];
}
