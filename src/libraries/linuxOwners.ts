import { readdir, readFile } from 'node:fs/promises';
import type { ServerOwners } from '../core/model/localServers.ts';

/** Where Linux tells of sockets and accounts; a test has files of its own. */
export interface SystemFiles {
  /** Sockets that listen, IPv4 and IPv6 (proc_net_tcp(5)). */
  readonly sockets: readonly string[];
  /** Accounts (passwd(5)). */
  readonly accounts: string;
  /** A folder for each user who is logged in, by id (pam_systemd(8)). */
  readonly sessions: string;
}

const linuxFiles: SystemFiles = {
  sockets: ['/proc/net/tcp', '/proc/net/tcp6'],
  accounts: '/etc/passwd',
  sessions: '/run/user',
};

/** Who runs servers on this machine, as Linux tells it; elsewhere nothing is known. */
export function createLinuxOwners(self: number | undefined, files: SystemFiles = linuxFiles): ServerOwners {
  return {
    self,
    ownersOf: port => ownersOf(port, files.sockets),
    nameOf: async user => (await accounts(files)).find(({ id }) => id === user)?.name ?? String(user),
    async hasOtherPeople() {
      const people = (await accounts(files)).filter(({ shell }) => !/\/(?:nologin|false)?$/.test(`/${shell}`));
      const sessions = (await readdir(files.sessions).catch(() => [])).map(Number);
      return [...people.map(({ id }) => id), ...sessions].some(id => isPerson(id) && id !== self);
    },
  };
}

/** The ids that login.defs(5) gives to people; 65534 is nobody. */
const isPerson = (id: number): boolean => id >= 1_000 && id < 60_000;

async function ownersOf(port: number, files: readonly string[]): Promise<readonly number[] | undefined> {
  const tables = await Promise.all(files.map(read));
  if (tables.every(table => table === undefined)) return undefined;
  const owners = tables.flatMap(table => (table ?? '').split('\n').flatMap(line => ownerIn(line, port)));
  return [...new Set(owners)].sort((one, other) => one - other);
}

const listening = '0A'; // TCP_LISTEN

/** The user id in a line of the table, if it is of a socket that listens on this port where loopback reaches it. */
function ownerIn(line: string, wanted: number): readonly number[] {
  const [, local = '', , state, , , , user] = line.trim().split(/\s+/, 8);
  const [address = '', port = ''] = local.split(':');
  if (state !== listening || Number.parseInt(port, 16) !== wanted || !isReachedHere(address)) return [];
  const owner = Number(user);
  return Number.isSafeInteger(owner) && user !== undefined ? [owner] : [];
}

/** Addresses are words of 32 bits in the machine's own order: 127.0.0.1 is 0100007F. */
function isReachedHere(address: string): boolean {
  const isAny = /^0+$/.test(address);
  const isLoopback4 = /^(?:0{16}FFFF0000)?[0-9A-F]{6}7F$/.test(address);
  return isAny || isLoopback4 || address === '00000000000000000000000001000000';
}

interface Account {
  readonly name: string;
  readonly id: number;
  readonly shell: string;
}

async function accounts({ accounts: file }: SystemFiles): Promise<readonly Account[]> {
  const lines = ((await read(file)) ?? '').split('\n').filter(line => line.includes(':'));
  return lines.map(line => {
    const [name = '', , id, , , , shell = ''] = line.split(':');
    return { name, id: Number(id), shell: shell.trim() };
  });
}

/** undefined: there is no such file here, or it may not be read. */
const read = (file: string): Promise<string | undefined> => readFile(file, 'latin1').catch(() => undefined);
