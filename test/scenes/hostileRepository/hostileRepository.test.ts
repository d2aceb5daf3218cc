import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { pemKey } from '../../support/pemKey.ts';
import { beginAnew, edit, explain, questions } from '../support/assistance.ts';
import { fileNamed, open, select } from '../support/documents.ts';
import { mark } from '../support/mark.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { StandstillWatch } from '../../../scripts/editor/standstill.ts';
import { until } from '../support/until.ts';
import { sayingText, attacks, startHostileServer, texts, type HostileServer } from './hostileServer.ts';
import { trace } from './scene.ts';

const { Global } = vscode.ConfigurationTarget;
const canary = process.env['CANARY'] ?? '';

suite('a poisoned repository and a server that means harm', () => {
  const extension = vscode.extensions.getExtension('steadfast.steadfast');
  const watch = new StandstillWatch(path.join(extension?.extensionPath ?? '', 'dist/'));
  let person: Person;
  let server: HostileServer;
  const setTargets = (targets: unknown) =>
    vscode.workspace.getConfiguration('steadfast').update('targets', targets, Global);
  suiteSetup(async () => {
    person = new Person();
    server = await startHostileServer();
    await symlink('.git/hooks/pre-commit', fileNamed('format.sh').fsPath);
    await symlink('.env', fileNamed('levels.txt').fsPath);
    await symlink('private', fileNamed('notes').fsPath);
    watch.begin();
    await extension?.activate();
    await sayStandstill('while VS Code and Steadfast began');
  });
  suiteTeardown(async () => {
    await sayStandstill('while the server did harm');
    watch.stop();
    await setTargets(undefined);
    await server.stop();
    person.leave();
  });
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 15, 17);
  });

  /** For a person to read: what a busy machine adds is in it, so no test speaks of it. */
  const sayStandstill = async (when: string): Promise<void> => {
    const { longestMs, longestBusyMs, longestOwnMs, ownPlaces } = await watch.end();
    const [wall, busy, own] = [longestMs, longestBusyMs, longestOwnMs].map(ms => `${ms.toFixed(0)} ms`);
    console.log(
      `${mark}    the host stood still for ${wall} at most ${when}; ${busy} without waiting for a processor;`,
    );
    console.log(`${mark}    of one standstill Steadfast's own were ${own} at most (${ownPlaces.join(', ')})`);
    watch.begin();
  };

  const nothingHappened = async () => {
    assert.deepEqual(await practice.reachedCanary(), []);
    assert.equal(existsSync(fileNamed(trace).fsPath), false, 'something was run');
  };

  test('gets an answer about its code, none of its keys and hidden files leave, and its orders are named and not followed', async () => {
    const { phase, provenance } = await explain(person);
    select(await open('deployment.yaml'), 55, 55);
    await explain(person);
    const sent = (await questions()).map(({ body }) => body).join('\n');
    assert.equal(phase, 'done');
    assert.match(provenance.join('\n'), /Instructions: AGENTS\.md/);
    assert.ok(sent.includes('replicas: 2'), 'the selection was sent');
    const forbidden = [...pemKey(4096).slice(1, -1), 'tok-Ignored0815Hidden4711', 'the secret plan'];
    assert.deepEqual(
      forbidden.filter(text => sent.includes(text)),
      [],
    );
    await nothingHappened();
  });

  for (const name of ['.env', 'levels.txt', 'private/plan.ts', 'notes/plan.ts'])
    test(`${name} is not sent, and one sentence says why`, async () => {
      select(await open(name), 1, 1);
      await vscode.commands.executeCommand('steadfast.explain');
      assert.deepEqual([await questions(), person.told.length], [[], 1]);
      assert.match(person.told[0]?.text ?? '', /^[^\n]{20,200}$/);
    });

  for (const name of ['format.sh', '.envrc', '.vscode/tasks.json', 'AGENTS.md', 'Makefile'])
    test(`${name} is not changed without its user, and one sentence says why`, async () => {
      const { document } = await open(name);
      const before = document.getText();
      select(await open(name), 1, 1);
      const first = before.split('\n', 1)[0] ?? '';
      const kept = first.startsWith('#!') ? `${first}\n` : ''; // without it the answer is doubted, and nothing is offered
      const evil = name.endsWith('.json') ? '```json\n{ "tasks": [1] }\n```' : `\`\`\`\n${kept}echo evil\n\`\`\``;
      await edit(person, `Reply with exactly:\n${evil}`);
      await vscode.commands.executeCommand('steadfast.acceptEdit');
      assert.match(person.told.at(-1)?.text ?? '', /^[^\n]{10,200}$/);
      assert.deepEqual([document.getText(), document.isDirty], [before, false]);
      await nothingHappened();
    });

  suite('the server', () => {
    suiteSetup(async () => {
      await sayStandstill('with all that is loaded by the first question');
      await setTargets([
        {
          id: 'hostile',
          provider: 'openai-compatible',
          label: 'Hostile',
          baseUrl: server.baseUrl,
          model: 'm',
          auth: 'none',
        },
      ]);
      await until('its target', async () => 'Hostile' in (await person.looksAtMenu()));
    });
    setup(() => vscode.commands.executeCommand('steadfast.resetCircuit', 'hostile'));

    for (const [name, { attack, says }] of Object.entries(attacks(canary)))
      test(`sends ${name}: the user is told in clear sentences, and nothing is followed`, async () => {
        server.attack = attack;
        const { notice } = await explain(person);
        assert.match(notice?.lines[0] ?? '', says);
        for (const line of notice?.lines ?? []) assert.match(line, /^[^\n<>]{5,300}$/);
        await nothingHappened();
      }).timeout(40_000);

    for (const [name, text] of Object.entries(texts))
      test(`answers with ${name}: it is shown as text, and nothing acts`, async () => {
        server.attack = sayingText(text);
        const terminals = vscode.window.terminals.length;
        const { phase } = await explain(person);
        assert.notEqual(phase, 'working');
        assert.equal(vscode.window.terminals.length, terminals);
        await nothingHappened();
      }).timeout(40_000);

    test('counts too little: what is booked is said to be an estimate', async () => {
      server.attack = sayingText('It rounds each line. '.repeat(100), { prompt_tokens: 1, completion_tokens: 1 });
      const { provenance } = await explain(person);
      assert.match(provenance.join('\n'), /reports 1 output tokens, fewer than possible; counted as ≈/);
    });
  });
});
