import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, type FailureKind } from '../../../src/core/model/failure.ts';
import type { Ask } from '../../../src/core/model/layer.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { fallback, type FallbackOptions } from '../../../src/core/routing/fallback.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';
import { ask, failureOf, scripted, shown, type Scripted } from '../../support/scripted.ts';
import type { SkipReason } from '../../../src/core/model/note.ts';

/** A chain of scripted targets; `closed` names those that cannot be asked. */
const chain = (
  targets: readonly Scripted[],
  closed: Readonly<Record<string, SkipReason | undefined>> = {},
  more: Partial<FallbackOptions> = {},
) =>
  fallback(() => targets.map(({ target, ask }) => ({ target, ask, closed: () => closed[target.id] })), {
    clock: new VirtualClock(),
    hedging: { delayMs: () => undefined, afford: () => false },
    ...more,
  });

const declines = (id: string, target: Partial<Target> = {}): Scripted => {
  const declining = scripted(id, { says: `${id} would rather not`, finish: 'refused' });
  return { ...declining, target: { ...declining.target, ...target } };
};
const asksOn = { asksOnRefusal: () => true };

test('a refusal is an answer, and nobody else is asked', async () => {
  const [first, second] = [declines('first'), scripted('second', { says: 'hello' })];
  assert.equal((await chain([first, second])(ask().question)).text, 'first would rather not');
  assert.equal(second.calls.length, 0);
});

test('where refusals are to be asked on, another provider answers, and it is said why', async () => {
  const { question, notes } = ask();
  const answer = await chain([declines('first'), scripted('second', { says: 'hello' })], {}, asksOn)(question);
  assert.equal(answer.from, 'second');
  assert.deepEqual(notes, [{ kind: 'fallback', from: 'first', to: 'second', because: 'declined' }]);
});

test('the same vendor’s other models are not asked what it has declined', async () => {
  const vendor = { provider: 'anthropic' };
  const large = declines('large', vendor);
  const small = scripted('small', { says: 'hello' });
  const ofSameVendor = { ...small, target: { ...small.target, ...vendor } };
  const { question, notes } = ask();
  const other = scripted('other', { says: 'hello' });
  assert.equal((await chain([large, ofSameVendor, other], {}, asksOn)(question)).from, 'other');
  assert.deepEqual(
    notes.filter(({ kind }) => kind === 'skipped'),
    [{ kind: 'skipped', target: 'small', because: 'same-vendor' }],
  );
});

test('when everybody else fails or declines too, the first refusal is the answer', async () => {
  const targets = [declines('first'), scripted('second', 'auth'), declines('third')];
  assert.equal((await chain(targets, {}, asksOn)(ask().question)).text, 'first would rather not');
});

test('what was shown of a refusal is taken back visibly when another one answers', async () => {
  const { question, events } = ask({ watched: true });
  await chain([declines('first'), scripted('second', { says: 'hello' })], {}, asksOn)(question);
  assert.equal(shown(events), 'first would rather not|hello');
});

/** A user who can pass over whoever is asked. */
function impatient() {
  const listeners = new Set<() => void>();
  const onPassOver = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { onPassOver, listeners, press: () => [...listeners].forEach(listener => listener()) };
}

test('a user who does not want to wait has the next target asked, and the first one is stopped', async () => {
  const [first, second] = [scripted('first', 'hangs'), scripted('second', { says: 'hello' })];
  const user = impatient();
  const { question, notes } = ask({ onPassOver: user.onPassOver });
  const answer = chain([first, second])(question);
  await settle();
  user.press();
  assert.equal((await answer).from, 'second');
  assert.deepEqual(notes, [{ kind: 'fallback', from: 'first', to: 'second', because: 'passed-over' }]);
  assert.equal(first.stopped.length, 1);
});

test('the last target cannot be passed over', async () => {
  const user = impatient();
  const { question, stop } = ask({ onPassOver: user.onPassOver });
  const failed = failureOf(chain([scripted('first', 'auth'), scripted('second', 'hangs')])(question));
  await settle();
  assert.equal(user.listeners.size, 0);
  stop.abort(new Failure('cancelled'));
  assert.equal((await failed).kind, 'cancelled');
});

test('who has been answered can pass over nobody any more', async () => {
  const user = impatient();
  await chain([scripted('first', { says: 'hello' }), scripted('second')])(
    ask({ onPassOver: user.onPassOver }).question,
  );
  assert.equal(user.listeners.size, 0);
});

test('the first target answers and the second is not asked', async () => {
  const [first, second] = [scripted('first', { says: 'hello' }), scripted('second')];
  assert.equal((await chain([first, second])(ask().question)).from, 'first');
  assert.equal(second.calls.length, 0);
});

test('goes to the next target on a bad key, and says so', async () => {
  const [first, second] = [scripted('first', 'auth'), scripted('second', { says: 'hello' })];
  const { question, notes } = ask();
  assert.equal((await chain([first, second])(question)).from, 'second');
  assert.deepEqual(notes, [{ kind: 'fallback', from: 'first', to: 'second', because: 'auth' }]);
});

test('a cancel goes nowhere else', async () => {
  const [first, second] = [scripted('first', 'cancelled'), scripted('second')];
  assert.equal((await failureOf(chain([first, second])(ask().question))).kind, 'cancelled');
  assert.equal(second.calls.length, 0);
});

test('a closed target is skipped without being asked', async () => {
  const [first, second] = [scripted('first'), scripted('second', { says: 'hello' })];
  const { question, notes } = ask();
  assert.equal((await chain([first, second], { first: 'circuit-open' })(question)).from, 'second');
  assert.deepEqual(notes, [{ kind: 'skipped', target: 'first', because: 'circuit-open' }]);
  assert.equal(first.calls.length, 0);
});

const aboutTheServer = { certificate: 'a certificate that is not trusted', 'bad-request': 'a bad request' } as const;
for (const [kind, what] of Object.entries(aboutTheServer) as [keyof typeof aboutTheServer, string][])
  test(`${what} is not tried again behind the same origin, but elsewhere`, async () => {
    const first = scripted('first', kind);
    const sibling = scripted('sibling');
    const other = scripted('other', { says: 'hello' });
    const behind = { ...sibling, target: { ...sibling.target, origin: first.target.origin } };
    assert.equal((await chain([first, behind, other])(ask().question)).from, 'other');
    assert.equal(sibling.calls.length, 0);
  });

test('each target is told how many healthy ones could still take over', async () => {
  const targets = [scripted('a', 'server'), scripted('b'), scripted('c', 'server'), scripted('d', { says: 'hello' })];
  await chain(targets, { b: 'no-key' })(ask().question);
  assert.deepEqual([targets[0]?.calls[0]?.alternatives, targets[2]?.calls[0]?.alternatives], [2, 1]);
});

test('when nobody answers, the first failure is thrown with what became of the others', async () => {
  const failure = await failureOf(chain([scripted('a', 'overloaded'), scripted('b', 'auth')])(ask().question));
  assert.deepEqual([failure.kind, failure.details.others?.map(({ kind }) => kind)], ['overloaded', ['auth']]);
});

test('when no server at all could be connected to, the failure says that the network is gone', async () => {
  const lost = (id: string, host: string, kind: FailureKind = 'unknown-host'): Scripted =>
    scripted(id, { fails: kind, details: { facts: { host } } });
  const isGone = async (...chained: Parameters<typeof chain>): Promise<boolean> =>
    (await failureOf(chain(...chained)(ask().question))).details.facts?.['noNetwork'] === 1;
  const first = lost('a', 'a.test');
  assert.deepEqual(
    await Promise.all([
      isGone([lost('a', 'a.test'), lost('b', 'b.test', 'connect-timeout')]),
      isGone([lost('a', 'a.test'), scripted('b')], { b: 'offline' }),
      isGone([first, scripted('b')], {
        get b() {
          return first.calls.length > 0 ? 'offline' : undefined;
        },
      }),
      isGone([lost('a', 'a.test'), lost('b', 'a.test')]),
      isGone([lost('a', 'a.test'), scripted('b', 'auth')]),
      isGone([scripted('b', 'auth'), lost('a', 'a.test'), lost('c', 'c.test')]),
    ]),
    [true, true, true, false, false, false],
  );
});

test('when it is keys alone that are missing, that is said', async () => {
  const failure = await failureOf(chain([scripted('a'), scripted('b')], { a: 'no-key', b: 'no-key' })(ask().question));
  assert.deepEqual([failure.kind, failure.details.sent], ['no-key', 'no']);
});

test('with every circuit open nobody is asked', async () => {
  const failure = await failureOf(chain([scripted('a')], { a: 'circuit-open' })(ask().question));
  assert.deepEqual([failure.kind, failure.details.sent], ['all-paused', 'no']);
});

test('without any target it says so', async () => {
  assert.equal((await failureOf(chain([])(ask().question))).kind, 'no-target');
});

test('after text was shown the next target begins with a visible restart', async () => {
  const targets = [scripted('a', { fails: 'stalled', afterText: 'The fun' }), scripted('b', { says: 'It adds.' })];
  const { question, events } = ask({ watched: true });
  await chain(targets)(question);
  assert.equal(shown(events), 'The fun|It adds.');
});

test('before text was shown the next target takes over without a seam', async () => {
  const { question, events } = ask({ watched: true });
  await chain([scripted('a', 'server'), scripted('b', { says: 'It adds.' })])(question);
  assert.equal(shown(events), 'It adds.');
});

test('with nobody left the partial text comes with the failure', async () => {
  const { question } = ask({ watched: true });
  const failure = await failureOf(chain([scripted('a', { fails: 'truncated', afterText: 'The fun' })])(question));
  assert.deepEqual([failure.kind, failure.details.partial], ['truncated', 'The fun']);
});

test('only the targets that the question allows are asked', async () => {
  const [first, second] = [scripted('first'), scripted('second', { says: 'hello' })];
  assert.equal((await chain([first, second])(ask({ only: ['second'] }).question)).from, 'second');
  assert.equal(first.calls.length, 0);
});

test('no further target is asked when the attempts are used up', async () => {
  const second = scripted('second');
  const { question } = ask({ attempts: { left: 1 } });
  const first = scripted('first', 'server');
  const spending = { ...first, ask: (asked: typeof question) => ((asked.attempts.left -= 1), first.ask(asked)) };
  await failureOf(chain([spending, second])(question));
  assert.equal(second.calls.length, 0);
});

test('whoever waits is told who is asked next, and of the last one that nobody is', async () => {
  const told: (string | undefined)[] = [];
  const tells = (id: string): Scripted => {
    const target = scripted(id, 'auth');
    const ask: Ask = question => {
      question.onAsking?.({ target: id, attempt: 1, startedAt: 0, silentAt: 1 });
      return target.ask(question);
    };
    return { ...target, ask };
  };
  const { question } = ask();
  const lanes = [tells('first'), tells('paused'), tells('last')];
  await failureOf(
    chain(lanes, { paused: 'paused-by-user' })({ ...question, onAsking: ({ next }) => void told.push(next) }),
  );
  assert.deepEqual(told, ['last', undefined]);
});
