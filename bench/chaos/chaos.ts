import path from 'node:path';
import { say } from '../../scripts/support/say.ts';
import type { Figures } from '../harness/bench.ts';
import { runProcess } from '../harness/processes.ts';
import type { DeadPrimary } from './contests/deadPrimary.ts';
import type { HostileFigures } from './contests/hostileProcess.ts';
import type { MixPlayed } from './contests/mixContest.ts';
import type { Soak } from './contests/soakProcess.ts';
import type { StallCalls } from './contests/stalls.ts';
import { deadFigures } from './figures/deadFigures.ts';
import { honestyFigures, mixFigures } from './figures/mixFigures.ts';
import { cancelFigures, hostileFigures, soakFigures, stallFigures } from './figures/otherFigures.ts';
import { outageFigures } from './figures/outageFigures.ts';
import { faultRows, silentFaults } from './figures/rowFigures.ts';
import { seed } from './server/chance.ts';
import { hostileTitles, type HostileId } from './server/hostile.ts';
import { mix } from './server/mix.ts';
import type { Regime } from './server/regime.ts';
import { baseUrlAt, startChaosServer, type ChaosServer } from './server/server.ts';
import { attemptLimits, breakerOptions, deadlineMs, retrying } from './sides/rules.ts';

/** How Steadfast and others bear faults: C1 to C6 and C11 to C13, side by side. Less than five minutes on two cores. */
export async function chaos(): Promise<Figures> {
  const server = await startChaosServer();
  try {
    const parts = [
      ...(await mixes(server)),
      stallFigures((await contest(server, 'stalls')) as StallCalls),
      deadFigures((await contest(server, 'dead')) as DeadPrimary, await server.requests()),
      cancelFigures((await run('cancelProcess')) as Parameters<typeof cancelFigures>[0]),
      await hostile(server),
    ];
    return {
      preface: rules(parts.flatMap(({ preface = [] }) => preface)),
      rows: parts.flatMap(({ rows }) => rows),
      goals: parts.flatMap(({ goals }) => goals),
    };
  } finally {
    server.stop();
  }
}

async function mixes(server: ChaosServer): Promise<readonly Figures[]> {
  // what runs in virtual time runs beside, with less claim on the machine
  const [six, others] = await Promise.all([contest(server, 'mix', 6) as Promise<MixPlayed>, steady()]);
  const twenty = (await contest(server, 'mix', 20)) as MixPlayed;
  const played = new Map([
    [6, six.sides],
    [20, twenty.sides],
  ]);
  const silent = silentFaults(played);
  return [
    mixFigures(6, six),
    mixFigures(20, twenty),
    honestyFigures([six, twenty]),
    {
      preface: [`Taken for an answer by the bare SDK: ${silent.join(', ')} (${silent.length} of ${mix.length}).`],
      rows: faultRows(played),
      goals: [],
    },
    ...others,
  ];
}

async function hostile(server: ChaosServer): Promise<Figures> {
  say('hostile streams');
  const at = (regime: Regime, side: string): string => baseUrlAt(server.ports[0], 'openai', { side, regime });
  const read = async (id: HostileId, side: string): Promise<HostileFigures> =>
    (await run(
      'hostileProcess',
      side,
      at('mix-0', side),
      at('hostile-long', side),
      at(`hostile-${id}`, side),
    )) as HostileFigures;
  const pairs = [];
  for (const id of Object.keys(hostileTitles) as HostileId[]) {
    const steadfast = await read(id, 'steadfast');
    const sdk = await read(id, 'sdk');
    pairs.push({ title: `${id} ${hostileTitles[id]}: memory, loop p99.9`, steadfast, sdk });
  }
  return hostileFigures(pairs);
}

/** What no clock of the machine plays a part in. */
async function steady(): Promise<readonly Figures[]> {
  const [steadfast, sdk, outage] = await Promise.all([
    run('soakProcess', 'steadfast'),
    run('soakProcess', 'sdk'),
    outageFigures(),
  ]);
  return [soakFigures(steadfast as Soak, sdk as Soak), outage];
}

async function contest({ ports }: ChaosServer, part: 'mix' | 'stalls' | 'dead', percent = 0): Promise<unknown> {
  say(`${part} ${percent > 0 ? `${percent} %` : ''}`);
  return run('chaosProcess', part, String(percent), ...ports.map(String));
}

const run = (name: string, ...scriptArguments: readonly string[]): Promise<unknown> =>
  runProcess(path.join(import.meta.dirname, 'contests', `${name}.ts`), ...scriptArguments);

function rules(more: readonly string[]): readonly string[] {
  const { connectMs, firstTokenMs, idleMs } = attemptLimits;
  const { failureThreshold, recoveryMs } = breakerOptions;
  return [
    `Seed ${seed}. Mix, each as likely: ${mix.map(({ id }) => id).join(' ')}.`,
    'They pass with the request; faults of keys, purses, rates, addresses and networks last and are in the fault rows. F114 is',
    'excluded: a chunk that came twice cannot be known. The answer to each question is its own; half of them are watched.',
    `Limits, about a ninth of real life, the same for all: deadline ${deadlineMs} ms, a try ${connectMs}/${firstTokenMs}/${idleMs} ms`,
    `(connect/first text/idle), ${retrying.maxRetries} retries from ${retrying.baseDelayMs} ms, circuit ${failureThreshold} in a row, rest ${recoveryMs} ms; no rate limit.`,
    'SDK: its two retries; SDK-once: none; both with the time limit of a try and no deadline, given up after 6 s (hung). cockatiel:',
    'retry, breaker and timeout around the SDK, the whole within the deadline, with two providers a fallback to the same again.',
    ...more,
  ];
}
