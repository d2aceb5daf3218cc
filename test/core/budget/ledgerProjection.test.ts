import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LedgerProjection, savingCauses } from '../../../src/core/budget/ledgerProjection.ts';
import {
  readHeld,
  readSettle,
  readSum,
  type HeldEntry,
  type ReserveEntry,
  type SettleEntry,
} from '../../../src/core/budget/ledgerRecords.ts';
import { InMemoryLog } from '../../support/logs/inMemoryLog.ts';
import type { LogRecord } from '../../../src/core/shared/sharedLog.ts';
import { granted, machine, request, usage } from './ledgerScene.ts';

const place = { ws: 'here', day: '2026-01-31' };
const amount = { input: 100, output: 0, micros: 100 };
const free = { dayTokens: 0, monthTokens: 0, monthMicros: 0 };

const reserve = (op: string, more: Partial<ReserveEntry> = {}): ReserveEntry => ({
  kind: 'reserve',
  op,
  ...place,
  ...amount,
  until: 0,
  ...free,
  ...more,
});
const held = (op: string): HeldEntry => ({ kind: 'held', op, ...place, ...amount, until: 0 });
const settle = (op: string, input: number, more: Partial<SettleEntry> = {}): SettleEntry => ({
  kind: 'settle',
  op,
  ...place,
  ...amount,
  input,
  cached: 0,
  exact: true,
  ...more,
});

const taken = (books: LedgerProjection, day = place.day): number => books.taken({ ...place, day }).day;

test('F151 a second settle of an attempt is ignored, wherever it comes from', () => {
  const books = new LedgerProjection();
  books.reserve(reserve('a'));
  for (const input of [70, 500]) books.settle(settle('a', input));
  assert.equal(taken(books), 70);
});

test('F163 a settle goes to the period of its reservation, whatever it says itself', () => {
  const books = new LedgerProjection();
  books.reserve(reserve('a'));
  books.settle(settle('a', 70, { day: '2026-02-01' }));
  assert.deepEqual([taken(books), taken(books, '2026-02-01')], [70, 0]);
});

test('a settle whose reservation was lost counts where it says', () => {
  const books = new LedgerProjection();
  books.settle(settle('a', 70));
  assert.equal(taken(books), 70);
});

test('a settle of what was refused here counts: the money is gone', () => {
  const books = new LedgerProjection();
  books.reserve(reserve('a', { dayTokens: 10 }));
  books.settle(settle('a', 70));
  assert.equal(taken(books), 70);
});

test('a reservation that is heard again changes nothing, under way or over', () => {
  const books = new LedgerProjection();
  books.reserve(reserve('a'));
  books.reserve(reserve('a'));
  books.hold(held('a'));
  const underWay = taken(books);
  books.settle(settle('a', 70));
  books.reserve(reserve('a'));
  books.hold(held('a'));
  assert.deepEqual([underWay, taken(books)], [100, 70]);
});

test('what was given back is not held again by a window that carries it over late', () => {
  const books = new LedgerProjection();
  books.release({ kind: 'release', op: 'a' });
  books.hold(held('a'));
  assert.equal(taken(books), 0);
});

/** Hears what another has carried over. */
function hear(books: LedgerProjection, records: readonly LogRecord[]): void {
  for (const record of records) {
    const sum = record.kind === 'sum' ? readSum(record) : undefined;
    const entry = record.kind === 'held' ? readHeld(record) : undefined;
    if (sum) books.sum(sum);
    if (entry) books.hold(entry);
  }
}

test('what is carried over says all that counts, and saying it twice or late changes nothing', () => {
  const [before, after] = [new LedgerProjection(), new LedgerProjection()];
  before.settle(settle('a', 70));
  before.reserve(reserve('b'));
  const carried = before.carryOver();
  hear(after, carried);
  const first = taken(after);
  after.settle(settle('b', 50));
  hear(after, carried);
  assert.deepEqual([first, taken(after), after.taken(place).month], [170, 120, 120]);
});

test('of two words on a limit the later one counts, in whatever order they are heard', () => {
  const books = new LedgerProjection();
  const limit = (tokens: number, at: number) => books.limit({ kind: 'limit', ws: 'here', which: 'day', tokens, at });
  limit(500, 2);
  limit(900, 1);
  assert.equal(books.limitOf('here', 'day')?.tokens, 500);
});

test('what is carried over stays bounded: the last days and months', () => {
  const books = new LedgerProjection();
  for (let day = 0; day < 300; day += 1) {
    const name = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    books.settle(settle(name, 10, { day: name }));
  }
  const periods = books.carryOver().map(({ period }) => period);
  assert.deepEqual(periods.slice(-3), ['2026-10-25', '2026-10-26', '2026-10-27']);
  assert.equal(periods.length, 10 + 12);
});

test('a clock that jumps into the future six times does not lose the present month and day', () => {
  const books = new LedgerProjection();
  books.settle(settle('now', 70, { day: '2026-11-22' }));
  let carried = books.carryOver();
  for (const year of [2027, 2028, 2031, 2040, 2041, 2099]) {
    const next = new LedgerProjection();
    hear(next, carried);
    next.settle(settle(String(year), 1, { day: `${year}-01-01` }));
    carried = next.carryOver();
  }
  const last = new LedgerProjection();
  hear(last, carried);
  const { day, month } = last.taken({ ws: place.ws, day: '2026-11-22' });
  assert.deepEqual([day, month], [70, 70]);
});

test('every record fits into a line of the log', () => {
  const long = 'w'.repeat(64);
  const op = '00000000-0000-4000-8000-000000000000';
  const most = { ws: long, input: 9_999_999, output: 9_999_999, micros: 999_999_999_999 };
  const limits = { dayTokens: 999_999_999, monthTokens: 999_999_999, monthMicros: 999_999_999_999 };
  const records = [
    reserve(op, { ...most, ...limits, until: 1_800_000_000_000, over: true }),
    settle(op, 9_999_999, { ...most, cached: 9_999_999, unpriced: true }),
  ];
  const books = new LedgerProjection();
  const savings = savingCauses
    .flatMap(cause => [`${cause}Tokens`, `${cause}Micros`])
    .map(field => [field, 9_999_999_999]);
  books.save({ kind: 'saved', ...place, ws: long, tally: Object.fromEntries(savings) as Record<string, number> });
  books.settle(settle(op, 999_999_999, { ...most, cached: 999_999_999, exact: false, unpriced: true }));
  for (const record of [...records, ...books.carryOver()])
    assert.ok(JSON.stringify(record).length <= 430, String(JSON.stringify(record).length));
});

test('what is negative, no number or beyond all measure is no record', () => {
  for (const input of [-1, Number.NaN, 1e12, Infinity])
    assert.equal(readSettle({ ...settle('a', 1), input }), undefined, String(input));
});

test('F151 only one end of an attempt is written', async () => {
  const log = new InMemoryLog();
  const kinds: string[] = [];
  const own = log.window();
  for (const kind of ['settle', 'release']) own.subscribe(kind, () => kinds.push(kind));
  const reservation = granted(await machine().window(own).reserve(request(600)));
  await Promise.all([reservation.settle(usage(500)), reservation.release(), reservation.settle(usage(400))]);
  assert.deepEqual(kinds, ['settle']);
});
