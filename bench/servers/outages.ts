import { restAfter } from '../../src/core/resilience/restAfter.ts';
import type { Figures } from '../harness/bench.ts';

/** One way to leave a failing server alone. */
interface Schedule {
  /** Requests that reach the server before the circuit opens. */
  readonly untilOpen: number;
  /** How long it rests after so many failed probes, ms, with the most jitter. */
  readonly restMs: (failedProbes: number) => number;
}

const limits = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };
const mostJitter = 1.1;
const minuteMs = 60_000;

/** Five failed questions, each tried twice while another target stands by; then as `restAfter` says. */
const growing: Schedule = { untilOpen: 10, restMs: probes => restAfter(probes, limits) * mostJitter };
/** Five failed attempts; a minute that doubles up to five: what was before, and what most libraries do. */
const doubling: Schedule = {
  untilOpen: 5,
  restMs: probes => Math.min(5 * minuteMs, minuteMs * 2 ** probes) * mostJitter,
};

/** A user who never stops asking. */
const askedEveryMs = 1_000;

/** Seconds out of order, and the longest that may pass until it is asked again. */
const outagesS = [
  { outage: 6, most: 6.5 },
  { outage: 60, most: 20 },
  { outage: 600, most: 60 },
  { outage: 3_600, most: 331 },
] as const;

/** Requests that a failing server gets, against how soon it is asked again when it has recovered; worked out, not measured. */
export function outages(): Promise<Figures> {
  const played = outagesS.map(each => ({
    ...each,
    ours: play(growing, each.outage * 1_000),
    before: play(doubling, each.outage * 1_000),
  }));
  return Promise.resolve({
    rows: played.map(({ outage, ours, before }) => ({
      measure: `outage of ${outage} s: seconds until it is asked again, and requests in it`,
      steadfast: `${seconds(ours.returnMs)} s, ${ours.requests}`,
      baseline: `${seconds(before.returnMs)} s, ${before.requests}`,
      remark: 'baseline: a minute that doubles; with the most jitter, at the worst moment',
    })),
    goals: [
      ...played.map(({ outage, most, ours }) => ({
        name: `servers asked again after an outage of ${outage} s`,
        value: ours.returnMs / 1_000,
        limit: most,
        unit: 's',
      })),
      { name: 'servers probes in five seconds', value: mostProbesIn(5_000), limit: 1 },
    ],
  });
}

/** The worst moment for the server to recover is just after a probe. */
function play(
  { untilOpen, restMs }: Schedule,
  outageMs: number,
): { readonly returnMs: number; readonly requests: number } {
  let [now, requests, probes] = [askedEveryMs * limits.failureThreshold, untilOpen, 0];
  let longest = 0;
  while (now <= outageMs) {
    const rest = restMs(probes);
    longest = rest;
    now += rest;
    if (now <= outageMs) requests += 1;
    probes += 1;
  }
  return { returnMs: longest + askedEveryMs, requests };
}

/** Without jitter, which only adds to a rest. */
const mostProbesIn = (spanMs: number): number => Math.ceil(spanMs / restAfter(0, limits));

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
