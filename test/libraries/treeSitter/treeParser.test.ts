import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import { TreeParser } from '../../../src/libraries/treeSitter/treeParser.ts';
import type { Clock } from '../../../src/core/model/clock.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { patientClock } from './patientClock.ts';

const workerFile = path.join(projectRoot, 'src/libraries/treeSitter/treeThread.ts');

let awake: NodeJS.Timeout; // the thread keeps nothing alive
before(() => (awake = setInterval(() => undefined, 1_000)));
after(() => clearInterval(awake));

/** A tree-sitter in which a text fails at its first `!`, with a grammar of Go and one of Java, which it cannot read. */
const plain = `
const node = (text, row) => ({ hasError: true, isError: text === '!', isMissing: false, startPosition: { row }, children: [] });
exports.Language = { load: async file => { if (!/-(go|java)\\.wasm$/.test(file)) throw new Error('no such grammar'); return file; } };
exports.Parser = class {
  static async init() {}
  setLanguage(file) { if (file.endsWith('-java.wasm')) throw new Error('Incompatible language version 13. Compatibility range 14 through 15.'); }
  parse(text, old, { progressCallback }) {
    if (text === 'never') for (;;);
    if (text === 'long') { while (!progressCallback()); return null; }
    if (text === 'trap') throw new Error('memory access out of bounds');
    const lines = text.split('\\n');
    const row = lines.findIndex(line => line.includes('!'));
    const rootNode = row < 0 ? { hasError: false } : { ...node('', 0), children: [null, { hasError: false }, { ...node('', 0), children: [node('!', row)] }] };
    return { rootNode, delete() {} };
  }
  reset() {}
};
`;

/** Runs with these lines in place of VS Code's tree-sitter, in the second of two folders. */
async function withTreeSitter(
  lines: string,
  run: (parser: TreeParser) => Promise<void>,
  clock: Pick<Clock, 'after'> = patientClock,
) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tree-sitter-'));
  const parser = new TreeParser({ workerFile, folders: [path.join(folder, 'none'), folder], clock });
  try {
    await writeFile(path.join(folder, 'tree-sitter.js'), lines);
    await run(parser);
  } finally {
    parser.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

const unknown = { verdict: 'unknown' };

test('a text parses or fails with the line of its innermost error, and neither is sure', async () => {
  await withTreeSitter(plain, async ({ parse }) => {
    const found = await Promise.all([parse('go', 'a'), parse('go', 'a\nb\n!')]);
    assert.deepEqual(found, [
      { verdict: 'parses', hasGaps: true },
      { verdict: 'fails', line: 3, hasGaps: true },
    ]);
  });
});

// tree-sitter/tree-sitter#5171: grammars of another version than their tree-sitter
test('a grammar that is missing or of another version is unknown, and the others go on', async () => {
  await withTreeSitter(plain, async ({ parse }) => {
    for (const language of ['java', 'rust', 'java', 'rust']) assert.deepEqual(await parse(language, 'a'), unknown);
    assert.equal((await parse('go', 'a')).verdict, 'parses');
  });
});

test('languages that VS Code has no grammar for, and texts that are too long, are unknown', async () => {
  await withTreeSitter('throw new Error("is not even loaded");', async ({ parse }) => {
    for (const language of ['typescript', 'toString', 'yaml']) assert.deepEqual(await parse(language, 'a'), unknown);
    assert.deepEqual(await parse('go', 'a'.repeat(300_000)), unknown);
  });
});

test('a text that takes long is given up, and the next one is parsed', async () => {
  await withTreeSitter(plain, async ({ parse }) => {
    assert.deepEqual(await parse('go', 'long'), unknown);
    assert.equal((await parse('go', 'a')).verdict, 'parses');
  });
});

// Jecoms/helix-wasm#92, intuit/infigraph#39: within one step of error recovery nobody is asked whether to go on
test('a thread that never answers is waited for half a second, nothing is put behind it, and it is ended', async () => {
  const clock = new VirtualClock();
  await withTreeSitter(
    plain,
    async ({ parse }) => {
      const hung = parse('go', 'never');
      await clock.pass(500);
      assert.deepEqual(await hung, unknown);
      assert.deepEqual(await parse('go', 'a'), unknown);
      await clock.pass(4_500);
      assert.equal((await parse('go', 'a')).verdict, 'parses');
    },
    clock,
  );
});

test('what has hung three times in turn is not asked again', async () => {
  const clock = new VirtualClock();
  await withTreeSitter(
    plain,
    async ({ parse }) => {
      for (let time = 0; time < 3; time += 1) {
        const hung = parse('go', 'never');
        await clock.pass(5_000);
        assert.deepEqual(await hung, unknown);
      }
      assert.deepEqual(await parse('go', 'a'), unknown);
    },
    clock,
  );
});

test('a trap ends the thread, and after two nobody is asked', async () => {
  await withTreeSitter(plain, async ({ parse }) => {
    assert.deepEqual(await parse('go', 'trap'), unknown);
    assert.equal((await parse('go', 'a')).verdict, 'parses');
    assert.deepEqual(await parse('go', 'trap'), unknown);
    assert.deepEqual(await parse('go', 'a'), unknown);
  });
});

test('where VS Code has no tree-sitter, all is unknown', async () => {
  const parser = new TreeParser({ workerFile, folders: ['/nowhere'], clock: patientClock });
  for (let time = 0; time < 4; time += 1) assert.deepEqual(await parser.parse('go', 'a'), unknown);
  parser.dispose();
});
