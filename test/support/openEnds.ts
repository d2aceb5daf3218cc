import { after } from 'node:test';

/*
 * Loaded before every test in plain Node: a file whose tests are over, but which left something open, such as a server that
 * a failed `before` had started, would hold its lane until the lane's time is up. It fails instead, and says what is open.
 * (Node's own --test-force-exit loses results of tests that are still on their way to the lane.)
 */

/** What was opened may take this long to close. */
const patienceMs = Number(process.env['STEADFAST_OPEN_ENDS_MS'] ?? 10_000);

after(watch);

function watch(): void {
  setTimeout(() => {
    const open = process.getActiveResourcesInfo();
    // The file's own `after` may still be removing its folders, which takes long on a busy machine, and ends by itself.
    if (open.includes('FSReqCallback')) return watch();
    console.error(`open ends: after its tests this file left open: ${[...new Set(open)].join(', ')}`);
    process.exit(1);
  }, patienceMs).unref();
}
