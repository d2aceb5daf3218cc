import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The extension's own folder, where its ledger lies. */
const folder = path.join(process.env['STEADFAST_USER_DATA'] ?? '', 'globalStorage', 'steadfast.steadfast');

/** The names in the extension's own folder. */
export const namesInStorage = (): readonly string[] => readdirSync(folder);

export const inStorage = (name: string): string => path.join(folder, name);

/** The ledger's file of today. */
export function ledgerFile(): string {
  const name = namesInStorage()
    .filter(one => /^ledger-[\d-]+\.log$/.test(one))
    .toSorted()
    .at(-1);
  if (name === undefined) throw new Error('there is no ledger');
  return inStorage(name);
}

/** A disk on which nothing more can be kept. */
export interface FullDisk {
  /** The beginning of what the user is told of it. */
  readonly said: string;
  /** There is room again. */
  free(): void;
  /** All is as it was, but for what was written meanwhile. */
  end(): void;
}

/**
 * Lets nothing more be kept in the extension's own folder: a small disk stands in its place and is full. Who may not mount
 * one has a file there instead of a folder.
 */
export function fillDisk(): FullDisk {
  const ballast = inStorage('ballast');
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', folder]).status !== 0) return fileForFolder();
  try {
    writeFileSync(ballast, Buffer.alloc(1_000_000));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
  return {
    said: 'The budget record cannot be saved: the disk is full.',
    free: () => rmSync(ballast),
    end: () => void spawnSync('umount', ['--lazy', folder]), // its files are still open
  };
}

function fileForFolder(): FullDisk {
  const away = `${folder}-away`;
  renameSync(folder, away);
  writeFileSync(folder, '');
  return {
    said: 'The budget record cannot be read or saved.',
    free: () => {
      rmSync(folder);
      mkdirSync(folder);
    },
    end: () => {
      rmSync(folder, { recursive: true });
      renameSync(away, folder);
    },
  };
}

/** All that the extension has written to its log in this window. */
export function writtenLogs(): string {
  const logs = path.join(process.env['STEADFAST_USER_DATA'] ?? '', '../logs');
  const files = readdirSync(logs, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.parentPath.includes('steadfast.steadfast'))
    .map(entry => path.join(entry.parentPath, entry.name));
  return files.map(file => readFileSync(file, 'utf8')).join('\n');
}
