import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { InMemoryLog } from '../support/logs/inMemoryLog.ts';
import type { SharedLog } from '../../src/core/shared/sharedLog.ts';
import { say, logScene, wordsOf } from './fileLog/logScene.ts';

/** Both kinds of log keep the promises of the port. */
const worlds: Readonly<Record<string, () => { window(): SharedLog }>> = {
  'on files': logScene,
  'in memory': () => {
    const log = new InMemoryLog();
    return { window: () => log.window() };
  },
};

for (const [name, world] of Object.entries(worlds)) {
  suite(`a shared log ${name}`, () => {
    test('says a record once, and whose it was', async () => {
      const { window } = world();
      const [one, other] = [window(), window()];
      const heard: string[] = [];
      one.subscribe('word', ({ text }, own) => heard.push(`one ${String(text)} ${own}`));
      other.subscribe('word', ({ text }, own) => heard.push(`other ${String(text)} ${own}`));
      await one.append(say('a'));
      await other.refresh();
      await Promise.all([one.refresh(), other.refresh(), other.refresh()]);
      assert.deepEqual(heard, ['one a true', 'other a false']);
    });

    test('says the whole record', async () => {
      const { window } = world();
      const record = { kind: 'all', text: 'größer 🦉 \n \u0000 \ud800', count: -1.5e300, isIt: true, __proto: 'x' };
      const heard: unknown[] = [];
      const log = window();
      log.subscribe('all', other => heard.push(other));
      await log.append(record);
      assert.deepEqual(heard, [record]);
    });

    test('has one order for all windows, each with its own records in their place', async () => {
      const { window } = world();
      const logs = [window(), window(), window()];
      const words = logs.map(wordsOf);
      for (let round = 0; round < 10; round += 1)
        await Promise.all(logs.map((log, index) => log.append(say(`${index} ${round}`))));
      await Promise.all(logs.map(log => log.refresh()));
      assert.equal(words[0]?.length, 30);
      assert.deepEqual(words[1], words[0]);
      assert.deepEqual(words[2], words[0]);
    });

    test('an append has been heard when it settles, after all that was added before it', async () => {
      const { window } = world();
      const [one, other] = [window(), window()];
      const words = wordsOf(other);
      await one.append(say('earlier'));
      await other.append(say('later'));
      assert.deepEqual(words, ['earlier', 'later']);
    });

    test('is not said before the caller goes on', async () => {
      const log = world().window();
      const words = wordsOf(log);
      const settled = log.append(say('a'));
      assert.deepEqual(words, []);
      await settled;
      assert.deepEqual(words, ['a']);
    });

    test('many at once are said in the order of asking', async () => {
      const log = world().window();
      const words = wordsOf(log);
      const wanted = Array.from({ length: 500 }, (_, index) => String(index));
      await Promise.all(wanted.map(word => log.append(say(word))));
      assert.deepEqual(words, wanted);
    });

    test('who comes late hears first what stands there, once', async () => {
      const { window } = world();
      const [one, other] = [window(), window()];
      wordsOf(one);
      await one.append(say('a'));
      await one.append({ kind: 'noise' });
      await other.append(say('b'));
      const words = wordsOf(one);
      await other.append(say('c'));
      await one.append(say('d'));
      await one.refresh();
      assert.deepEqual(words, ['a', 'b', 'c', 'd']);
    });

    test('who has ended hears no more', async () => {
      const log = world().window();
      const heard: string[] = [];
      const end = log.subscribe('word', ({ text }) => heard.push(String(text)));
      const endLate = log.subscribe('word', ({ text }) => heard.push(`late ${String(text)}`));
      await log.append(say('a'));
      end();
      endLate();
      await log.append(say('b'));
      assert.deepEqual(heard, ['a', 'late a']);
    });

    test('what is added while something is heard has its place after it', async () => {
      const log = world().window();
      const words = wordsOf(log);
      let added: Promise<void> | undefined;
      log.subscribe('word', ({ text }) => {
        added ??= log.append(say(`after ${String(text)}`));
      });
      await log.append(say('a'));
      await added;
      assert.deepEqual(words, ['a', 'after a']);
    });
  });
}
