import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ledger } from '../../../../src/core/budget/ledger.ts';
import { byDay } from '../../../../src/storage/period.ts';
import { logScene } from '../../../storage/fileLog/logScene.ts';
import { caughtUp, dayMs, granted, isGranted, limitsOf, newId, request, today, usage } from '../ledgerScene.ts';

/** Windows with a ledger on the files of one machine. */
function machine(limits = limitsOf({ monthTokens: 2_000 })) {
  const world = logScene();
  const logs = new Set<{ close: () => void }>();
  const window = (): Ledger => {
    const log = world.window({ keep: 2, carryOver: () => ledger.carryOver() });
    logs.add(log);
    const ledger: Ledger = new Ledger({
      log,
      clock: world.clock,
      newId,
      dayOf: byDay,
      limits: (_, recorded) => ({
        ...limits,
        dayTokens: recorded.dayTokens ?? limits.dayTokens,
      }),
    });
    return ledger;
  };
  /** What a window that is opened now knows. */
  const fresh = async () => caughtUp(window(), world.clock);
  const quit = () => logs.forEach(log => log.close());
  return { ...world, window, fresh, quit, bareLog: () => world.window() };
}

/** Spends that much of the day. */
const spend = async (ledger: Ledger, tokens: number) =>
  granted(await ledger.reserve(request(tokens))).settle(usage(tokens));

const month = (ledger: Ledger): number => ledger.standing('here').month.used;

test('what was spent is known to a window that is opened later', async () => {
  const { window, fresh, quit } = machine();
  await spend(window(), 300);
  quit();
  assert.deepEqual(today(await fresh()), [300, 0]);
});

test('F163 a new day begins at nothing, and its file says what the month has spent', async () => {
  const { window, fresh, clock, at, today: file } = machine();
  const ledger = window();
  await spend(ledger, 300);
  const yesterday = at(file());
  clock.jump(dayMs);
  await spend(ledger, 200);
  rmSync(yesterday);
  const other = await fresh();
  assert.deepEqual([today(ledger), month(ledger)], [[200, 0], 500]);
  assert.deepEqual([today(other), month(other)], [[200, 0], 500]);
});

test('F163 what is under way when a new file begins is settled to its own day, and known there', async () => {
  const { window, fresh, clock } = machine();
  const ledger = window();
  const reservation = granted(await ledger.reserve(request(600)));
  clock.jump(dayMs);
  await spend(ledger, 100);
  const before = await fresh();
  const reserved = before.standing('here').month;
  await reservation.settle(usage(450));
  const after = await fresh();
  assert.deepEqual(
    [reserved.used + reserved.reserved, month(after), month(ledger), today(after)],
    [700, 550, 550, [100, 0]],
  );
});

test('F163 a new month begins at nothing, and the old one can still be settled', async () => {
  const { window, fresh, clock } = machine();
  clock.jump(new Date(2026, 1, 1).getTime() - 5_000 - clock.wall());
  const ledger = window();
  await spend(ledger, 400);
  const reservation = granted(await ledger.reserve(request(500)));
  clock.jump(10_000);
  await spend(ledger, 100);
  await reservation.settle(usage(450));
  const other = await fresh();
  const now = [month(ledger), month(other)];
  clock.jump(-15_000);
  assert.deepEqual([now, month(ledger), month(other)], [[100, 100], 850, 850]);
});

test('windows that turn the day together agree, and count nothing twice', async () => {
  const { window, fresh, clock } = machine();
  const windows = Array.from({ length: 4 }, () => window());
  for (const ledger of windows) await spend(ledger, 50);
  clock.jump(dayMs);
  await Promise.all(windows.map(ledger => spend(ledger, 30)));
  await Promise.all(windows.map(ledger => caughtUp(ledger, clock)));
  const all = [...windows, await fresh()];
  assert.deepEqual(
    all.map(month),
    all.map(() => 320),
  );
  assert.deepEqual(
    all.map(ledger => today(ledger)),
    all.map(() => [120, 0]),
  );
});

test('F171 a clock that jumps a day ahead and back forgets nothing of the month', async () => {
  const { window, fresh, clock, quit } = machine();
  const ledger = window();
  await spend(ledger, 300);
  clock.jump(dayMs);
  await spend(ledger, 200);
  clock.jump(-2 * dayMs);
  await spend(ledger, 100);
  clock.jump(dayMs);
  await spend(ledger, 50);
  quit();
  const other = await fresh();
  assert.deepEqual(
    [today(other), today(ledger)],
    [
      [350, 0],
      [350, 0],
    ],
  );
  clock.jump(dayMs);
  assert.deepEqual(
    [today(other), today(ledger)],
    [
      [200, 0],
      [200, 0],
    ],
  );
});

test('limits, warnings and what was spared outlive the file that they were written in', async () => {
  const { window, fresh, clock, at, today: file } = machine();
  const ledger = window();
  await ledger.setLimit('here', 'day', 9_000);
  await ledger.warnOnce('here', 'month', 0.8);
  await ledger.save('here', [{ cause: 'cache', tokens: 70, estimated: false }]);
  const files = [at(file())];
  for (let day = 0; day < 3; day += 1) {
    clock.jump(dayMs);
    await spend(ledger, 10);
    files.push(at(file()));
  }
  for (const old of files.slice(0, -1)) rmSync(old, { force: true });
  const other = await fresh();
  assert.equal(other.limitsOf('here').dayTokens, 9_000);
  assert.equal(await other.warnOnce('here', 'month', 0.8), false);
  assert.equal(other.overview()[0]?.saved.cacheTokens, 70);
});

test('F178 after the folder was deleted the windows go on, and what they know is not forgotten', async () => {
  const { window, fresh, clock, folder } = machine();
  const [one, other] = [window(), window()];
  await spend(one, 300);
  await spend(other, 200);
  await caughtUp(one, clock);
  const held = granted(await one.reserve(request(100)));
  await caughtUp(other, clock);
  rmSync(folder, { recursive: true });
  await spend(one, 50);
  await spend(other, 60);
  await held.settle(usage(70));
  const late = await fresh();
  for (const ledger of [one, other]) await caughtUp(ledger, clock);
  assert.deepEqual(
    [one, other, late].map(ledger => today(ledger)),
    [
      [680, 0],
      [680, 0],
      [680, 0],
    ],
  );
});

test('F178 where nothing can be kept half of what was left is granted, and all of it again when it can', async () => {
  const { window, fresh, clock, folder, makeFolder, troubles } = machine(limitsOf());
  const ledger = window();
  await spend(ledger, 200);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder should be');
  const outcomes = [
    await ledger.reserve(request(401)),
    await ledger.reserve(request(300)),
    await ledger.reserve(request(101)),
  ];
  const isKept = ledger.kept;
  const more = await ledger.reserve(request(100));
  rmSync(folder);
  makeFolder();
  clock.jump(10_000);
  await caughtUp(ledger, clock);
  const later = await ledger.reserve(request(400));
  assert.deepEqual(outcomes.map(isGranted), [false, true, false]);
  assert.deepEqual(outcomes[2], { because: 'day', used: 500, limit: 600 });
  assert.deepEqual([isKept, isGranted(more), ledger.kept, isGranted(later)], [false, true, true, true]);
  assert.deepEqual(today(await fresh()), [200, 800]);
  assert.equal(troubles.length, 1);
});

test('F178 the reservation with which the trouble begins is held to half of what was left, too', async () => {
  const { window, folder } = machine(limitsOf());
  writeFileSync(folder, '');
  const ledger = window();
  assert.deepEqual(await ledger.reserve(request(501)), { because: 'day', used: 0, limit: 500 });
  assert.ok(isGranted(await ledger.reserve(request(500))));
  assert.deepEqual(today(ledger), [0, 500]);
});

test('F178 without limits a ledger that cannot be kept still grants everything', async () => {
  const { window, folder } = machine(limitsOf({ dayTokens: 0 }));
  writeFileSync(folder, '');
  const ledger = window();
  await spend(ledger, 9_000);
  assert.ok(isGranted(await ledger.reserve(request(9_000))));
});

test('F179 a folder in the place of the file is set aside, and the ledger begins anew', async () => {
  const { window, fresh, at, today: file, makeFolder, troubles } = machine();
  makeFolder();
  mkdirSync(at(file()));
  const ledger = window();
  await spend(ledger, 100);
  assert.deepEqual([today(await fresh()), ledger.kept, troubles], [[100, 0], true, ['set-aside']]);
});

test('F174 what is settled while the window closes stands in the file when that returns', async () => {
  const { window, fresh, quit } = machine();
  const ledger = window();
  const reservations = [];
  for (let stream = 0; stream < 5; stream += 1) reservations.push(granted(await ledger.reserve(request(100))));
  for (const reservation of reservations) void reservation.settle(usage(20));
  quit();
  assert.deepEqual(today(await fresh()), [100, 0]);
});

test('records of a later version, of nobody, and with absurd numbers are passed over', async () => {
  const { window, fresh, bareLog } = machine();
  await spend(window(), 100);
  const log = bareLog();
  const place = { op: 'x', ws: 'here', day: '2026-01-01' };
  const amount = { input: 1, output: 1, micros: 1 };
  for (const record of [
    { kind: 'settle', ...place },
    { kind: 'settle', ...place, ...amount, input: -500, cached: 0, exact: true },
    { kind: 'settle', ...place, ...amount, input: 1e12, cached: 0, exact: true },
    { kind: 'settle', ...place, day: 'some day', ...amount, cached: 0, exact: true },
    { kind: 'reserve', ...place, ...amount },
    { kind: 'sum', ws: 'here', period: '2026', input: 900 },
    { kind: 'sum', ws: 'here', period: '2026-01-01', input: -900 },
    { kind: 'limit', ws: 'here', which: 'year', tokens: 5, at: 5 },
    { kind: 'transfer', ws: 'here', tokens: 100 },
  ])
    await log.append(record);
  assert.deepEqual(today(await fresh()), [100, 0]);
});
