import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import '@anthropic-ai/sdk';
import 'openai';
import type { Answer } from '../../src/core/model/answer.ts';
import { Failure } from '../../src/core/model/failure.ts';
import type { Note } from '../../src/core/model/note.ts';
import { testKey } from '../providers/asking.ts';
import { assertHeld } from './assertHeld.ts';
import { lookAt } from './lookAt.ts';
import { promptMark } from './stage/askOn.ts';
import { openFaultStage, type FaultStage } from './stage/faultStage.ts';
import type { Expected, Row } from './stage/row.ts';
import { everyWire, type AdapterName } from './stage/wires.ts';
import { withWorld } from './stage/withWorld.ts';
import { wantedOf } from './wantedOf.ts';

/** Makes a named test of each row and wire. */
export function playRows(rows: readonly Row[]): void {
  for (const row of rows) {
    const wires: readonly AdapterName[] = row.wires === 'none' ? ['openai'] : (row.wires ?? everyWire);
    for (const wire of wires) test(nameOf(row, wire), context => playOrWait(row, wire, context));
  }
}

/** A pending row is played too: when it passes, it is not pending any more, and that has to be said. */
async function playOrWait(row: Row, wire: AdapterName, context: TestContext): Promise<void> {
  if (row.pending === undefined) return playRow(row, wire);
  const isPlayable = row.course !== undefined || scenes.some(({ name }) => row[name]);
  const failed = await playRow(row, wire).then(
    () => !isPlayable,
    () => true,
  );
  assert.ok(failed, 'It passes: take its `pending` away');
  context.todo(row.pending);
}

const nameOf = ({ id, variant, title, wires }: Row, wire: AdapterName): string =>
  `${id}${variant ? ` ${variant}` : ''}: ${title}${wires === 'none' ? '' : ` (${wire})`}`;

interface Scene {
  readonly name: 'alone' | 'backup' | 'neighbour' | 'watched' | 'watchedBackup';
  readonly second?: 'backup' | 'neighbour';
  readonly watched?: true;
}

const scenes: readonly Scene[] = [
  { name: 'alone' },
  { name: 'backup', second: 'backup' },
  { name: 'neighbour', second: 'neighbour' },
  { name: 'watched', watched: true },
  { name: 'watchedBackup', watched: true, second: 'backup' },
];

async function playRow(row: Row, wire: AdapterName): Promise<void> {
  for (const scene of scenes) {
    const expected = row[scene.name];
    if (!expected) continue;
    const { leavesSockets = 0 } = expected;
    await onStage({ row, wire, ...scene, leavesSockets }, stage => playScene(stage, expected, scene));
  }
  for (const [file, name] of row.heldBy ?? []) assertHeld(file, name);
  const { course, courseWith: second } = row;
  if (course)
    await onStage({ row, wire, ...(second && { second }) }, async stage =>
      assert.deepEqual(await course(stage), row.played),
    );
}

interface Playing extends Partial<Scene> {
  readonly row: Row;
  readonly wire: AdapterName;
  /** Connections that may be left behind. Default 0. */
  readonly leavesSockets?: number;
}

/** Opens a stage, plays on it, and looks at what is left behind. */
async function onStage(
  { row, wire, second, name, leavesSockets = 0 }: Playing,
  play: (stage: FaultStage) => Promise<void>,
): Promise<void> {
  const strays: unknown[] = [];
  const stray = (error: unknown) => void strays.push(error);
  process.on('unhandledRejection', stray).on('uncaughtException', stray);
  try {
    await withWorld(row, async () => {
      const stage = await openFaultStage({ row, wire, ...(second && { second }) });
      try {
        await play(stage);
        stage.server?.readOn();
        await stage.clock.pass(lingerMs);
        assert.deepEqual(leftOn(stage), { sockets: leavesSockets, timers: 0, held: 0 }, 'something is left behind');
      } catch (error) {
        throw error instanceof Error && name ? Object.assign(error, { message: `${name}: ${error.message}` }) : error;
      } finally {
        await stage.end();
      }
    });
    assert.deepEqual(strays, [], 'an error that nobody caught');
  } finally {
    process.off('unhandledRejection', stray).off('uncaughtException', stray);
  }
}

/** After its answer is complete, a connection has 200 ms to end its body and serve again. */
const lingerMs = 500;

const leftOn = ({ server, backup, clock }: FaultStage) => ({
  sockets: (server?.unsettled ?? 0) + (backup?.unsettled ?? 0),
  timers: clock.waiting,
  // real timers that keep the process alive: none of ours, nor of an SDK
  held: process.getActiveResourcesInfo().filter(name => name === 'Timeout').length,
});

async function playScene(stage: FaultStage, expected: Expected, { second, watched }: Scene): Promise<void> {
  const from = stage.clock.now();
  const asked = stage.ask({ watched: watched === true });
  const outcome = await stage.clock.runUntil(asked.answer).catch(failureOrBug);
  const tookMs = stage.clock.now() - from;
  const seen = lookAt(stage, asked, { outcome, tookMs });
  assert.deepEqual(seen, { ...seen, ...wantedOf(expected, second !== undefined, seen) });
  assertSecret(asked.notes, outcome);
}

function failureOrBug(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** Neither key nor prompt in anything that is logged or shown. */
function assertSecret(notes: readonly Note[], outcome: Answer | Failure): void {
  const told = JSON.stringify([notes, outcome instanceof Failure ? [outcome.message, outcome.details] : outcome], hide);
  assert.equal(told.includes(testKey) || told.includes(promptMark), false, `it tells a secret: ${told}`);
}

const hide = (name: string, value: unknown): unknown => {
  if (name === 'cause') return undefined;
  return value instanceof Failure ? [value.kind, value.message, value.details] : value;
};
