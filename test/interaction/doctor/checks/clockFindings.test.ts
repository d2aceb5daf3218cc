import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockFindings, mostSkewMs } from '../../../../src/interaction/doctor/checks/clockFindings.ts';

const hereMs = Date.UTC(2026, 0, 1);
const timeAt = (host: string, skewMs: number, isHere = false) => ({
  about: { host, targets: [host], labels: [host] },
  serverMs: hereMs + skewMs,
  hereMs,
  isHere,
});

test('a clock within a minute is fine, one that is further off is a warning, before and behind', () => {
  const levels = [0, mostSkewMs, -mostSkewMs, mostSkewMs + 1, -3_600_000].map(
    skewMs => clockFindings([timeAt('a', skewMs)])[0]?.level,
  );
  assert.deepEqual(levels, ['fine', 'fine', 'fine', 'warning', 'warning']);
});

// calzoneman/sync#795, kryptco/kr#120: a wrong clock was hard to find behind refused certificates and signatures
test('when another server agrees with this machine, it is the server whose clock is off', () => {
  const alone = clockFindings([timeAt('good', 500), timeAt('bad', 3_600_000)]);
  const both = clockFindings([timeAt('one', 3_600_000), timeAt('two', 3_600_500)]);
  assert.deepEqual(
    [...alone, ...both].map(finding => finding.code === 'clock' && finding.isAlone),
    [false, true, false, false],
  );
});

test('a server on this machine has the same clock, so it proves nothing about that of another', () => {
  const [, far] = clockFindings([timeAt('here', 0, true), timeAt('far', 3_600_000)]);
  assert.equal(far?.code === 'clock' && far.isAlone, false);
});
