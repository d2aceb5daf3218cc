import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { doctorLimitMs, runDoctor, type DoctorCheck } from '../../../src/interaction/doctor/runDoctor.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const fine: DoctorCheck = { area: 'host', look: () => [{ area: 'host', code: 'trusted', level: 'fine' }] };
const hanging: DoctorCheck = { area: 'servers', look: () => new Promise(() => undefined) };

function begin(checks: readonly DoctorCheck[]) {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const errors: unknown[] = [];
  const report = runDoctor(checks, {
    clock,
    signal: stop.signal,
    onError: (area, error) => errors.push([area, error]),
  });
  return { clock, stop, errors, report };
}

// flutter/flutter#140319, #151219: one check hung, and the doctor gave up after four and a half minutes
test('a check that hangs is said not to be known, after less than five seconds, and the others stand', async () => {
  const { clock, report } = begin([hanging, fine]);
  await clock.pass(doctorLimitMs);
  const { findings, tookMs } = await report;
  assert.deepEqual(findings, [
    { area: 'servers', code: 'check-late', level: 'unchecked', limitMs: doctorLimitMs },
    { area: 'host', code: 'trusted', level: 'fine' },
  ]);
  assert.ok(tookMs <= 5_000);
  assert.equal(clock.waiting, 0);
});

// flutter/flutter#126800: "the doctor check crashed" · npm/npm#16733: a 404 ended the whole doctor
// diazoxide/charter#179: checks that could not run were shown as healthy
test('a check that throws costs its own line only, is not taken for fine, and the log hears why', async () => {
  const broken: DoctorCheck = { area: 'storage', look: () => Promise.reject(new Error('a bug')) };
  const { errors, report } = begin([broken, fine]);
  const { findings } = await report;
  assert.deepEqual(
    findings.map(({ code, level }) => [code, level]),
    [
      ['trusted', 'fine'],
      ['check-failed', 'unchecked'],
    ],
  );
  assert.deepEqual(errors, [['storage', new Error('a bug')]]);
});

// npm/cli#3576: without a network it froze, and nothing ended it
test('who cancels gets at once what was known by then, and what was not looked at says so', async () => {
  const { clock, stop, errors, report } = begin([hanging, fine]);
  await clock.pass(10);
  stop.abort(new Failure('cancelled'));
  const { findings, isCancelled, tookMs } = await report;
  assert.deepEqual(
    [isCancelled, tookMs, findings.map(({ code }) => code), errors],
    [true, 10, ['check-cancelled', 'trusted'], []],
  );
  assert.equal(clock.waiting, 0);
});

test('a report is plain JSON with its format and its time', async () => {
  const { report } = begin([fine]);
  const made = await report;
  assert.deepEqual(JSON.parse(JSON.stringify(made)), made);
  assert.deepEqual([made.format, made.madeAt], [1, '2026-01-01T00:00:01.000Z']);
});

test('findings come in the order of the sections, and those of one section in that of their check', async () => {
  const late: DoctorCheck = {
    area: 'versions',
    look: () => [{ area: 'versions', code: 'steadfast', level: 'fine', version: '1' }],
  };
  const { report } = begin([late, fine]);
  assert.deepEqual(
    (await report).findings.map(({ area }) => area),
    ['host', 'versions'],
  );
});
