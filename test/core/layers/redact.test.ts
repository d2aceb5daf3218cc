import { assessAnswer } from '../../../src/core/layers/assessAnswer.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import type { QuestionChanges } from '../../support/scripted.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Ask } from '../../../src/core/model/layer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { redact } from '../../../src/core/layers/redact.ts';
import { answerOf, ask, failureOf, scripted, shown, type Asked } from '../../support/scripted.ts';
import type { Scan } from '../../../src/core/secrets/secretScan.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';
import type { Question } from '../../../src/core/model/question.ts';

/** Whatever looks like `key_…` is a secret. */
const scan: Scan = async text =>
  [...text.matchAll(/key_[a-z0-9]+/g)].map(({ index, 0: key }) => ({
    start: index,
    end: index + key.length,
    kind: 'key',
  }));
const on = { scan, enabled: () => true };

/** A model that sees the masked question and makes an answer of it. */
const model = (say: (seen: Question) => Answer | string) => {
  const seen: Question[] = [];
  const next: Ask = async question => {
    seen.push(question);
    const said = say(question);
    return typeof said === 'string' ? answerOf('model', said) : said;
  };
  return { next, seen };
};

const textOf = (question: Question | undefined) =>
  question?.request.parts.map(section => section.text).join('\n') ?? '';
const repeat = (seen: Question) => textOf(seen);

function edit(code: string, more: QuestionChanges = {}): Asked {
  const sections = [
    { kind: 'text', name: 'selection', role: 'user', text: `Rename it:\n${code}`, priority: 1 },
  ] as const;
  return ask({
    task: 'edit',
    request: { template: 'edit@1', parts: sections },
    expects: { form: 'code', language: 'typescript', code },
    ...more,
  });
}

test('a model sees a placeholder and the user sees the secret', async () => {
  const { next, seen } = model(repeat);
  const answer = await redact(on)(next)(ask({ words: "const k = 'key_abc123';" }).question);
  assert.match(textOf(seen[0]), /^const k = 'SECRET_1_x[a-z0-9]{7}';$/);
  assert.equal(answer.text, "const k = 'key_abc123';");
});

test('the code that an edit will be compared with is masked too', async () => {
  const { next, seen } = model(repeat);
  await redact(on)(next)(edit('f("key_abc123")').question);
  assert.match(seen[0]?.purpose?.expects.code ?? '', /^f\("SECRET_1_x[a-z0-9]{7}"\)$/);
});

test('the same secret has the same placeholder everywhere and another one has its own', async () => {
  const { next, seen } = model(repeat);
  await redact(on)(next)(ask({ words: 'key_a1 key_b2 key_a1' }).question);
  const placeholders = textOf(seen[0]).split(' ');
  assert.equal(placeholders[0], placeholders[2]);
  assert.notEqual(placeholders[0], placeholders[1]);
});

test('a secret that was found by its name in one place is masked in another where it has none', async () => {
  const byName: Scan = async text => {
    const found = /password=(?<secret>\w+)/d.exec(text)?.indices?.groups?.['secret'];
    return found ? [{ start: found[0], end: found[1], kind: 'assignment' }] : [];
  };
  const { next, seen } = model(repeat);
  await redact({ scan: byName, enabled: () => true })(next)(
    ask({ words: 'password=hunter2hunter2, why is hunter2hunter2 bad?' }).question,
  );
  assert.doesNotMatch(textOf(seen[0]), /hunter2/);
});

test('findings that overlap are masked as one', async () => {
  const overlapping: Scan = async () => [
    { start: 4, end: 9, kind: 'b' },
    { start: 2, end: 6, kind: 'a' },
  ];
  const { next, seen } = model(repeat);
  const answer = await redact({ scan: overlapping, enabled: () => true })(next)(ask({ words: '0123456789' }).question);
  assert.match(textOf(seen[0]), /^01SECRET_1_x[a-z0-9]{7}9$/);
  assert.equal(answer.text, '0123456789');
});

test('how many secrets were masked is noted, and nothing else of them', async () => {
  const { question, notes } = ask({ words: 'key_a1 key_b2 key_a1' });
  await redact(on)(model(repeat).next)(question);
  assert.deepEqual(notes, [{ kind: 'masked', count: 2 }]);
});

test('a question without secrets goes on untouched', async () => {
  const { next, seen } = model(repeat);
  const { question, notes } = ask({ words: 'what is a key?' });
  await redact(on)(next)(question);
  assert.equal(seen[0], question);
  assert.deepEqual(notes, []);
});

test('with masking switched off nothing is even scanned', async () => {
  const { next, seen } = model(repeat);
  const never: Scan = () => Promise.reject(new Error('scanned'));
  const { question } = ask({ words: 'key_a1' });
  await redact({ scan: never, enabled: () => false })(next)(question);
  assert.equal(seen[0], question);
});

test('what could not be scanned is not sent', async () => {
  const { next, seen } = model(repeat);
  const broken: Scan = () => Promise.reject(new Error('no memory'));
  const failure = await failureOf(redact({ scan: broken, enabled: () => true })(next)(ask().question));
  assert.deepEqual([failure.kind, failure.details.code, failure.details.sent], ['unknown', 'scan-failed', 'no']);
  assert.equal(seen.length, 0);
});

test('a scan that never ends does not outlast a cancel', async () => {
  const endless: Scan = () => new Promise(() => undefined);
  const { question, stop } = ask();
  const asking = failureOf(redact({ scan: endless, enabled: () => true })(model(repeat).next)(question));
  stop.abort(new Failure('cancelled'));
  assert.equal((await asking).kind, 'cancelled');
});

test('equal questions are masked equally, so that an answer can be remembered for the next one', async () => {
  const { next, seen } = model(repeat);
  for (const key of ['key_a1', 'key_a1', 'key_zz']) await redact(on)(next)(ask({ words: `send ${key}` }).question);
  assert.equal(textOf(seen[0]), textOf(seen[1]));
  assert.equal(textOf(seen[0]), textOf(seen[2]), 'nor does the placeholder tell anything of the secret');
  await redact(on)(next)(ask({ words: 'drop key_a1' }).question);
  assert.notEqual(textOf(seen[0]).split(' ')[1], textOf(seen[3]).split(' ')[1]);
});

test('what the user wrote in the form of a placeholder stays as it is', async () => {
  const { next, seen } = model(repeat);
  await redact(on)(next)(ask({ words: 'a key_a1' }).question);
  const taken = textOf(seen[0]).slice(2);
  const sections = [
    { kind: 'text', name: 'question', role: 'user', text: 'a key_a1', priority: 1 },
    { kind: 'text', name: 'file', role: 'user', text: `it says ${taken}`, priority: 1 },
  ] as const;
  const answer = await redact(on)(next)(ask({ request: { template: 'test@1', parts: sections } }).question);
  assert.equal(answer.text, `a key_a1\nit says ${taken}`);
});

test('a secret that looks like a replacement pattern comes back as it was', async () => {
  const all: Scan = async text => [{ start: 0, end: text.length, kind: 'all' }];
  const answer = await redact({ scan: all, enabled: () => true })(model(repeat).next)(
    ask({ words: "$&$1$'$$" }).question,
  );
  assert.equal(answer.text, "$&$1$'$$");
});

test('text that had arrived before a failure has its secrets back, also in failures within it', async () => {
  const failing: Ask = async question => {
    const partial = `so far: ${textOf(question)}`;
    throw new Failure('stalled', { partial, others: [new Failure('reset', { partial })] });
  };
  const failure = await failureOf(redact(on)(failing)(ask({ words: 'key_a1' }).question));
  assert.equal(failure.details.partial, 'so far: key_a1');
  assert.equal(failure.details.others?.[0]?.details.partial, 'so far: key_a1');
});

/** Secrets are masked for a model whose answers are judged. */
const judging = (next: Ask): Ask =>
  redact(on)(assessAnswer(new VirtualClock(), { parse: async () => ({ verdict: 'unknown' }) })(next));

test('an edit that keeps every placeholder is not doubted', async () => {
  const { next } = model(seen => `Here it is:\n\`\`\`ts\n${seen.purpose?.expects.code}\n\`\`\``);
  const answer = await judging(next)(edit('f("key_a1", "key_b2")').question);
  assert.ok(answer.confidence?.signs.every(({ code }) => code !== 'placeholder-lost'));
  assert.match(answer.text, /f\("key_a1", "key_b2"\)/);
});

const spoilt: Record<string, (code: string) => string> = {
  'in small letters': code => code.toLowerCase(),
  'with another number': code => code.replace('SECRET_1', 'SECRET_7'),
  'cut short': code => code.replace(/SECRET_1_x.../, 'SECRET_1_x'),
  'only once where it was twice': code => code.replace(/, "SECRET_1[^"]*"/, ''),
  'only in the words around the code': () => 'f()',
};
for (const [how, spoil] of Object.entries(spoilt)) {
  test(`an edit that has a placeholder ${how} is shown and not applied`, async () => {
    const { next } = model(({ purpose }) => {
      const code = purpose?.expects.code ?? '';
      return `I keep ${code}\n\`\`\`ts\n${spoil(code)}\n\`\`\``;
    });
    const answer = await judging(next)(edit('f("key_a1", "key_a1")').question);
    assert.deepEqual(answer.confidence?.signs[0]?.code, 'placeholder-lost');
    assert.equal(answer.confidence?.score, 0);
  });
}

test('a refusal to edit is not blamed for the secrets that it does not repeat', async () => {
  const { next } = model(() => answerOf('model', 'I cannot help with that.', { finish: 'refused' }));
  const answer = await redact(on)(next)(edit('f("key_a1")').question);
  assert.equal(answer.confidence, undefined);
});

test('an explanation need not name every secret', async () => {
  const answer = await redact(on)(model(() => 'It calls f.').next)(ask({ words: 'f("key_a1")' }).question);
  assert.equal(answer.confidence, undefined);
});

/** Streams the masked text in these pieces. */
const streaming =
  (cut: (text: string) => readonly string[], between: readonly AnswerEvent[] = []): Ask =>
  async question => {
    const text = textOf(question);
    for (const piece of cut(text)) {
      question.onEvent?.({ kind: 'text', text: piece });
      between.forEach(event => question.onEvent?.(event));
    }
    return answerOf('model', text);
  };

const characters = (text: string) => Array.from(text);

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('key_a1', 'key_b2', 'SECRET', 'SECRET_1_', 'S', 'SE', '\n', '$&'),
      fc.string({ maxLength: 5 }),
    ),
  )
  .map(parts => `${parts.join('')} key_z9 `);

test('streamed text reads the same however it is cut, down to single characters', async () => {
  await fc.assert(
    fc.asyncProperty(words, fc.array(fc.nat({ max: 12 })), async (text, cuts) => {
      const cut = (whole: string) => {
        const pieces = cuts.map(length => {
          const piece = whole.slice(0, length);
          whole = whole.slice(length);
          return piece;
        });
        return [...pieces, ...characters(whole)];
      };
      const { question, events } = ask({ words: text, watched: true });
      const answer = await redact(on)(streaming(cut))(question);
      assert.equal(shown(events), text);
      assert.equal(answer.text, text);
    }),
    { numRuns: 300 },
  );
});

test('no piece of a placeholder is ever shown', async () => {
  const { question, events } = ask({ words: 'a key_a1 b key_b2', watched: true });
  await redact(on)(streaming(characters))(question);
  for (const event of events) assert.doesNotMatch(event.kind === 'text' ? event.text : '', /S|_x/);
});

test('thinking does not push out what is held back', async () => {
  const { question, events } = ask({ words: 'a key_a1', watched: true });
  await redact(on)(streaming(characters, [{ kind: 'thinking' }]))(question);
  assert.equal(shown(events), 'a key_a1');
});

test('when another target begins anew, what was held back of the first one is gone', async () => {
  const restarting: Ask = async question => {
    question.onEvent?.({ kind: 'text', text: 'first SECRET_' });
    question.onEvent?.({ kind: 'restart', because: new Failure('reset'), next: 'second' });
    question.onEvent?.({ kind: 'text', text: 'second' });
    return answerOf('second', 'second');
  };
  const { question, events } = ask({ words: 'key_a1', watched: true });
  await redact(on)(restarting)(question);
  assert.equal(shown(events), 'first |second');
});

test('what is still held back when a target fails is shown', async () => {
  const cutOff: Ask = async question => {
    question.onEvent?.({ kind: 'text', text: 'so far SECRET' });
    throw new Failure('truncated');
  };
  const { question, events } = ask({ words: 'key_a1', watched: true });
  await failureOf(redact(on)(cutOff)(question));
  assert.equal(shown(events), 'so far SECRET');
});

test('what was found clean is not searched again; what holds a secret is searched each time', async () => {
  const searched: string[] = [];
  const scan = async (text: string) => {
    searched.push(text);
    const start = text.indexOf('hunter2');
    return start < 0 ? [] : [{ start, end: start + 7, kind: 'password' }];
  };
  const layer = redact({ scan, enabled: () => true })(scripted('only', { says: 'hello' }).ask);
  for (const words of ['plain words', 'plain words', 'hunter2', 'hunter2']) await layer(ask({ words }).question);
  assert.deepEqual(
    searched.map(text => text.trim()),
    ['plain words', 'hunter2', 'hunter2'],
  );
});

test('a secret that is found in a new text is masked in one that was clean by itself', async () => {
  const secret = 'correct-horse-battery-1';
  const scan = async (text: string) => {
    const start = text.indexOf(`password=${secret}`);
    return start < 0 ? [] : [{ start: start + 9, end: start + 9 + secret.length, kind: 'password' }];
  };
  const target = scripted('only', { says: 'hello' });
  const layer = redact({ scan, enabled: () => true })(target.ask);
  const section = (text: string) => ({ kind: 'text', name: 'code', role: 'user', text, priority: 1 }) as const;
  const asking = (...texts: string[]) => layer(ask({ request: { template: 't', parts: texts.map(section) } }).question);
  await asking(`login(${secret})`);
  await asking(`login(${secret})`, `password=${secret}`);
  assert.equal(
    target.calls[1]?.request.parts.some(({ text }) => text.includes(secret)),
    false,
  );
});
