import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { createServerOwners } from '../../src/libraries/serverOwners.ts';
import { createLinuxOwners, type SystemFiles } from '../../src/libraries/linuxOwners.ts';
import { onlyWith } from '../support/onlyWith.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-owners-'));
after(() => rmSync(root, { recursive: true }));

/** A system that tells this. */
function systemOf({ tcp = '', tcp6 = '', accounts = '', sessions = [] as readonly string[] }): SystemFiles {
  const folder = mkdtempSync(path.join(root, 'system-'));
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  for (const name of sessions) mkdirSync(path.join(folder, 'run', name), { recursive: true });
  return {
    sockets: [file('tcp', tcp), file('tcp6', tcp6)],
    accounts: file('passwd', accounts),
    sessions: path.join(folder, 'run'),
  };
}

/** A line as the kernel writes it. */
const socket = (local: string, state: string, user: number): string =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000  ${user}        0 42 1 0000000000000000 100 0 0 10 0\n`;

const owners = (files: SystemFiles, port = 11_434) => createLinuxOwners(1_000, files).ownersOf(port);

test('who listens on a port where loopback reaches it owns it: 127.0.0.0/8, ::1, all addresses, IPv4 in IPv6', async () => {
  const tcp = socket('0100007F:2CAA', '0A', 7) + socket('00000000:2CAA', '0A', 8) + socket('0200007F:2CAA', '0A', 9);
  const tcp6 =
    socket('00000000000000000000000001000000:2CAA', '0A', 10) +
    socket('00000000000000000000000000000000:2CAA', '0A', 11) +
    socket('0000000000000000FFFF00000100007F:2CAA', '0A', 12);
  assert.deepEqual(await owners(systemOf({ tcp, tcp6 })), [7, 8, 9, 10, 11, 12]);
});

test('connections, other ports and other addresses own nothing', async () => {
  const tcp =
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n' +
    socket('0100007F:2CAA', '01', 7) +
    socket('0100007F:2CAA', '06', 0) +
    socket('0100007F:2CAB', '0A', 8) +
    socket('0101A8C0:2CAA', '0A', 9);
  assert.deepEqual(await owners(systemOf({ tcp })), []);
});

test('a system that does not tell of sockets says so', async () => {
  assert.equal(await owners({ ...systemOf({}), sockets: [path.join(root, 'none')] }), undefined);
});

test('damaged lines are passed over', async () => {
  assert.deepEqual(await owners(systemOf({ tcp: `::: :\n${'x '.repeat(9)}\n0: 0100007F:2CAA 0 0A 0 0 0 x` })), []);
});

test('people are told from services, and from the user', async () => {
  const passwd = (line: string) => `root:x:0:0::/root:/bin/bash\nme:x:1000:1000::/home/me:/bin/zsh\n${line}\n`;
  const others = (line: string, sessions: readonly string[] = []) =>
    createLinuxOwners(1_000, systemOf({ accounts: passwd(line), sessions })).hasOtherPeople();
  assert.equal(await others('ollama:x:999:999::/usr/share/ollama:/bin/false'), false);
  assert.equal(await others('nobody:x:65534:65534::/:/usr/sbin/nologin'), false);
  assert.equal(await others('old:x:1002:1002::/home/old:/usr/sbin/nologin'), false);
  assert.equal(await others('eve:x:1001:1001::/home/eve:/bin/bash'), true);
  assert.equal(await others('', ['1000']), false);
  assert.equal(await others('', ['1000', '1007']), true);
});

test('a user is called by the account’s name, or by the id', async () => {
  const names = createLinuxOwners(1_000, systemOf({ accounts: 'ollama:x:999:999::/:/bin/false\n' }));
  assert.deepEqual([await names.nameOf(999), await names.nameOf(4_711)], ['ollama', '4711']);
});

test('a real server of one’s own is one’s own, where the system tells', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const real = createServerOwners();
  const found = await real.ownersOf(port);
  server.close(); // before anything may fail
  await once(server, 'close');
  assert.deepEqual([found ?? [real.self], (await real.ownersOf(port)) ?? []], [[real.self], []]);
});

test('a real server of another user is that user’s', onlyWith('other users'), async () => {
  const nobody = 65_534;
  const program =
    `process.setgid(${nobody});process.setuid(${nobody});` +
    "require('net').createServer().listen(0,'127.0.0.1',function(){console.log(this.address().port)})";
  const child = spawn(process.execPath, ['-e', program], { cwd: '/', env: {} });
  try {
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    const real = createServerOwners();
    assert.deepEqual(await real.ownersOf(Number(port.toString())), [nobody]);
    assert.equal(await real.nameOf(nobody), 'nobody');
  } finally {
    child.kill();
  }
});
