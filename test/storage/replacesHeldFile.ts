// Run by replaceFile.test.ts, where files may be mounted: replaces a file that somebody else holds, and says what came of it.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../../src/storage/storeErrorOf.ts';
import { replaceFile } from '../../src/storage/replaceFile.ts';

const [file = '', letGo = ''] = process.argv.slice(2);
const holder = (command: 'mount' | 'umount', ...more: string[]) => execFileSync(command, [...more, file]);

const outcomeOf = (work: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'done',
      (error: unknown) => errorCode(error) ?? String(error),
    );

writeFileSync(file, 'old');
holder('mount', '--bind', file);
writeFileSync(`${file}.probe`, '');
const held = await outcomeOf(() => renameSync(`${file}.probe`, file));
const replaced = outcomeOf(() => replaceFile(file, 'new'));
if (letGo === 'soon') {
  await pause(100);
  holder('umount');
}
const outcome = await replaced;
if (letGo !== 'soon') holder('umount');
const drafts = readdirSync(path.dirname(file)).filter(name => name.endsWith('.tmp'));
console.log(JSON.stringify({ held, outcome, text: readFileSync(file, 'utf8'), drafts }));
