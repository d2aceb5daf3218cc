import { getEventListeners } from 'node:events';
import { maxAttempts } from '../../src/core/model/question.ts';
import { runDry, put, type PlayedQuestion, type Played } from './play.ts';
import type { AskedQuestion, Schedule } from './schedule.ts';
import type { Server } from './server.ts';
import { breakerOptions, type Window } from './world.ts';

const graceMs = 50;
/** Moments are told to other windows in whole milliseconds. */
const roundingMs = 2;
/** What is heard of another window holds for an hour at most, so rests that last nearly that long are all one. */
const comparedMs = 3_000_000;
const watchedCapMs = 300_000;
/** A window holds its right to try again for so long. */
const claimMs = 40_000;

/** Everything that must hold after a schedule was played, as sentences of what does not; [] is well. */
export function violations(played: Played, schedule: Schedule): readonly string[] {
  const { broken, servers, windows, asked, journal, clock } = played;
  return [
    ...broken,
    ...asked.flatMap(one => questionViolations(one, played)),
    ...asked
      .filter(({ id }) => journal.filter(entry => entry.id === id).length !== 1)
      .map(({ id }) => `${id} is not in the journal once`),
    ...servers.flatMap(server => [...limiterViolations(server, schedule), ...openViolations(server)]),
    ...(schedule.slowestDiskMs > 100 ? [] : servers.flatMap(probeViolations)),
    ...servers.flatMap(({ target }) =>
      windows.flatMap(({ circuits }, at) =>
        circuits.of(target).state.is === 'half-open' ? [`window ${at} lost the permit to try ${target.id} again`] : [],
      ),
    ),
    ...(clock.waiting > 0 ? [`${clock.waiting} timers are left`] : []),
  ];
}

function questionViolations(one: PlayedQuestion, { servers }: Played): string[] {
  const found: string[] = [];
  const { id, until, askedAt, settledAt = Infinity, cancelledAt, shown, answer, signal } = one;
  const calls = servers.flatMap(server => server.calls).filter(({ question }) => question === id).length;
  if (calls > maxAttempts) found.push(`${id} made ${calls} attempts`);
  const latest = isFlowing(one, servers) ? Math.max(until, askedAt + watchedCapMs) : until;
  if (settledAt > latest + graceMs) found.push(`${id} outlived its deadline by ${settledAt - latest} ms`);
  if (cancelledAt !== undefined && settledAt > cancelledAt + graceMs) found.push(`${id} outlived its cancel`);
  if (one.settlings.length > 1) found.push(`${id} settled ${one.settlings.length} times`);
  if (shown !== '' && answer !== undefined && shown !== answer)
    found.push(`${id} showed ${shown} and answered ${answer}`);
  if (getEventListeners(signal, 'abort').length > 0) found.push(`${id} left a listener behind`);
  return found;
}

/** Was its answer being written when its time was up? What a user waits for unwatched may be another question's call. */
function isFlowing(
  { isWatched, priority, firstProgressAt, until, window }: PlayedQuestion,
  servers: readonly Server[],
) {
  if (isWatched) return firstProgressAt !== undefined && firstProgressAt <= until + graceMs;
  const calls = servers.flatMap(server => server.calls).filter(call => call.window === window);
  return (
    priority === 'interactive' &&
    calls.some(call => (call.firstProgressAt ?? Infinity) <= until + graceMs && (call.endedAt ?? Infinity) >= until)
  );
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
    const isCrowded = own.some(
      ({ besides }) => besides.filter(call => call.window === window).length >= rate.concurrent,
    );
    return [
      ...(isBeyond ? [`window ${window} asked ${target.id} more often than its measure`] : []),
      ...(isCrowded ? [`window ${window} asked ${target.id} more at a time than its measure`] : []),
    ];
  });
}

/** Over both windows one at a time tries a failing server again, as long as its right lasts. */
function probeViolations({ calls, target }: Server): string[] {
  const isDouble = calls.some(
    ({ isProbe, beganAt, besides }) =>
      isProbe && besides.some(other => other.isProbe && beganAt - other.beganAt < claimMs - 1_000),
  );
  return isDouble ? [`two tried ${target.id} at once`] : [];
}

const openViolations = ({ calls, target }: Server): string[] =>
  calls.some(({ endedAt }) => endedAt === undefined) ? [`a request at ${target.id} was left open`] : [];

/**
 * What the two windows, having heard all of each other, hold differently: another circuit, a gate for another reason, or one
 * that is over at another moment, be it over for one of them already.
 */
export async function disagreements(played: Played): Promise<readonly string[]> {
  await hearAll(played);
  const [one, two] = played.windows;
  return played.servers.flatMap(({ target }) => {
    const [held, other] = [heldBy(one, target), heldBy(two, target)];
    const agree =
      held.state === other.state &&
      held.gates.every(({ because, leftMs }, at) => {
        const { because: reason, leftMs: otherLeftMs = 0 } = other.gates[at] ?? {};
        const isOver = Math.min(leftMs, otherLeftMs) <= roundingMs;
        return (isOver || because === reason) && Math.abs(leftMs - otherLeftMs) <= roundingMs;
      });
    return agree ? [] : [`of ${target.id} one window holds: ${JSON.stringify([held, other])}`];
  });
}

function heldBy({ circuits, clock }: Window, target: Server['target']) {
  const gates = [target.id, target.origin].map(key => {
    const gate = circuits.cooldowns.closed.get(key);
    return { because: gate?.because, leftMs: Math.min(comparedMs, Math.max(0, (gate?.until ?? 0) - clock.now())) };
  });
  return { state: circuits.of(target).state.is, gates };
}

/** When the faults are over and all rests too, every server answers, and all is as in the beginning. */
export async function convergence(played: Played): Promise<readonly string[]> {
  const { clock, servers, windows } = played;
  for (const server of servers) server.heal();
  await userMakesGood(played);
  clock.skipTo(clock.now + breakerOptions.maxRecoveryMs * 1.1 + longestCooldownMs);
  await hearAll(played);
  const unanswered: string[] = [];
  for (const [at, { target }] of servers.entries()) {
    const one = put(played, { ...lastQuestion, window: at === 1 ? 1 : 0 }, { id: `last-${at}`, only: [target.id] });
    await runDry(played);
    if (one.answer === undefined) unanswered.push(`${target.id} is not asked again: ${String(one.settlings[0])}`);
  }
  await hearAll(played);
  return [...unanswered, ...windows.flatMap((window, at) => servers.flatMap(server => remains(server, window, at)))];
}

/** A new key, money, and what is paused resumed: all in the first window. */
async function userMakesGood(played: Played): Promise<void> {
  const [first, second] = played.windows;
  for (const { target } of played.servers) {
    first.circuits.cooldowns.open(target);
    if ([first, second].some(({ circuits }) => circuits.of(target).state.is === 'paused')) first.circuits.reset(target);
  }
  await runDry(played);
}

function remains({ target }: Server, { circuits, limiters }: Window, at: number): string[] {
  const { is } = circuits.of(target).state;
  const gate = circuits.cooldowns.of(target);
  return [
    ...(is === 'closed' ? [] : [`window ${at} still holds the circuit of ${target.id} ${is}`]),
    ...(gate ? [`window ${at} still holds a gate of ${target.id}: ${gate.because}`] : []),
    ...(limiters.of(target).hold(1)?.because === 'busy' ? [`window ${at} keeps places at ${target.id}`] : []),
  ];
}

const longestCooldownMs = 60_000;
const lastQuestion: Omit<AskedQuestion, 'window'> = {
  afterMs: 0,
  words: 'one',
  watched: false,
  priority: 'interactive',
  totalMs: 30_000,
  cancelAfterMs: undefined,
  fresh: true,
};

/** Both windows read what the other one has said. */
async function hearAll(played: Played): Promise<void> {
  played.clock.skipTo(played.clock.now + 2_000);
  for (const { shared } of played.windows) void shared.catchUp();
  await runDry(played);
}
