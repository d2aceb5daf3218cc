import { getEventListeners } from 'node:events';
import { maxAttempts } from '../../src/core/ask.ts';
import { runDry, put, type Asked, type Played } from './play.ts';
import type { Schedule } from './schedule.ts';
import type { Call, Server } from './server.ts';
import { breakerOptions } from './world.ts';

const graceMs = 50;
const watchedCapMs = 300_000;
/** A window holds its right to try again for so long. */
const claimMs = 40_000;

/** Everything that must hold after a schedule was played, as sentences of what does not; [] is well. */
export function violations(played: Played, schedule: Schedule): readonly string[] {
  const { broken, servers, asked, journal, clock } = played;
  return [
    ...broken,
    ...asked.flatMap(one => questionViolations(one, played)),
    ...asked.filter(({ id }) => journal.filter(entry => entry.id === id).length !== 1).map(({ id }) => `${id} is not in the journal once`),
    ...servers.flatMap(server => limiterViolations(server, schedule)),
    ...(schedule.slowestDiskMs > 100 ? [] : servers.flatMap(probeViolations)),
    ...(clock.waiting > 0 ? [`${clock.waiting} timers are left`] : []),
  ];
}

function questionViolations(one: Asked, { servers }: Played): string[] {
  const found: string[] = [];
  const { id, until, askedAt, settledAt = Infinity, cancelledAt, shown, answer, signal } = one;
  const calls = servers.flatMap(server => server.calls).filter(({ question }) => question === id).length;
  if (calls > maxAttempts) found.push(`${id} made ${calls} attempts`);
  const isFlowing = one.firstTextAt !== undefined && one.firstTextAt <= until + graceMs;
  const latest = isFlowing ? Math.max(until, askedAt + watchedCapMs) : until;
  if (settledAt > latest + graceMs) found.push(`${id} outlived its deadline by ${settledAt - latest} ms`);
  if (cancelledAt !== undefined && settledAt > cancelledAt + graceMs) found.push(`${id} outlived its cancel`);
  if (one.settlings.length > 1) found.push(`${id} settled ${one.settlings.length} times`);
  if (shown !== '' && answer !== undefined && shown !== answer) found.push(`${id} showed ${shown} and answered ${answer}`);
  if (getEventListeners(signal, 'abort').length > 0) found.push(`${id} left a listener behind`);
  return found;
}

/** One window never asks a server more often than a token bucket of the measure would let it, nor more at a time. */
function limiterViolations({ calls, target }: Server, { rate }: Schedule): string[] {
  return [0, 1].flatMap(window => {
    const own = calls.filter(call => call.window === window);
    let level = rate.requestsPerMinute;
    let at = 0;
    const isBeyond = own.some(({ beganAt }) => {
      level = Math.min(rate.requestsPerMinute, level + ((beganAt - at) * rate.requestsPerMinute) / 60_000) - 1;
      at = beganAt;
      return level < -1e-6;
    });
    const isCrowded = own.some(call => own.filter(other => isUnderWayAt(other, call)).length > rate.concurrent);
    return [
      ...(isBeyond ? [`window ${window} asked ${target.id} more often than its measure`] : []),
      ...(isCrowded ? [`window ${window} asked ${target.id} more at a time than its measure`] : []),
    ];
  });
}

const isUnderWayAt = (other: Call, { beganAt }: Call): boolean =>
  other.beganAt <= beganAt && (other.endedAt === undefined || other.endedAt > beganAt);

/** Over both windows one at a time tries a failing server again, as long as its right lasts. */
function probeViolations({ calls, target }: Server): string[] {
  const probes = calls.filter(({ isProbe }) => isProbe);
  const isDouble = probes.some(probe =>
    probes.some(other => other !== probe && isUnderWayAt(other, probe) && probe.beganAt - other.beganAt < claimMs - 1_000),
  );
  return isDouble ? [`two tried ${target.id} at once`] : [];
}

/** When the faults are over and all rests too, every window gets an answer of every server, and all is as in the beginning. */
export async function convergence(played: Played): Promise<readonly string[]> {
  const { clock, servers, windows, broken } = played;
  for (const { target } of servers) {
    windows[0].circuits.gates.open(target); // the user put in another key
    if (windows.some(({ circuits }) => circuits.of(target).state.is === 'paused')) windows[0].circuits.reset(target);
  }
  for (const server of servers) server.heal();
  await runDry(played);
  clock.skipTo(clock.now + breakerOptions.maxRecoveryMs * 1.1 + 60_000);
  for (const [at, { target }] of servers.entries()) {
    for (const window of [0, 1] as const) {
      const id = `last-${at}-${window}`;
      const asked = { window, words: 'one', watched: false, priority: 'interactive', totalMs: 30_000, afterMs: 0, cancelAfterMs: undefined, fresh: true } as const;
      const one = put(played, asked, id, { only: [target.id] });
      await runDry(played);
      if (one.answer === undefined) broken.push(`${id} was not answered by ${target.id}: ${String(one.settlings[0])}`);
    }
  }
  clock.skipTo(clock.now + 2_000);
  for (const { shared } of windows) void shared.catchUp();
  await runDry(played);
  return servers.flatMap(({ target }) =>
    windows.flatMap(({ circuits, limiters }, at) => [
      ...(circuits.of(target).state.is === 'closed' ? [] : [`window ${at} still holds the circuit of ${target.id} ${circuits.of(target).state.is}`]),
      ...(circuits.gates.of(target) ? [`window ${at} still holds a gate of ${target.id}`] : []),
      ...(limiters.of(target).hold(1)?.because === 'busy' ? [`window ${at} never got its places at ${target.id} back`] : []),
    ]),
  );
}
