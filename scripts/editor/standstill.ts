import { Session, type Profiler } from 'node:inspector';
import { waitedMs } from '../support/processorWait.ts';

/** How long the extension host could do nothing else, in one turn of its event loop. */
export interface Standstill {
  readonly longestMs: number;
  /** The longest without the time in which other programs had the processor. Only Linux tells that. */
  readonly longestBusyMs: number;
  /** How much of one standstill this extension's own code took, with all that it loads and calls. */
  readonly longestOwnMs: number;
  /** Where most of that was spent: milliseconds, a function and its file. */
  readonly ownPlaces: readonly string[];
}

/** A time without a turn of the event loop, in microseconds of the system's monotonic clock, as those of a profile. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly waitedMs: number;
}

const tickMs = 2;
/** Shorter gaps are those of the timer. */
const leastMs = 15;
const sampleMicroseconds = 1_000;

/** Watches the host it runs in: a timer tells when nothing else could be done, a profile by whom. */
export class StandstillWatch {
  readonly #session = new Session();
  readonly #ownFolder: string;
  #gaps: Gap[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `ownFolder`: where the code lies whose share is asked for. */
  constructor(ownFolder: string) {
    this.#ownFolder = ownFolder;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.setSamplingInterval', { interval: sampleMicroseconds });
  }

  /** Looks anew. */
  begin(): void {
    clearInterval(this.#timer);
    this.#gaps = [];
    this.#session.post('Profiler.start');
    let [last, waited] = [microseconds(), waitedMs()];
    this.#timer = setInterval(() => {
      const [now, waitedNow] = [microseconds(), waitedMs()];
      if (now - last > leastMs * 1_000) this.#gaps.push({ from: last, to: now, waitedMs: waitedNow - waited });
      [last, waited] = [microseconds(), waitedNow];
    }, tickMs);
  }

  /** What was seen since `begin`. */
  async end(): Promise<Standstill> {
    clearInterval(this.#timer);
    const { promise, resolve, reject } = Promise.withResolvers<Profiler.Profile>();
    this.#session.post('Profiler.stop', (error, { profile }) => (error ? reject(error) : resolve(profile)));
    return standstillOf(this.#gaps, await promise, this.#ownFolder);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#session.disconnect();
  }
}

const microseconds = (): number => Number(process.hrtime.bigint() / 1_000n);

/** What these gaps come to, and whose they were. */
export function standstillOf(gaps: readonly Gap[], profile: Profiler.Profile, ownFolder: string): Standstill {
  const own = ownNodes(profile, ownFolder);
  const samples = samplesOf(profile).filter(({ id }) => own.has(id));
  const shares = gaps.map(gap => {
    const within = samples.map(sample => clipped(sample, gap)).filter(({ ms }) => ms > 0);
    const ms = within.reduce((sum, sample) => sum + sample.ms, 0);
    return { within, ms: Math.min(ms, busyMs(gap)) };
  });
  const worst = shares.reduce((most, share) => (share.ms > most.ms ? share : most), { within: [], ms: 0 });
  return {
    longestMs: Math.max(0, ...gaps.map(({ from, to }) => (to - from) / 1_000)),
    longestBusyMs: Math.max(0, ...gaps.map(busyMs)),
    longestOwnMs: worst.ms,
    ownPlaces: placesOf(worst.within, own),
  };
}

const busyMs = ({ from, to, waitedMs }: Gap): number => (to - from) / 1_000 - waitedMs;

interface Sample {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

const clipped = ({ id, from, to }: Sample, gap: Gap): { readonly id: number; readonly ms: number } => ({
  id,
  ms: (Math.min(to, gap.to) - Math.max(from, gap.from)) / 1_000,
});

/** What was running, and from when to when. */
function samplesOf({ samples = [], timeDeltas = [], startTime, endTime }: Profiler.Profile): readonly Sample[] {
  let from = startTime;
  const starts = timeDeltas.map(delta => (from += delta));
  return samples.map((id, at) => ({ id, from: starts[at] ?? endTime, to: starts[at + 1] ?? endTime }));
}

/** Nodes of the profile that were called by this extension's code, with the innermost place of it. */
function ownNodes({ nodes }: Profiler.Profile, ownFolder: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  // a node stands before those that it calls
  for (const { id, callFrame, children = [] } of nodes) {
    const { functionName, url } = callFrame;
    const at = url.indexOf(ownFolder);
    if (at >= 0) found.set(id, `${functionName || 'the beginning'} in ${url.slice(at + ownFolder.length)}`);
    const place = found.get(id);
    if (place !== undefined) for (const child of children) found.set(child, place);
  }
  return found;
}

function placesOf(
  samples: readonly { readonly id: number; readonly ms: number }[],
  own: ReadonlyMap<number, string>,
): readonly string[] {
  const times = new Map<string, number>();
  for (const { id, ms } of samples) {
    const place = own.get(id) ?? '';
    times.set(place, (times.get(place) ?? 0) + ms);
  }
  const sorted = [...times].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, 5).map(([place, ms]) => `${ms.toFixed(0)} ms ${place}`);
}
