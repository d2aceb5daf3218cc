import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import type { Answer } from '../../src/core/model/answer.ts';
import { Failure } from '../../src/core/model/failure.ts';
import type { FailureKind } from '../../src/core/model/failure.ts';
import type { Ask } from '../../src/core/model/layer.ts';
import { failureOf } from '../support/scripted.ts';
import { questionWith } from './asking.ts';

/** What the peer behind a provider is told to do with the next question. */
export type Script =
  /** Answers with these pieces of text, after these thoughts. */
  | { readonly does: 'answer'; readonly pieces: readonly string[]; readonly thoughts?: readonly string[] }
  /** Does whatever makes a question fail in this way. */
  | { readonly does: 'fail'; readonly kind: FailureKind }
  /** Sends these pieces and then nothing more, without ending. No pieces: it does not even begin. */
  | { readonly does: 'hang'; readonly after: readonly string[] };

/** A provider and a peer that follows scripts. */
export interface ContractWorld {
  readonly ask: Ask;
  /** Id of the target behind `ask`. */
  readonly target: string;
  play(script: Script): void;
  /** How often the peer was called. */
  calls(): number;
  /** Resolves when the peer has a call open. */
  called(): Promise<void>;
  /** Resolves when the peer sees that nobody waits for it any more. */
  hungUp(): Promise<void>;
  end(): Promise<void>;
}

/** What differs between providers under the contract. */
export interface Subject {
  readonly open: () => Promise<ContractWorld>;
  /** The failures that its peer can be made to cause. */
  readonly failures: readonly FailureKind[];
  /** Whether it tells the thoughts of a model apart from its answer. */
  readonly thinks: boolean;
}

/** One sentence of the contract. */
export interface Clause {
  readonly title: string;
  readonly holds: (world: ContractWorld) => Promise<void>;
}

/** What every provider promises, as clauses for any test runner. Each wants a world of its own. */
export function contractOf(subject: Subject): readonly Clause[] {
  return [...answering, ...(subject.thinks ? thinking : []), ...stopping, ...subject.failures.map(failing)];
}

const answering: readonly Clause[] = [
  {
    title: 'answers with the text, live, from its target',
    async holds({ play, ask, target }) {
      play({ does: 'answer', pieces: ['Hello', ', ', 'world', '.'] });
      const { text, from, freshness, finish, ageMs } = await ask(questionWith());
      assert.deepEqual(
        { text, from, freshness, finish, ageMs },
        { text: 'Hello, world.', from: target, freshness: 'live', finish: 'stop', ageMs: 0 },
      );
    },
  },
  {
    title: 'says how much was read and written',
    async holds({ play, ask }) {
      play({ does: 'answer', pieces: ['Hello'] });
      const { usage } = await ask(questionWith());
      assert.ok(usage.inputTokens > 0 && usage.outputTokens > 0);
    },
  },
  {
    title: 'hands the text on as it comes, and all of it',
    async holds({ play, ask }) {
      play({ does: 'answer', pieces: ['a', 'b', 'c'] });
      const question = questionWith();
      const { text } = await ask(question);
      const pieces = question.events.flatMap(event => (event.kind === 'text' ? [event.text] : []));
      assert.equal(pieces.join(''), text);
    },
  },
  {
    title: 'takes an answer without text for a failure',
    async holds({ play, ask }) {
      play({ does: 'answer', pieces: [' \n'] });
      assert.equal((await failureOf(ask(questionWith()))).kind, 'empty');
    },
  },
  {
    title: 'makes exactly one call for an answer',
    async holds({ play, ask, calls }) {
      play({ does: 'answer', pieces: ['Hello'] });
      await ask(questionWith());
      assert.equal(calls(), 1);
    },
  },
];

const thinking: readonly Clause[] = [
  {
    title: 'takes thinking for progress and not for answer text',
    async holds({ play, ask }) {
      play({ does: 'answer', thoughts: ['Let me', ' see'], pieces: ['Four'] });
      const question = questionWith();
      const { text } = await ask(question);
      const kinds = question.events.map(({ kind }) => kind).filter(kind => kind === 'thinking' || kind === 'text');
      assert.deepEqual({ text, kinds }, { text: 'Four', kinds: ['thinking', 'thinking', 'text'] });
    },
  },
];

const stopping: readonly Clause[] = [
  {
    title: 'makes no call for a question that was cancelled before',
    async holds({ ask, calls }) {
      const reason = new Failure('cancelled');
      const error = await failureOf(ask(questionWith({ signal: AbortSignal.abort(reason) })));
      assert.deepEqual([error === reason, calls()], [true, 0]);
    },
  },
  {
    title: 'ends with the reason, and hangs up, when cancelled before the first word',
    async holds({ play, ask, called, hungUp }) {
      play({ does: 'hang', after: [] });
      const stop = new AbortController();
      const asked = failureOf(ask(questionWith({ signal: stop.signal })));
      await called();
      const reason = new Failure('cancelled');
      stop.abort(reason);
      assert.equal(await asked, reason);
      await hungUp();
    },
  },
  {
    title: 'ends with the reason, hangs up and tells nothing more, when cancelled in the middle',
    async holds({ play, ask, hungUp }) {
      play({ does: 'hang', after: ['one ', 'two '] });
      const stop = new AbortController();
      const reason = new Failure('cancelled');
      const texts: string[] = [];
      const onEvent: Parameters<typeof questionWith>[0] = {
        signal: stop.signal,
        onEvent: event => {
          if (event.kind !== 'text') return;
          texts.push(event.text);
          stop.abort(reason);
        },
      };
      assert.equal(await failureOf(ask(questionWith(onEvent))), reason);
      await hungUp();
      assert.equal(texts.length, 1);
    },
  },
  {
    title: 'leaves no listener behind on the signal',
    async holds({ play, ask }) {
      const { signal } = new AbortController();
      play({ does: 'answer', pieces: ['Hello'] });
      await ask(questionWith({ signal }));
      play({ does: 'answer', pieces: [' '] });
      await failureOf(ask(questionWith({ signal })));
      assert.equal(getEventListeners(signal, 'abort').length, 0);
    },
  },
  {
    title: 'answers several questions at once, each with its own text',
    async holds({ play, ask }) {
      play({ does: 'answer', pieces: ['Hello'] });
      const answers: readonly Answer[] = await Promise.all([1, 2, 3, 4].map(() => ask(questionWith())));
      assert.deepEqual(
        answers.map(({ text }) => text),
        ['Hello', 'Hello', 'Hello', 'Hello'],
      );
    },
  },
];

function failing(kind: FailureKind): Clause {
  return {
    title: `fails as '${kind}', for its target, after one call at most`,
    async holds({ play, ask, calls, target }) {
      play({ does: 'fail', kind });
      const failure = await failureOf(ask(questionWith()));
      assert.deepEqual([failure.kind, failure.details.target], [kind, target]);
      assert.ok(calls() <= 1);
    },
  };
}
