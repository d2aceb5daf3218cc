/** Time and chance, passed in so that tests can script both. */
export interface Clock {
  /** Monotonic milliseconds; only differences mean anything. */
  now(): number;
  /** Wall-clock milliseconds since 1970, for what a person reads and what outlives the process. */
  wall(): number;
  /** A number in [0, 1). */
  random(): number;
  /** Calls `due` once after `delayMs`. Calling the returned function first prevents it. Does not keep a process alive. */
  after(delayMs: number, due: () => void): () => void;
}

/** Waits `delayMs`, or rejects at once with the signal's reason when it aborts. */
export function sleep(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(reasonOf(signal));
    const leave = () => {
      cancel();
      reject(reasonOf(signal));
    };
    const cancel = clock.after(delayMs, () => {
      signal.removeEventListener('abort', leave);
      resolve();
    });
    signal.addEventListener('abort', leave, { once: true });
  });
}

/**
 * Settles as `work` does, or rejects with the signal's reason when that aborts first. Work that never settles (undici #5360
 * leaves a fetch pending for ever) therefore cannot hold a question.
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const leave = () => reject(reasonOf(signal));
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  work.then(resolve, reject); // when it lost the race, its own end no longer matters
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** Settles as `work` does, or resolves with undefined when that takes longer than `limitMs`. */
export function inTime<T>(clock: Clock, limitMs: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limitMs, () => resolve(undefined));
    work.then(resolve, reject).finally(cancel);
  });
}

/** Why a signal was aborted. Steadfast always gives an Error (a Failure) as the reason. */
export function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error(String(reason));
}
