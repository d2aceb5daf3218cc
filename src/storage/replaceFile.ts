import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './storeErrorOf.ts';

const draftName = /^\..+\.[0-9a-f]{12}\.tmp$/;
/** A draft this old belongs to a process that was killed. */
const orphanMs = 60 * 60 * 1000;
/** A virus scanner or an indexer holds a file for moments; this many tries with growing pauses are half a second. */
const tries = 10;
const pauseMs = 10;

/**
 * Writes a file so that a reader, now or after a crash or a power cut, finds the old text or the new one, whole. A
 * draft beside it (0600) takes its place when it is safely on the disk.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const folder = path.dirname(file);
  const draft = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeDraft(draft, text);
    await renamePatiently(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Removes drafts that were left behind more than an hour ago. */
export async function sweepDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter(name => draftName.test(name)).map(name => path.join(folder, name));
  for (const draft of drafts) {
    const writtenAt = await stat(draft).then(
      status => status.mtimeMs,
      () => Infinity, // gone already
    );
    if (Date.now() - writtenAt > orphanMs) await rm(draft, { force: true });
  }
}

async function writeDraft(draft: string, text: string): Promise<void> {
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isHeld = ['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error) ?? '');
      if (!isHeld || attempt === tries) throw error;
      await pause(pauseMs * attempt);
    }
  }
}

/** Makes the new name outlast a power cut too. Windows cannot, and where a file system cannot, only that is lost. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}
