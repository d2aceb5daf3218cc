import { describe, type StatusView } from '../../src/core/status/status.ts';
import { pictureOf } from '../../src/interaction/status/statusPicture.ts';
import type { Figures } from '../harness/bench.ts';
import { median, p99 } from '../harness/statistics.ts';

const rounds = 300;
const perRound = 20;
const mostUs = 50;

/** How long it takes to work out what the status bar says, with twenty targets of which some rest. */
export function statusFigures(): Figures {
  const [worked, drawn]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const views = Array.from({ length: perRound }, (_, index) => viewAt(round * perRound + index));
    const began = performance.now();
    const all = views.map(describe);
    const described = performance.now();
    for (const status of all) pictureOf(status);
    worked.push(((described - began) * 1_000) / perRound);
    drawn.push(((performance.now() - described) * 1_000) / perRound);
  }
  const value = median(worked);
  return {
    rows: [
      {
        measure: 'status function, 20 targets',
        steadfast: `${value.toFixed(1)} µs`,
        remark: `p99 ${p99(worked).toFixed(1)} µs; its text and tooltip besides ${median(drawn).toFixed(0)} µs`,
      },
    ],
    goals: [{ name: 'status function', value, limit: mostUs, unit: 'µs' }],
  };
}

const viewAt = (nowMs: number): StatusView => ({
  targets: Array.from({ length: 20 }, (_, index) => ({
    ...{ id: `t${index}`, label: `Target ${index}`, cooldown: undefined, p50Ms: 900 },
    circuit: index % 4 === 0 ? { is: 'open', until: nowMs + 20_000 } : { is: 'closed' },
  })),
  ...{ working: undefined, restricted: false, enabled: true, localOnly: false, offline: false, nowMs },
  outcome: { kind: 'fallback', by: 't1', insteadOf: 't0', because: 'circuit-open' },
});
