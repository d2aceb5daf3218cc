import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle as turns } from '../../support/virtualClock.ts';
import { caughtUp, dayMs, granted, isGranted, machine, request, today, usage } from './ledgerScene.ts';
import type { Usage } from '../../../src/core/model/answer.ts';

test('what is reserved counts at once, and what it took replaces it', async () => {
  const ledger = machine().window();
  const reservation = granted(await ledger.reserve(request(600)));
  const before = today(ledger);
  await reservation.settle(usage(100, 50));
  assert.deepEqual(
    [before, today(ledger)],
    [
      [0, 600],
      [150, 0],
    ],
  );
});

test('what was not sent costs nothing', async () => {
  const ledger = machine().window();
  const reservation = granted(await ledger.reserve(request(600)));
  await reservation.release();
  assert.deepEqual(today(ledger), [0, 0]);
});

test('a reservation that does not fit is refused, with the limit that stands against it, and leaves no trace', async () => {
  const ledger = machine().window();
  await ledger.reserve(request(600));
  const refusal = await ledger.reserve(request(401));
  assert.deepEqual(refusal, { because: 'day', used: 600, limit: 1_000 });
  assert.deepEqual(today(ledger), [0, 600]);
});

test('a reservation that just fits is granted', async () => {
  const ledger = machine().window();
  await ledger.reserve(request(600));
  assert.ok(isGranted(await ledger.reserve(request(400))));
});

test('F177 of eight windows that want the last tokens at once, as many are granted as fit, and all agree', async () => {
  const { window, clock } = machine();
  const windows = Array.from({ length: 8 }, () => window());
  const outcomes = await Promise.all(windows.map(ledger => ledger.reserve(request(300))));
  await Promise.all(windows.map(ledger => caughtUp(ledger, clock)));
  assert.equal(outcomes.filter(isGranted).length, 3);
  assert.deepEqual(
    windows.map(ledger => today(ledger)[1]),
    Array.from({ length: 8 }, () => 900),
  );
});

test('F178 that it can be kept no more, and can be again, is told although no record changes', async () => {
  const { window, log, clock } = machine();
  const own = log.window();
  let durable = true;
  const ledger = window({
    subscribe: (kind, listener) => own.subscribe(kind, listener),
    append: (record, options) => own.append(record, options),
    refresh: () => own.refresh(),
    get durable() {
      return durable;
    },
  });
  const told: boolean[] = [];
  ledger.onDidChange(() => told.push(ledger.kept));
  for (const now of [true, false, false, true]) {
    durable = now;
    await caughtUp(ledger, clock);
    await turns();
  }
  assert.deepEqual(told, [false, true]);
});

test('F179 that it is damaged is said by one of its windows, once a day', async () => {
  const { window, clock } = machine();
  const [one, other] = [window(), window()];
  const said = [await one.sayOnce('damaged'), await caughtUp(other, clock).then(ledger => ledger.sayOnce('damaged'))];
  clock.jump(dayMs);
  said.push(await one.sayOnce('damaged'));
  assert.deepEqual(said, [true, false, true]);
});

test('without limits everything is granted and counted', async () => {
  const ledger = machine({ dayTokens: 0 }).window();
  const reservation = granted(await ledger.reserve(request(9_000_000)));
  await reservation.settle(usage(9_000_000));
  assert.deepEqual([today(ledger), ledger.standing('here').share], [[9_000_000, 0], 0]);
});

test('workspaces have budgets of their own', async () => {
  const ledger = machine().window();
  await ledger.reserve(request(900));
  assert.ok(isGranted(await ledger.reserve(request(900, { workspace: 'there' }))));
});

test('money is one budget for all workspaces', async () => {
  const ledger = machine({ dayTokens: 0, monthUsd: 0.001 }).window();
  await ledger.reserve(request(900));
  const refusal = await ledger.reserve(request(101, { workspace: 'there' }));
  assert.deepEqual(refusal, { because: 'money', used: 0.0009, limit: 0.001 });
});

test('tokens of an unknown price count as tokens, not as money, and are told apart', async () => {
  const ledger = machine({ monthUsd: 1 }).window();
  const reservation = granted(await ledger.reserve(request(500, { price: undefined })));
  await reservation.settle(usage(400));
  const [spending] = ledger.overview();
  assert.deepEqual([today(ledger), spending?.usd, spending?.unpricedTokens], [[400, 0], 0, 400]);
});

test('the month has its own limit, whatever the day', async () => {
  const { window, clock } = machine({ monthTokens: 1_500 });
  const ledger = window();
  await granted(await ledger.reserve(request(900))).settle(usage(900));
  clock.jump(dayMs);
  assert.deepEqual(await ledger.reserve(request(700)), { because: 'month', used: 900, limit: 1_500 });
});

test('one request over the budget is granted and counted when the user lets it', async () => {
  const ledger = machine().window();
  await ledger.reserve(request(900));
  assert.ok(isGranted(await ledger.reserve(request(900, { over: true }))));
  assert.deepEqual(today(ledger), [0, 1_800]);
});

test('F162 what took more than was reserved is settled over, and the next is refused', async () => {
  const ledger = machine().window();
  await granted(await ledger.reserve(request(900))).settle(usage(900, 300));
  assert.deepEqual(await ledger.reserve(request(1)), { because: 'day', used: 1_200, limit: 1_000 });
  assert.equal(ledger.standing('here').spent, 'day');
});

test('F163 a limit that is lowered meanwhile holds for what comes after it, and the attempt settles', async () => {
  const { window, settings } = machine();
  const ledger = window();
  const reservation = granted(await ledger.reserve(request(600)));
  settings.now = { ...settings.now, dayTokens: 500 };
  const refusal = await ledger.reserve(request(1));
  await reservation.settle(usage(550));
  assert.deepEqual([isGranted(refusal), today(ledger)], [false, [550, 0]]);
});

test('F163 what was reserved before midnight is settled to the day and month before it', async () => {
  const { window, clock } = machine();
  const ledger = window();
  clock.jump(Date.UTC(2026, 1, 1) - 10_000 - clock.wall());
  const reservation = granted(await ledger.reserve(request(600)));
  clock.jump(20_000);
  await reservation.settle(usage(600));
  assert.deepEqual([today(ledger), ledger.standing('here').month.used], [[0, 0], 0]);
  clock.jump(-20_000);
  assert.deepEqual([today(ledger), ledger.standing('here').month.used], [[600, 0], 600]);
});

test('F151 an attempt that is settled and given back in one tick is settled once', async () => {
  const ledger = machine().window();
  const reservation = granted(await ledger.reserve(request(600)));
  await Promise.all([reservation.settle(usage(500)), reservation.release(), reservation.settle(usage(400))]);
  assert.deepEqual([today(ledger), ledger.overview()[0]?.attempts], [[500, 0], 1]);
});

const absurd: Readonly<Record<string, unknown>> = {
  negative: -5,
  'not a number': Number.NaN,
  'a million millions': 1e12,
  endless: Infinity,
  text: '500',
  missing: undefined,
};

for (const [name, tokens] of Object.entries(absurd)) {
  test(`F137 a usage that is ${name} is replaced by the estimate, and said to be one`, async () => {
    const ledger = machine().window();
    const reservation = granted(await ledger.reserve(request(600)));
    await reservation.settle({ ...usage(10), outputTokens: tokens } as Usage);
    const { used, estimated } = ledger.standing('here').day;
    assert.deepEqual([used, estimated], [600, 600]);
  });
}

test('F136 what the provider did not report is marked as estimated', async () => {
  const ledger = machine().window();
  await granted(await ledger.reserve(request(600))).settle(usage(100, 20, { exact: false }));
  await granted(await ledger.reserve(request(600))).settle(usage(70));
  const { used, estimated } = ledger.standing('here').day;
  assert.deepEqual([used, estimated], [190, 120]);
});

test('F175 a window that was closed in the middle leaves its estimate, which counts as spent a minute after its deadline', async () => {
  const { window, clock } = machine();
  await window().reserve(request(600));
  const ledger = await caughtUp(window(), clock);
  const before = today(ledger);
  clock.jump(30_000 + 60_000);
  const { used, estimated, reserved } = ledger.standing('here').day;
  assert.deepEqual([before, used, estimated, reserved], [[0, 600], 600, 600, 0]);
});

test('an attempt that is settled long after its deadline replaces its estimate', async () => {
  const { window, clock } = machine();
  const ledger = window();
  const reservation = granted(await ledger.reserve(request(600)));
  clock.jump(3_600_000);
  await reservation.settle(usage(250));
  const { used, estimated } = ledger.standing('here').day;
  assert.deepEqual([used, estimated], [250, 0]);
});

test('F171 a clock that jumps a day there and back corrupts nothing', async () => {
  const { window, clock } = machine({ monthTokens: 2_000 });
  const ledger = window();
  clock.jump(10 * dayMs);
  const first = granted(await ledger.reserve(request(400)));
  clock.jump(dayMs);
  const second = granted(await ledger.reserve(request(400)));
  await first.settle(usage(300));
  clock.jump(-2 * dayMs);
  await granted(await ledger.reserve(request(400))).settle(usage(200));
  await second.settle(usage(100));
  const days = [0, dayMs, dayMs].map(by => (clock.jump(by), today(ledger)[0]));
  assert.deepEqual([days, ledger.standing('here').month.used], [[200, 300, 100], 600]);
});

test('what was cached and what it cost is told', async () => {
  const ledger = machine({ monthUsd: 1 }).window();
  const dear = { input: 10, output: 40, cachedInput: 1 };
  const reservation = granted(await ledger.reserve(request(600, { price: dear })));
  await reservation.settle(usage(500, 100, { cachedInputTokens: 400 }));
  const { money } = ledger.standing('here');
  assert.deepEqual([money.used, ledger.overview()[0]?.cachedInputTokens], [(100 * 10 + 400 + 100 * 40) / 1e6, 400]);
});

test('a limit that is set for one workspace holds there, in every window, until it is removed', async () => {
  const { window, clock } = machine();
  const [one, other] = [window(), window()];
  await one.setLimit('here', 'day', 5_000);
  assert.ok(isGranted(await other.reserve(request(4_000))));
  assert.ok(!isGranted(await other.reserve(request(4_000, { workspace: 'there' }))));
  await other.setLimit('here', 'day', 0);
  await caughtUp(one, clock);
  assert.deepEqual([one.limitsOf('here').dayTokens, one.recordedLimits('here').dayTokens], [1_000, undefined]);
});

test('the last word on a limit counts, even after the clock went back', async () => {
  const { window, clock } = machine();
  const ledger = window();
  await ledger.setLimit('here', 'month', 70_000);
  clock.jump(-dayMs);
  await ledger.setLimit('here', 'month', 60_000);
  assert.equal(ledger.recordedLimits('here').monthTokens, 60_000);
});

test('a warning is said by one window of all, once for each level and day', async () => {
  const { window, clock } = machine();
  const windows = [window(), window(), window()];
  const say = async (level: number) => {
    const said = await Promise.all(windows.map(ledger => ledger.warnOnce('here', 'day', level)));
    return said.filter(Boolean).length;
  };
  const counts = [await say(0.8), await say(0.8), await say(1)];
  clock.jump(dayMs);
  assert.deepEqual([...counts, await say(0.8)], [1, 0, 1, 1]);
});

test('what questions were spared is summed up by cause', async () => {
  const ledger = machine().window();
  const saving = { cause: 'cache', tokens: 120, usd: 0.5, estimated: false } as const;
  await ledger.save('here', [saving, { cause: 'tier', tokens: 0, usd: 0.25, estimated: true }]);
  await ledger.save('here', [saving]);
  const { cacheTokens, cacheMicros, tierMicros } = ledger.overview()[0]?.saved ?? assert.fail();
  assert.deepEqual([cacheTokens, cacheMicros, tierMicros], [240, 1_000_000, 250_000]);
  assert.deepEqual(today(ledger), [0, 0]);
});

test('the month is told for every workspace, what is under way apart', async () => {
  const { window, clock } = machine();
  const ledger = window();
  await granted(await ledger.reserve(request(600))).settle(usage(100, 50));
  await ledger.reserve(request(500, { workspace: 'there' }));
  const told = () =>
    ledger.overview().map(each => [each.workspace, each.inputTokens, each.estimatedTokens, each.reservedTokens]);
  const before = told();
  clock.jump(100_000);
  assert.deepEqual(before, [
    ['here', 100, 0, 0],
    ['there', 0, 0, 500],
  ]);
  assert.deepEqual(told(), [
    ['here', 100, 0, 0],
    ['there', 500, 500, 0],
  ]);
});

test('the standing is the worst of day, month and money', async () => {
  const ledger = machine({ monthTokens: 2_000, monthUsd: 0.001 }).window();
  await granted(await ledger.reserve(request(500))).settle(usage(500));
  await ledger.reserve(request(100, { price: { input: 4, output: 4 } }));
  const { day, month, money, share, spent } = ledger.standing('here');
  assert.deepEqual([day.share, month.share, money.share, share, spent], [0.6, 0.3, 0.9, 0.9, undefined]);
});

test('a change is told soon, many at once as one', async () => {
  const { window, log } = machine();
  const [ledger, other] = [window(), window(log.window())];
  let changes = 0;
  const stop = ledger.onDidChange(() => (changes += 1));
  await other.reserve(request(10));
  await other.reserve(request(10));
  await ledger.refresh();
  await turns();
  const told = changes;
  stop();
  await ledger.reserve(request(10));
  assert.deepEqual([told, changes], [1, 1]);
});

test('what others have written is read at most once a second', async () => {
  const { window, clock } = machine();
  const [ledger, other] = [window(), window()];
  await ledger.refresh();
  await other.reserve(request(10));
  await ledger.refresh();
  const before = today(ledger);
  await caughtUp(ledger, clock);
  assert.deepEqual(
    [before, today(ledger)],
    [
      [0, 0],
      [0, 10],
    ],
  );
});

test('a ledger that was disposed hears nothing more', async () => {
  const { window, clock } = machine();
  const [ledger, other] = [window(), window()];
  ledger.dispose();
  await other.reserve(request(10));
  await caughtUp(ledger, clock);
  assert.deepEqual(today(ledger), [0, 0]);
});
