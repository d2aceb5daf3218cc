import type { AboutServer, ServerFinding } from './serverFinding.ts';

/** What time a server had when it replied. */
export interface ServerTime {
  readonly about: AboutServer;
  /** Wall-clock ms: by its clock, and by ours at the same moment. */
  readonly serverMs: number;
  readonly hereMs: number;
  /** It runs on this machine, so its clock is ours and proves nothing. */
  readonly isHere: boolean;
}

/**
 * More than this is said, ms. Certificates begin to count at a moment, often of the same hour, and signed requests and tokens are
 * refused when their time is off by minutes: AWS's Signature Version 4 allows 5, RFC 7519 (JWT) "no more than a few".
 */
export const mostSkewMs = 60_000;

/**
 * How far the clocks of the servers are from ours. A Date header has whole seconds. When another server agrees with our
 * clock it is the one server whose clock is wrong, not this machine's.
 */
export function clockFindings(times: readonly ServerTime[]): readonly ServerFinding[] {
  const skewOf = ({ serverMs, hereMs }: ServerTime): number => serverMs - hereMs;
  const isGood = (time: ServerTime): boolean => Math.abs(skewOf(time)) <= mostSkewMs;
  const isAnyGood = times.some(time => isGood(time) && !time.isHere);
  return times.map(time => ({
    area: 'servers',
    code: 'clock',
    level: isGood(time) ? 'fine' : 'warning',
    ...time.about,
    skewMs: Math.round(skewOf(time)),
    isAlone: (isAnyGood || time.isHere) && !isGood(time),
  }));
}
