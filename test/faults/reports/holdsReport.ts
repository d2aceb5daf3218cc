import assert from 'node:assert/strict';
import { playEdit } from './playEdit.ts';
import { playSent } from './playSent.ts';
import { playWire } from './playWire.ts';
import type { EditCase, SentCase, WireCase, WireExpected } from './reportCase.ts';

/** Plays a case of the wire and compares what came of it with what must. */
export async function holdsWire(report: WireCase): Promise<void> {
  const seen = await playWire(report);
  const { failure, textLacks, shownLacks, atLeastWaitMs, ...equal } = report.expect;
  const compared = Object.keys(equal) as (keyof WireExpected)[];
  const wanted = Object.fromEntries(compared.map(name => [name, seen[name]]));
  assert.deepEqual(wanted, equal, JSON.stringify(seen));
  if (failure !== undefined) assert.ok([failure].flat().includes(String(seen.failure)), JSON.stringify(seen));
  if (textLacks !== undefined) assert.ok(!String(seen.text).includes(textLacks), String(seen.text));
  if (shownLacks !== undefined) assert.ok(!String(seen.shownLacks).includes(shownLacks), String(seen.shownLacks));
  if (atLeastWaitMs !== undefined) assert.ok(Number(seen.atLeastWaitMs) >= atLeastWaitMs, JSON.stringify(seen));
}

/** Plays an edit and compares what would replace the selection with what must. */
export async function holdsEdit(report: EditCase): Promise<void> {
  const seen = await playEdit(report);
  const { replacement, doubted, told } = report.expect;
  if (replacement !== undefined) assert.equal(seen.replacement, replacement, seen.signs.join());
  if (told !== undefined) assert.ok(seen.signs.includes(`${told}:fact`), `not told: ${told}; ${seen.signs.join()}`);
  if (doubted !== undefined) assert.equal(seen.doubted, doubted, `${seen.signs.join()}\n${seen.replacement}`);
}

/** Plays what is sent and compares it with what must be. */
export async function holdsSent(report: SentCase): Promise<void> {
  assert.deepEqual(await playSent(report), { isWhole: true, ...report.expect });
}
