import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ask } from '../../../src/core/model/layer.ts';
import { unlessAborted } from '../../../src/core/model/clock.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { coalesce } from '../../../src/core/layers/coalesce.ts';
import { answerOf, ask, failureOf, shown } from '../../support/scripted.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';
import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';
import type { Question } from '../../../src/core/model/question.ts';

/** A target that answers when told. */
function held() {
  const clock = new VirtualClock();
  const calls: Question[] = [];
  const ends: ((text: string) => void)[] = [];
  const next: Ask = question => {
    calls.push(question);
    const work = new Promise<string>(resolve => ends.push(resolve)).then(text => answerOf('only', text));
    return unlessAborted(work, question.signal);
  };
  return {
    clock,
    calls,
    layer: coalesce(clock, text => text)(next),
    end: (text: string) => ends.forEach(resolve => resolve(text)),
    tell: (event: AnswerEvent) => calls[0]?.onEvent?.(event),
  };
}

test('equal questions under way share one call', async () => {
  const { calls, layer, end } = held();
  const [first, second] = [layer(ask().question), layer(ask().question)];
  await settle();
  end('shared');
  assert.deepEqual([(await first).text, (await second).text, calls.length], ['shared', 'shared', 1]);
});

test('questions that differ do not share', async () => {
  const { calls, layer, end } = held();
  const both = [layer(ask({ words: 'a' }).question), layer(ask({ words: 'b' }).question)];
  await settle();
  end('x');
  await Promise.all(both);
  assert.equal(calls.length, 2);
});

test('the first to leave stops nobody else', async () => {
  const { calls, layer, end } = held();
  const leaver = ask();
  const gone = failureOf(layer(leaver.question));
  const stays = layer(ask().question);
  await settle();
  leaver.stop.abort(new Failure('cancelled'));
  assert.equal((await gone).kind, 'cancelled');
  end('still here');
  assert.equal((await stays).text, 'still here');
  assert.equal(calls[0]?.signal.aborted, false);
});

test('the call is stopped when the last one leaves', async () => {
  const { calls, layer } = held();
  const both = [ask(), ask()];
  const gone = both.map(({ question }) => failureOf(layer(question)));
  await settle();
  both[0]?.stop.abort(new Failure('cancelled'));
  await settle();
  assert.equal(calls[0]?.signal.aborted, false);
  both[1]?.stop.abort(new Failure('cancelled'));
  await Promise.all(gone);
  assert.equal(calls[0]?.signal.aborted, true);
});

test('who joins late hears at once what was written so far', async () => {
  const { layer, end, tell } = held();
  const early = ask({ watched: true });
  const late = ask({ watched: true });
  const first = layer(early.question);
  await settle();
  tell({ kind: 'text', text: 'The ' });
  const second = layer(late.question);
  tell({ kind: 'text', text: 'end' });
  end('The end');
  await Promise.all([first, second]);
  assert.deepEqual([shown(early.events), shown(late.events)], ['The end', 'The end']);
});

test('the shared call has until the latest deadline of those who wait', async () => {
  const { calls, layer, end } = held();
  const first = layer(ask({ until: 1_000 }).question);
  const second = layer(ask({ until: 9_000 }).question);
  await settle();
  assert.equal(calls[0]?.until, 9_000);
  end('x');
  await Promise.all([first, second]);
});

test('a failure is shared once and not remembered', async () => {
  let calls = 0;
  const layer = coalesce(
    new VirtualClock(),
    text => text,
  )(() => Promise.reject(new Failure(calls++ === 0 ? 'server' : 'auth')));
  const kinds = await Promise.all([failureOf(layer(ask().question)), failureOf(layer(ask().question))]);
  const later = await failureOf(layer(ask().question));
  assert.deepEqual(
    [...kinds, later].map(({ kind }) => kind),
    ['server', 'server', 'auth'],
  );
});

test('Ask Again never joins another call', async () => {
  const { calls, layer, end } = held();
  const both = [layer(ask().question), layer(ask({ fresh: true }).question)];
  await settle();
  end('x');
  await Promise.all(both);
  assert.equal(calls.length, 2);
});

test('each leaves at its own time, and the call goes on for the others', async () => {
  const { clock, layer, end } = held();
  const hasty = failureOf(layer(ask({ until: clock.now() + 2_000 }).question));
  const patient = layer(ask({ until: clock.now() + 30_000 }).question);
  await clock.pass(3_000);
  assert.equal((await hasty).kind, 'out-of-time');
  end('at last');
  assert.equal((await patient).text, 'at last');
});

test('who has begun to read stays for the rest', async () => {
  const { clock, layer, end, tell } = held();
  const reader = layer(ask({ watched: true, until: clock.now() + 2_000 }).question);
  await settle();
  tell({ kind: 'text', text: 'The ' });
  await clock.pass(3_000);
  end('The end');
  assert.equal((await reader).text, 'The end');
});

test('who may go over the budget does not join one who may not', async () => {
  const { calls, layer, end } = held();
  const both = [layer(ask().question), layer(ask({ overBudget: true }).question)];
  await settle();
  end('x');
  await Promise.all(both);
  assert.equal(calls.length, 2);
});

test('who used another version of a file does not join', async () => {
  const { calls, layer, end } = held();
  const used = (hash: string) => layer(ask({ used: [{ file: 'file:///types.ts', hash }] }).question);
  const all = [used('before'), used('after'), used('after')];
  await settle();
  end('x');
  await Promise.all(all);
  assert.equal(calls.length, 2);
});
