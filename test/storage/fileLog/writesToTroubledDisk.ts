import { rmSync, writeFileSync } from 'node:fs';
import { FileLog } from '../../../src/storage/fileLog.ts';
import { byDay } from '../../../src/storage/period.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/**
 * Run by sharedLogDisk.test.ts where a disk is forbidden, limited or small: appends 200 records, then frees the disk by
 * removing the ballast, when there is some, and appends one more. Says as JSON what it heard, and another window after it.
 */
const [folder = '', ballast] = process.argv.slice(2);
const clock = new VirtualClock();
const troubles: string[] = [];
const open = () =>
  new FileLog({
    folder,
    name: 'log',
    period: byDay,
    keep: 3,
    clock,
    carryOver: () => [],
    onTrouble: trouble => troubles.push(trouble),
  });

const count = 200;
const log = open();
let heard = 0;
log.subscribe('word', ({ index }) => (heard += index === heard ? 1 : Number.NaN));
if (ballast !== undefined) writeFileSync(ballast, Buffer.alloc(16_384));
for (let index = 0; index < count; index += 1) await log.append({ kind: 'word', index });
const wasDurable = log.durable;
if (ballast !== undefined) rmSync(ballast);
clock.jump(60_000);
await log.append({ kind: 'word', index: count });

const other = open();
let later = 0;
other.subscribe('word', ({ index }) => (later += index === later ? 1 : Number.NaN));
await other.refresh();
const named = (number: number) => (number === count + 1 ? 'all' : number);
const durable = log.durable && !wasDurable;
process.stdout.write(JSON.stringify({ heard: named(heard), durable, troubles, later: named(later) }));
