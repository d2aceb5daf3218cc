import { mustRun, runCommand } from '../support/runCommand.ts';

/** Where this machine gets Debian from. */
export interface DebianSources {
  /** Its release by name. */
  readonly suite: string;
  /** The address of the release's main archive. */
  readonly mirror: string;
  /** The lines of a sources.list, security updates included. */
  readonly lines: readonly string[];
  /** Settings of apt that say how to reach the archives: proxies, certificates. */
  readonly settings: readonly string[];
}

/** Asks apt for its own sources, those of Debian only. Undefined where there are none, as on any other system. */
export async function readDebianSources(): Promise<DebianSources | undefined> {
  await runCommand('apt-get', ['update']); // apt knows whose archive it is only when it has read it
  const fields = ['REPO_URI', 'RELEASE', 'COMPONENT', 'ORIGIN', 'LABEL'].map(field => `$(${field})`).join('|');
  const targets = await mustRun('apt-get', ['indextargets', '--format', fields, 'Created-By: Packages']);
  const archives = targets.split('\n').flatMap(line => {
    const [mirror = '', suite = '', component = '', origin, label = ''] = line.split('|');
    return origin === 'Debian' ? [{ mirror, suite, component, label }] : [];
  });
  const main = archives.find(({ label, suite }) => label === 'Debian' && !suite.includes('-'));
  if (main === undefined) return undefined;
  const lines = archives.map(({ mirror, suite, component }) => `deb ${mirror} ${suite} ${component}`);
  return { suite: main.suite, mirror: main.mirror, lines, settings: await readSettings() };
}

async function readSettings(): Promise<readonly string[]> {
  const dump = await mustRun('apt-config', ['dump', 'Acquire::http', 'Acquire::https']);
  return dump
    .split('\n')
    .filter(line => /^Acquire::https?::(.*::)?(Proxy|CaInfo|Verify-Peer|Verify-Host)\b/i.test(line));
}
