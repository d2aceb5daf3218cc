import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mustRun } from '../support/runCommand.ts';
import type { MachineNode } from './minimumNode.ts';

/** How this machine reaches its registries: what a fresh one is told too, because no project can know it. */
export interface CarriedSettings {
  /** Variables that name proxies and registries. */
  readonly env: Readonly<Record<string, string>>;
  /** The user's own npm settings; the file need not exist. */
  readonly npmrc: string;
  /** Certificates that are trusted beside the usual ones, by the variable that names their file. */
  readonly certificates: Readonly<Record<string, string>>;
}

const carried = /^((https?|all|no)_proxy|npm_config_(registry|proxy|https_proxy|noproxy|strict_ssl))$/i;

/** Reads proxies, registries and certificates from the environment and from npm's settings. */
export async function readCarriedSettings(node: MachineNode): Promise<CarriedSettings> {
  const named = Object.entries(process.env).filter(([name]) => carried.test(name));
  const npm = [path.join(node.npm, 'bin/npm-cli.js'), 'config', 'get', 'cafile'];
  const files = {
    NODE_EXTRA_CA_CERTS: process.env['NODE_EXTRA_CA_CERTS'] ?? '',
    npm_config_cafile: (await mustRun(node.executable, npm)).trim(),
  };
  return {
    env: Object.fromEntries(named.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    npmrc: process.env['npm_config_userconfig'] ?? path.join(os.homedir(), '.npmrc'),
    certificates: Object.fromEntries(Object.entries(files).filter(([, file]) => existsSync(file))),
  };
}
