import { parseArgs } from 'node:util';
import { readBundle } from './replay/bundle/readBundle.ts';
import { replayBundle } from './replay/replayBundle.ts';
import { report } from './replay/report.ts';
import { Refusal } from './support/refusal.ts';
import { runMain } from './support/runMain.ts';

/** A user's report that behaves otherwise is a test that failed; what cannot be replayed is neither. */
const exitCodes = { same: 0, differs: 1, unusable: 2 } as const;

const usage =
  'Name a diagnostic bundle, as Steadfast: Export Diagnostics… makes it: npm run replay -- FILE [--since TIME]';

/**
 * `npm run replay -- FILE [--since TIME]`: asks the questions of a diagnostic bundle again, of the client of this version, without a
 * network and without waiting, and tells in which decisions it differs. `--since` leaves out what began before, where the settings
 * were others then.
 */
async function main(): Promise<number> {
  try {
    return await replayFile();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return exitCodes.unusable;
  }
}

async function replayFile(): Promise<number> {
  const { file, since } = readArguments();
  const bundle = await readBundle(file);
  const wanted = { ...bundle, entries: bundle.entries.filter(({ at }) => at >= since) };
  const replay = await replayBundle(wanted);
  for (const line of report(wanted, replay)) console.log(line);
  if (replay.counts.replayed === 0)
    throw new Refusal('Nothing of it could be replayed, so this says nothing of the client.');
  return replay.differences.length === 0 ? exitCodes.same : exitCodes.differs;
}

function readArguments(): { readonly file: string; readonly since: number } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { since: { type: 'string' } } });
    const [file, ...more] = positionals;
    const since = values.since === undefined ? 0 : Date.parse(values.since);
    if (file === undefined || more.length > 0 || Number.isNaN(since)) throw new Refusal(usage);
    return { file, since };
  } catch (error) {
    throw error instanceof TypeError ? new Refusal(usage) : error;
  }
}

runMain(main);
