import { closeSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { Ledger } from '../../../../src/core/budget/ledger.ts';
import type { LogRecord } from '../../../../src/core/shared/sharedLog.ts';
import { FileLog } from '../../../../src/storage/fileLog.ts';
import { isDamaged, readLine } from '../../../../src/storage/logLine.ts';
import { dayOf, granted, limitsOf, newId, request, usage } from '../ledgerScene.ts';
import { VirtualClock } from '../../../support/virtualClock.ts';

const limits = limitsOf({ dayTokens: 5_000, monthTokens: 9_000 });

/** A window on a folder, and the troubles that it had. */
function open(folder: string) {
  const clock = new VirtualClock();
  const troubles: string[] = [];
  const log: FileLog = new FileLog({
    folder,
    name: 'ledger',
    period: dayOf,
    keep: 2,
    clock,
    carryOver: () => ledger.carryOver(),
    onTrouble: trouble => troubles.push(trouble),
  });
  const ledger: Ledger = new Ledger({ log, clock, newId, dayOf, limits: () => limits });
  return { clock, log, ledger, troubles, file: `${folder}/ledger-${dayOf(clock.wall())}.log` };
}

/** Fills a ledger's file to that size with all that may stand in it, and gives its bytes. */
export async function filledFile(folder: string, minBytes: number): Promise<Buffer> {
  const { log, ledger, file } = open(folder);
  await ledger.setLimit('here', 'day', 5_000);
  await ledger.warnOnce('here', 'day', 0.8);
  for (let count = 0; count === 0 || statSync(file).size < minBytes; count += 1) {
    const outcome = await ledger.reserve(request(count % 7 === 6 ? 20_000 : 50 + count));
    if ('because' in outcome || count % 9 === 8) continue; // refused, or never settled
    if (count % 5 === 4) await outcome.release();
    else await granted(outcome).settle(usage(40 + count));
  }
  log.close();
  return readFileSync(file);
}

/**
 * Puts the bytes in the place of the file, opens it, and says whether the totals are those of its whole records, and whether
 * it was said that lines were changed if, and only if, some were.
 */
export async function opened(folder: string, bytes: Buffer): Promise<'right' | 'wrong'> {
  const { log, ledger, file, troubles } = open(folder);
  replace(file, bytes);
  await ledger.refresh();
  log.close();
  const { used, reserved } = ledger.standing('here').day;
  const [settled, held] = totalsOf(wholeRecords(bytes));
  const isSaid = troubles.join() === (linesOf(bytes).some(isDamaged) ? 'damaged' : '');
  return used === settled && reserved === held && isSaid ? 'right' : 'wrong';
}

/** In place: a file that is cut to nothing first is written to the disk at once by some file systems, 3 ms each. */
function replace(file: string, bytes: Buffer): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, 0);
  ftruncateSync(descriptor, bytes.length);
  closeSync(descriptor);
}

function wholeRecords(bytes: Buffer): readonly LogRecord[] {
  const read = linesOf(bytes).map(readLine);
  return read.flatMap(line => (line?.is === 'record' ? [line.record] : []));
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines = bytes.toString('latin1').split('\n').slice(0, -1);
  return lines.map(line => Buffer.from(line, 'latin1'));
}

/** Tokens settled and held, by a plain reading of the rules. */
function totalsOf(records: readonly LogRecord[]): readonly [number, number] {
  const held = new Map<unknown, number>();
  const settled = new Map<unknown, number>();
  const sum = (counts: ReadonlyMap<unknown, number>) => [...counts.values()].reduce((total, count) => total + count, 0);
  for (const { kind, op, input, dayTokens } of records) {
    if (kind === 'reserve' && sum(held) + sum(settled) + Number(input) <= Number(dayTokens))
      held.set(op, Number(input));
    if (kind === 'settle' || kind === 'release') held.delete(op);
    if (kind === 'settle') settled.set(op, Number(input));
  }
  return [sum(settled), sum(held)];
}
