import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { FaultInjection, injectableFaults, type Script } from '../../../src/core/faultInjection.ts';
import { describe } from '../../../src/core/status/status.ts';
import { failureLine } from '../../../src/interaction/text/failureLine.ts';
import { failureMessage } from '../../../src/interaction/text/failureMessage.ts';
import { logLines } from '../../../src/interaction/platform/logLines.ts';
import { faultDetail, faultName, rehearsalSentence } from '../../../src/interaction/faultInjection/rehearsalText.ts';
import { statusMenuEntries } from '../../../src/interaction/status/statusMenuEntries.ts';
import { pictureOf } from '../../../src/interaction/status/statusPicture.ts';
import { house } from '../../support/house.ts';
import { answerOf, recordOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { assertReadable } from '../text/everyRow.ts';
import type { Note } from '../../../src/core/model/note.ts';
import { provenance } from '../../../src/interaction/provenance/provenance.ts';

const labelOf = (target: string): string => target.toUpperCase();

function said(script: Partial<Script>): string {
  const whole: Script = { fault: 'silent', at: { target: 'claude' }, forMs: 60_000, ...script };
  const words = rehearsalSentence(
    new FaultInjection({
      clock: new VirtualClock(),
      script: whole,
      circuits: house([]).circuits,
      onEnd: () => undefined,
    }),
    labelOf,
  );
  return words.replace(/\d{1,2}[:.]\d{2}(?: [AP]M)?/u, 'TIME');
}

test('every fault has a name and says what it looks like', () => {
  const texts = injectableFaults.flatMap(fault => [faultName(fault), faultDetail(fault)]);
  for (const text of texts) assertReadable(text, 60);
  assert.equal(new Set(texts).size, texts.length);
});

test('what is rehearsed, where, and until when', () => {
  assert.deepEqual(
    [said({}), said({ questions: 1 }), said({ questions: 3, at: 'all' })],
    [
      'Silent server at CLAUDE, until TIME',
      'Silent server at CLAUDE, for the next question, until TIME at the latest',
      'Silent server at all models, for 3 questions, until TIME at the latest',
    ],
  );
});

const status = describe({
  targets: [{ id: 'claude', label: 'Claude', circuit: { is: 'open', until: 20_000 }, cooldown: undefined }],
  working: { label: 'Claude', position: 1, of: 1 },
  restricted: true,
  enabled: true,
  localOnly: false,
  offline: true,
  nowMs: 0,
});

test('a rehearsal stands before every other state in the status bar, with a background', () => {
  const { text, severity, label } = pictureOf(status, 'Outage at Claude, until 14:32');
  assert.deepEqual([text, severity], ['$(beaker) Simulation', 'warning']);
  assert.match(label, /^Steadfast is simulating: Outage at Claude, until 14:32; Steadfast: /);
});

test('the tooltip says what is rehearsed, and how to end it', () => {
  const { tooltip } = pictureOf(status, 'Outage at Claude, until 14\\:32');
  assert.match(tooltip, /Steadfast is simulating\\: Outage at Claude/);
  assert.match(tooltip, /\(command:steadfast\.endRehearsal\)/);
  assert.doesNotMatch(pictureOf(status).tooltip, /endRehearsal/);
});

test('the menu begins with the way to end it', () => {
  const entries = statusMenuEntries({ status, running: [], rehearsed: 'Outage at Claude', nowMs: 0 });
  const [section, end] = entries;
  assert.deepEqual(
    [section?.label, end?.label, end?.kind === 'command' && [end.command, end.description]],
    ['Simulation', 'End the Simulation', ['steadfast.endRehearsal', 'Outage at Claude']],
  );
});

const rehearsed = new Failure('overloaded', {
  target: 'claude',
  said: 'This failure is rehearsed.',
  facts: { rehearsed: 'outage' },
});

const attempt = (failure: Failure): Note => ({
  kind: 'attempt',
  target: 'claude',
  number: 1,
  outcome: failure.kind,
  tookMs: 300,
  spent: 'nothing',
  failure,
});

test('notice, message, provenance and log say of a rehearsed failure that it is one', () => {
  const real = rehearsed.with({ facts: {} });
  const texts = (failure: Failure): readonly string[] => [
    failureMessage(failure, labelOf).happened,
    failureLine(new Failure('server', { target: 'gpt', others: [failure] }), labelOf),
    provenance({ answer: answerOf('gpt', 'x'), notes: [attempt(failure)], tookMs: 400 }, { labelOf })[1] ?? '',
    ...logLines(recordOf({ task: 'ask', notes: [attempt(failure)], end: { failure } })).map(line => line.text),
  ];
  assert.deepEqual(texts(rehearsed).map(isMarked), [true, true, true, true, true]);
  assert.deepEqual(texts(real.with({ said: '' })).map(isMarked), [false, false, false, false, false]);
  const { happened } = failureMessage(rehearsed, labelOf);
  assert.equal(happened, 'Simulated, not real: CLAUDE is overloaded.');
});

test('nobody is asked to mend what is only rehearsed', () => {
  const rejected = new Failure('auth', { target: 'claude', facts: { rehearsed: 'bad-key' } });
  const { todo, buttons } = failureMessage(rejected, labelOf);
  assert.deepEqual([todo, buttons], ['', []]);
});

const isMarked = (text: string): boolean => /rehearsed|simulated/i.test(text);
