import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { VirtualClock } from '../support/virtualClock.ts';

/** Where a profile lies that an older version has written; its README says how. */
export const olderProfile = path.join(import.meta.dirname, '../fixtures/profile');

/** What a person saw at the end of the session that wrote it. */
export interface Session {
  /** Wall-clock ms of when it was looked at. */
  readonly seenAt: number;
  /** The folder that was open, and what the extension calls it. */
  readonly workspace: string;
  readonly workspaceId: string;
  /** Host and port of VS Code's server, as the browser reached it. */
  readonly address: string;
  /** Rows of the lists, the newest first, and of the status menu. */
  readonly seen: Readonly<Record<'recent' | 'review' | 'queue' | 'budget' | 'menu', readonly string[]>>;
}

type Values = Readonly<Record<string, unknown>>;

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-profile-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** A copy of it, at the time when it was written or at another one, in wall-clock ms. */
export function openProfile(now?: number) {
  const folder = mkdtempSync(path.join(root, 'copy-'));
  cpSync(olderProfile, folder, { recursive: true });
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const session = read('session.json') as Session;
  const clock = new VirtualClock();
  clock.sleep((now ?? session.seenAt) - clock.wall());
  const user = path.join(folder, 'server/data/User');
  const [storage = ''] = readdirSync(path.join(user, 'workspaceStorage'));
  const troubles: string[] = [];
  return {
    session,
    clock,
    globalFolder: path.join(user, 'globalStorage/steadfast.steadfast'),
    workspaceFolder: path.join(user, 'workspaceStorage', storage, 'steadfast.steadfast'),
    globalState: mementoOf(read('globalState.json') as Values),
    workspaceState: mementoOf(read('workspaceState.json') as Values),
    secrets: secretsOf(read('secrets.json') as Readonly<Record<string, string>>),
    /** As VS Code gives them to the extension in a remote window. */
    userSettings: ownSettings({
      ...(read('server/data/User/settings.json') as Values),
      ...(read('server/data/Machine/settings.json') as Values),
    }),
    workspaceSettings: ownSettings(read('workspace/.vscode/settings.json') as Values),
    /** What could not be kept or read; what goes well leaves it empty. */
    troubles,
    onTrouble: (trouble: string) => void troubles.push(trouble),
  };
}

function mementoOf(values: Values): MemoryMemento {
  const memento = new MemoryMemento();
  for (const [key, value] of Object.entries(values)) void memento.update(key, value); // it is there at once
  return memento;
}

function secretsOf(values: Readonly<Record<string, string>>): MemorySecrets {
  const secrets = new MemorySecrets();
  for (const [key, value] of Object.entries(values)) void secrets.store(key, value);
  return secrets;
}

const section = 'steadfast.';

function ownSettings(all: Values): Values {
  const own = Object.entries(all).filter(([key]) => key.startsWith(section));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(section.length), value]));
}
