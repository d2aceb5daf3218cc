import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { answerScene } from './answerScene.ts';

const child = path.join(import.meta.dirname, 'keepsAnswersForever.ts');

/** Keeps answers in a process of its own until it has kept so many; kills it there and then. What it says it has kept. */
async function keepUntilKilled(folder: string, name: string, count: number): Promise<readonly string[]> {
  const writer = spawn(process.execPath, [child, folder, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(writer, 'exit');
  const said: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    said.push(line.replace(/^kept /, ''));
    if (said.length === count) writer.kill('SIGKILL');
  }
  await ended;
  return said;
}

test('F175, F176: windows that are killed while they keep answers lose none that was kept, and damage nothing', async () => {
  const { folder, window, troubles } = answerScene();
  const said = (
    await Promise.all(
      [20, 45, 90, 120].map(async (count, index) => [
        ...(await keepUntilKilled(folder, `one${index}`, count)),
        ...(await keepUntilKilled(folder, `two${index}`, count)),
      ]),
    )
  ).flat();
  const found = new Map<string, string>();
  await window({ maxBytes: () => 16 * 1024 * 1024 }).read({
    kept: ({ key, text }) => found.set(key, text),
    cleared: () => undefined,
  });
  const isTrue = ([key, text]: [string, string]): boolean =>
    text === `${key} `.repeat(1 + ((Number(key.split('-')[1]) * 37) % 400));
  assert.deepEqual(
    said.filter(key => !found.has(key)),
    [],
  );
  assert.deepEqual([[...found].every(isTrue), troubles], [true, []]);
});
