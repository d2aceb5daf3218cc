import { closeSync, openSync } from 'node:fs';
import { StoreError } from '../../src/core/shared/store.ts';
import { FileLog } from '../../src/storage/fileLog.ts';
import { createFiles } from '../../src/storage/files.ts';
import { byDay } from '../../src/storage/period.ts';
import { VirtualClock } from '../support/virtualClock.ts';

/** Uses a list and a log in a folder while no file can be opened, and then once more; says what became of it. */
const [, , folder = ''] = process.argv;
const clock = new VirtualClock();
const troubles: string[] = [];
const heard: string[] = [];
const files = createFiles(folder, () => undefined);
const log = new FileLog({
  ...{ folder, name: 'log', period: byDay, keep: 3, clock, carryOver: () => [] },
  onTrouble: trouble => troubles.push(trouble),
});
log.subscribe('word', ({ text }) => heard.push(String(text)));

const write = (): Promise<string> =>
  files.write('a.json', 'new').then(
    () => 'written',
    (error: unknown) => (error instanceof StoreError ? error.trouble : String(error)),
  );

const open: number[] = [];
try {
  for (;;) open.push(openSync('/dev/null', 'r'));
} catch {
  // none is left
}
const read = (await files.read('a.json')) ?? 'nothing';
const written = await write();
await log.append({ kind: 'word', text: 'one' });
for (const descriptor of open) closeSync(descriptor);
clock.jump(10_000);
await log.append({ kind: 'word', text: 'two' });
const later = await write();
log.close();
console.log(JSON.stringify({ read, written, log: troubles, heard, later }));
