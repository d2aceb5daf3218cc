import { p999 } from '../../harness/statistics.ts';

const everyMs = 20;

/** Watches how late a bare timer of this process is; the returned function ends that and gives the p99.9, ms. */
export function watchTimer(): () => number {
  const late: number[] = [];
  let dueAt = performance.now() + everyMs;
  const next = (): NodeJS.Timeout =>
    setTimeout(() => {
      late.push(Math.max(0, performance.now() - dueAt));
      dueAt = performance.now() + everyMs;
      timer = next();
    }, everyMs);
  let timer = next();
  return () => {
    clearTimeout(timer);
    return p999(late);
  };
}
