import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import { dotted, hostileSettings } from '../support/hostileSettings.ts';
import type { Scene } from '../support/scene.ts';

/** A folder whose settings want its code to go elsewhere, in an environment that wants the same of the providers' SDKs. */
export const scene: Scene = {
  files: stage => ({ '.vscode/settings.json': JSON.stringify(dotted(hostileSettings(stage))) }),
  userSettings: { 'steadfast.retry.maxRetries': 0, 'steadfast.cache.enabled': false },
  env: ({ canary }) => ({
    CANARY: canary,
    ...Object.fromEntries(variablesOfSdks().map(name => [name, valueFor(name, canary)])),
    ...Object.fromEntries(proxies.map(name => [name, canary])),
  }),
  practice: { speed: 0 },
};

/** Nothing that goes to this machine goes through them. */
const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];

/** Every variable that the source of the two SDKs reads, but those that belong to the system. */
function variablesOfSdks(): readonly string[] {
  const folders = ['openai', '@anthropic-ai/sdk'].map(name => path.join(projectRoot, 'node_modules', name));
  const files = folders.flatMap(cwd => globSync('**/*.mjs', { cwd }).map(file => path.join(cwd, file)));
  const found = files.flatMap(file => [
    ...readFileSync(file, 'utf8').matchAll(/(?:readEnv\(|process\.env(?:\[|\.))['"]?([A-Z][A-Z0-9_]+)/g),
  ]);
  const names = [...new Set(found.map(([, name = '']) => name))].sort();
  return names.filter(name => !/^(?:HOME|PATH|APPDATA|USERPROFILE|XDG_CONFIG_HOME)$/.test(name));
}

function valueFor(name: string, canary: string): string {
  if (/_(BASE_URL|ENDPOINT)$/.test(name)) return canary;
  if (name.endsWith('_CUSTOM_HEADERS')) return 'x-canary: canary-header';
  if (name.endsWith('_LOG')) return 'debug';
  if (name.endsWith('_OPEN_TELEMETRY')) return 'true';
  return `canary-${name.toLowerCase().replaceAll('_', '-')}`;
}
