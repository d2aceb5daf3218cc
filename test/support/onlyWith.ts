import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** How the reason of every test begins that cannot be played on this system. Lanes count such tests and name them. */
export const notForThisSystem = 'not for this system: it needs ';

/** What a test needs of the system, and not every system has. */
export type Means = 'POSIX' | 'links' | 'other users' | 'mounts' | 'proc';

const means: Readonly<Record<Means, { readonly words: string; readonly isThere: () => boolean }>> = {
  POSIX: { words: 'POSIX (modes of files, pipes, limits of the shell)', isThere: isPosix },
  links: { words: 'symbolic links, which need rights on Windows', isThere: isPosix },
  'other users': { words: 'to start a program as another user (POSIX, as root)', isThere: isRoot },
  proc: { words: 'what Linux tells of processes in /proc', isThere: () => existsSync('/proc/self/root') },
  mounts: { words: 'mounts of its own (Linux, as root)', isThere: canMount },
};

/**
 * The options of a test that only some systems can play: `test('…', onlyWith('mounts'), …)`. Elsewhere it is not played,
 * and the lane names it in the end.
 */
export function onlyWith(needed: Means): { readonly skip: string | false } {
  const { words, isThere } = means[needed];
  return { skip: isThere() ? false : `${notForThisSystem}${words}` };
}

function isPosix(): boolean {
  return process.platform !== 'win32';
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Only a try can tell: a container may have taken the right to mount from its root. */
function canMount(): boolean {
  return (
    isRoot() &&
    process.platform === 'linux' &&
    spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0
  );
}
