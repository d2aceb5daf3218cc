type Fetch = typeof globalThis.fetch;

/** What is seen of a reply when its head arrives. */
export interface ReplyHead {
  readonly status: number;
  /** What time the server says it is, wall-clock ms; undefined: it does not, or not in a way that can be read. */
  readonly serverMs: number | undefined;
  /** Monotonic and wall-clock ms of its arrival. */
  readonly nowMs: number;
  readonly wallMs: number;
}

/** What watching needs of the world. */
export interface FetchWatch {
  readonly clock: { now(): number; wall(): number };
  /** Called once, with the first reply. */
  readonly onHead: (head: ReplyHead) => void;
}

/**
 * The host's global fetch, looked up at each call, whose replies are seen. Asked past every cache of HTTP: one that answers
 * although the server is gone would make all look well.
 */
export function watchedFetch({ clock, onHead }: FetchWatch): Fetch {
  return async (input, init) => {
    const response = await globalThis.fetch(input, { ...init, cache: 'no-store' });
    onHead({
      status: response.status,
      serverMs: timeIn(response.headers),
      nowMs: clock.now(),
      wallMs: clock.wall(),
    });
    return response;
  };
}

/** A proxy's cache hands on the Date of when it was made, and how old that is in Age (RFC 9111, 5.1). */
function timeIn(headers: Headers): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  const age = Number(headers.get('age') ?? 0);
  if (!Number.isFinite(date)) return undefined;
  return date + (Number.isFinite(age) && age > 0 ? age * 1_000 : 0);
}
