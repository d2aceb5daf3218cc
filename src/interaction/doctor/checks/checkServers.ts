import type { Target } from '../../../core/model/target.ts';
import { askServer } from './askServer.ts';
import { clockFindings } from './clockFindings.ts';
import { isInside, type ServerGroup, type ServerFacts } from './serverFacts.ts';
import type { NotAsked, ServerFinding } from './serverFinding.ts';

/** More servers are not asked at once. */
export const mostServers = 20;

/**
 * Whether each server that is set up can be found, shows a good certificate, takes the key and offers the models. Nothing leaves
 * for another machine in a workspace that is not trusted or asks this machine only, and no key for an origin that the user
 * has not agreed to.
 */
export async function checkServers(facts: ServerFacts, signal: AbortSignal): Promise<readonly ServerFinding[]> {
  const servers = serversOf(facts.targets);
  const found = await Promise.all(
    servers.map(async (server, at) => {
      const because = at < mostServers ? heldBack(server.target, facts) : 'too-many';
      return because === undefined
        ? askServer(server, facts, signal)
        : { findings: [notAsked(server, because)], times: [] };
    }),
  );
  const clocks = clockFindings(found.flatMap(({ times }) => times));
  return found.flatMap(({ findings, times }) => [
    ...findings,
    ...clocks.filter(({ targets }) => times.some(({ about }) => about.targets === targets)),
  ]);
}

function serversOf(targets: readonly Target[]): readonly ServerGroup[] {
  const groups = Map.groupBy(targets, ({ provider, baseUrl, auth }) => `${provider} ${baseUrl} ${auth}`);
  return [...groups.values()].flatMap(group => {
    const [target] = group;
    if (target === undefined) return [];
    const [targets, labels] = [group.map(({ id }) => id), group.map(({ label }) => label)];
    const about = { host: hostIn(target.origin), targets, labels };
    return [{ about, target, targets: group }];
  });
}

const hostIn = (origin: string): string => (isInside({ origin }) ? 'vscode-lm' : (URL.parse(origin)?.host ?? ''));

function heldBack(target: Target, { isTrusted, isLocalOnly }: ServerFacts): NotAsked | undefined {
  if (target.loopback || isInside(target)) return undefined;
  if (!isTrusted) return 'restricted';
  return isLocalOnly ? 'local-only' : undefined;
}

function notAsked({ about }: ServerGroup, because: NotAsked): ServerFinding {
  const fixes = because === 'restricted' ? { fixes: [{ command: 'workbench.trust.manage' }] as const } : {};
  return { area: 'servers', code: 'not-asked', level: 'unchecked', ...about, because, ...fixes };
}
