import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { explain } from '../support/assistance.ts';
import { closeAll, open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { startLocalServer, takePortAsNobody, type LocalServer } from './localServer.ts';

suite('a server that was found on this machine', () => {
  let person: Person;
  let server: LocalServer;
  suiteSetup(async () => {
    person = new Person();
    person.trustsThisMachine = false;
    server = await startLocalServer();
  });
  suiteTeardown(async () => {
    person.leave();
    await server.stop();
  });
  setup(async () => {
    await closeAll();
    person.forget();
    server.received.length = 0;
    select(await open('invoice.ts'), 15, 17);
  });

  const boxes = () => person.told.filter(({ isModal }) => isModal);
  const questions = () => server.received.filter(({ method }) => method !== 'GET');

  test('is asked for before the first question, by its port, and a no lets not one byte of code leave', async function () {
    this.timeout(60_000);
    // a look of 300 ms misses a server on a busy machine
    for (let tries = 0; tries < 40 && boxes().length === 0; tries += 1) await explain(person);
    const { phase, notice } = await person.reads();
    assert.deepEqual(
      boxes().map(({ text, buttons }) => [text, buttons]),
      [[`Send code to a server on this machine, 127.0.0.1:${server.port}?`, ['Send']]],
    );
    assert.deepEqual([phase, notice?.kind], ['failed', 'failure']);
    const seen = [...new Set(server.received.map(({ method, path, body }) => `${method} ${path} ${body}`))];
    assert.deepEqual(seen, ['GET /v1/models ']);
  });

  test('after a no is asked for again, and a yes sends', async () => {
    person.presses('Send');
    const { phase, text } = await explain(person);
    assert.deepEqual([phase, text, boxes().length, questions().length], ['done', 'It rounds.', 1, 1]);
  });

  test('after a yes is never asked for again', async () => {
    const { phase } = await explain(person);
    assert.deepEqual([phase, boxes(), questions().length], ['done', [], 1]);
  });

  test('is asked for again when the yes is forgotten', async () => {
    await vscode.commands.executeCommand('steadfast.forgetConsent');
    const { phase } = await explain(person);
    assert.deepEqual([phase, boxes().length, questions()], ['failed', 1, []]);
  });

  if (process.platform === 'linux' && process.getuid?.() === 0)
    test('is asked for again when another user has taken its port', async () => {
      person.presses('Send');
      await explain(person);
      await server.stop();
      const leave = await takePortAsNobody(server.port);
      try {
        const { phase } = await explain(person);
        assert.deepEqual([phase, boxes().length], ['failed', 2]);
        assert.match(boxes()[1]?.detail ?? '', /is run by another user of this machine: nobody/);
      } finally {
        leave();
      }
    });
});
