import type { LocalServers } from '../../src/core/model/localServers.ts';

/** Servers on a machine where user 1000 sits: by port, the users that listen there; and whether the window is remote. */
export function serversOf(
  owners: Readonly<Record<number, readonly number[] | undefined>> = {},
  more: Partial<LocalServers> = {},
): LocalServers {
  return {
    self: 1_000,
    ownersOf: port => Promise.resolve(owners[port]),
    nameOf: user => Promise.resolve(`user${user}`),
    hasOtherPeople: () => Promise.resolve(false),
    isRemote: () => false,
    ...more,
  };
}
