import { spawnSync } from 'node:child_process';

/** What was done to the practice workspace before it came to whoever tries it, the first first. */
const subjects = ['feat: totals of an invoice', 'fix: round to cents', 'chore: sort articles'];

/**
 * Makes a repository of a copy of the practice workspace, with a history in one style, so that there is something to write a
 * message of a commit for. False where there is no Git: all else can be tried without it.
 */
export function giveHistory(folder: string): boolean {
  const git = (...words: readonly string[]): boolean => {
    const own = ['-c', 'user.name=Practice', '-c', 'user.email=practice@example.com', '-c', 'commit.gpgSign=false'];
    return spawnSync('git', [...own, ...words], { cwd: folder, stdio: 'ignore' }).status === 0;
  };
  if (!git('init', '--initial-branch=main') || !git('add', '.')) return false;
  return subjects.every(subject => git('commit', '--allow-empty', '--no-verify', `--message=${subject}`));
}
