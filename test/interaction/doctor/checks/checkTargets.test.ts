import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTargets, type ChainFacts } from '../../../../src/interaction/doctor/checks/checkTargets.ts';
import { targetOf } from '../../../support/scripted.ts';
import { briefly } from './serverWorld.ts';

const [one, two] = [targetOf('one'), targetOf('two')];

const look = (more: Partial<ChainFacts> = {}) =>
  checkTargets({
    chain: [one, two],
    listed: [one, two],
    isAutomatic: false,
    setting: { user: ['auto'], workspace: undefined },
    isLocalOnly: false,
    problems: [],
    heldBy: () => undefined,
    retirementOf: () => undefined,
    findHere: () => Promise.resolve([]),
    ...more,
  });

test('a chain that can be asked is fine, and named in its order', async () => {
  assert.deepEqual(await look(), [
    {
      area: 'targets',
      code: 'chain',
      level: 'fine',
      targets: [
        { id: 'one', label: 'one' },
        { id: 'two', label: 'two' },
      ],
      isAutomatic: false,
    },
  ]);
});

test('with nothing set up each way to set somebody up is offered', async () => {
  const [none] = await look({ chain: [], listed: [], isAutomatic: true });
  assert.deepEqual([none?.code, none?.level], ['none', 'problem']);
  assert.deepEqual(
    none?.fixes?.map(({ command }) => command),
    ['steadfast.setKey', 'steadfast.detectLocal', 'steadfast.addTarget', 'steadfast.getStarted'],
  );
});

test('with nothing set up, what a question would find on this machine is told, and that is fine', async () => {
  const found = () => Promise.resolve([targetOf('local')]);
  assert.deepEqual(briefly(await look({ chain: [], listed: [], isAutomatic: true, findHere: found })), [
    'found-here fine',
  ]);
});

test('when only this machine may be asked and nobody is there, that is another problem than an empty chain', async () => {
  assert.deepEqual(briefly(await look({ chain: [], isLocalOnly: true })), ['none-local problem']);
  const setting = { user: ['nobody'], workspace: undefined };
  assert.deepEqual(briefly(await look({ chain: [], setting })), ['empty-chain problem']);
});

test('who is listed and not asked is told, and so is who is held back now', async () => {
  const findings = await look({ chain: [one], heldBy: () => 'circuit' });
  assert.deepEqual(briefly(findings), ['chain fine', 'held warning', 'left-out fine']);
  assert.deepEqual(findings[1]?.fixes, [{ command: 'steadfast.resetCircuit', argument: 'one' }]);
});

test('what a chain names in vain is told by its place: a key may have been written there', async () => {
  const key = 'sk-planted-in-the-chain';
  const findings = await look({ isAutomatic: true, setting: { user: ['one', key, 'two'], workspace: undefined } });
  const unknown = findings.find(({ code }) => code === 'unknown-in-chain');
  assert.equal(unknown?.code === 'unknown-in-chain' && unknown.at, 1);
  assert.ok(!JSON.stringify(findings).includes(key));
});

test('each problem of the settings leads to its setting', async () => {
  const findings = await look({ problems: [{ key: 'retry.maxRetries', code: 'wrong-type', at: '', found: 'text' }] });
  assert.deepEqual(findings[1]?.fixes, [
    { command: 'workbench.action.openSettings', argument: 'steadfast.retry.maxRetries' },
  ]);
});

// https://github.com/accordproject/template-playground/issues/447: a retired model was told by a 404 alone
test('a model that is retired is a problem, one that will be a warning, each with what comes in its place', async () => {
  const findings = await look({
    retirementOf: ({ id }) => ({ day: '2026-08-05', successor: 'next', isOver: id === 'one' }),
  });
  assert.deepEqual(
    findings.flatMap(each => (each.code === 'retired' ? [[each.id, each.level, each.successor, each.fixes]] : [])),
    [
      ['one', 'problem', 'next', [{ command: 'steadfast.openSettings', argument: 'one' }]],
      ['two', 'warning', 'next', [{ command: 'steadfast.openSettings', argument: 'two' }]],
    ],
  );
});
