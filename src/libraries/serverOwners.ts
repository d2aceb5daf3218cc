import type { ServerOwners } from '../core/model/localServers.ts';

/** Who runs servers on this machine; how that is found out is loaded when it is first asked. */
export function createServerOwners(): ServerOwners {
  const self = process.getuid?.();
  const owners = async () => (await import('./linuxOwners.ts')).createLinuxOwners(self);
  return {
    self,
    ownersOf: async port => (await owners()).ownersOf(port),
    nameOf: async user => (await owners()).nameOf(user),
    hasOtherPeople: async () => (await owners()).hasOtherPeople(),
  };
}
