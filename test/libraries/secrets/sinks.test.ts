import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import '@anthropic-ai/sdk';
import fc from 'fast-check';
import 'openai';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { AnswerCache } from '../../../src/core/cache/answerCache.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { Limiters } from '../../../src/core/resilience/limiters.ts';
import { SharedCircuits } from '../../../src/core/resilience/sharedCircuits.ts';
import { maskText } from '../../../src/core/secrets/maskText.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { storedAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import { storedQuestion } from '../../../src/interaction/history/storedQuestion.ts';
import { logLines } from '../../../src/interaction/platform/logLines.ts';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { contextOf } from '../../assist/context.ts';
import { testKey } from '../../providers/asking.ts';
import { openFaultStage, type FaultStage } from '../../faults/stage/faultStage.ts';
import { broken, refusing, sending, streaming, type Play } from '../../faults/stage/replies.ts';
import type { AdapterName } from '../../faults/stage/wires.ts';
import type { Received } from '../../support/readRequests.ts';
import { answerOf } from '../../support/scripted.ts';
import { secretCorpus, type Planted } from './written/secretCorpus.ts';

const texts = Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 1_000);
const formats = Object.values(secretCorpus);
const seed = 20_26;
const corpus = formats.flatMap(format => fc.sample(format, { numRuns: Math.ceil(texts / formats.length), seed }));
const secretsOf = ({ text, places }: Planted): string[] => places.map(({ start, end }) => text.slice(start, end));

/** Texts that are asked about in one question. */
interface Batch {
  readonly texts: readonly string[];
  readonly secrets: readonly string[];
  /** The user names these in the question: they are long enough to be known again where they stand bare. */
  readonly named: readonly string[];
}

const batches = Array.from({ length: Math.ceil(corpus.length / 5) }, (_, at) =>
  batchOf(corpus.slice(at * 5, at * 5 + 5)),
);

function batchOf(planted: readonly Planted[]): Batch {
  const alone = planted.map(secretsOf).filter(secrets => secrets.length === 1);
  return {
    texts: planted.map(({ text }) => text),
    secrets: planted.flatMap(secretsOf),
    named: alone.flat().filter(secret => secret.length >= 16),
  };
}

const mask = (text: string) => maskText(text, { scan: scanSecrets });

/** What a server that repeats everything it was sent does with the question of that number. */
const plays: readonly ((echo: string) => Play)[] = [
  echo => streaming(wire => wire.events(wire.payloads([echo]))),
  echo => streaming(wire => wire.events(wire.payloads(echo.match(/[^]{1,7}/g) ?? []))),
  echo => refusing(400, { message: echo, type: 'invalid_request_error', param: echo }),
  echo => refusing(404, { message: `model ${echo}`, code: 'model_not_found' }, { 'x-request-id': 'req_1' }),
  echo => streaming(wire => wire.begun(echo, echo), broken),
  echo => sending(echo, { 'content-type': 'text/plain' }, 500),
];

const echoing: Play = (wire, clock) => exchange => {
  const { body } = exchange.request;
  const number = Number(/question-no-(\d+)/.exec(body)?.[1]);
  return (plays[number % plays.length] ?? assert.fail())(body)(wire, clock)(exchange);
};

/** What was written down and sent, by the name of the place. */
class Sinks {
  readonly #written = new Map<string, string[]>();

  add(name: string, text: string): void {
    this.#written.set(name, [...(this.#written.get(name) ?? []), text]);
  }

  get names(): readonly string[] {
    return [...this.#written.keys()];
  }

  /** In which places one of the secrets stands, or its end. */
  holding(secrets: readonly string[]): readonly string[] {
    const pieces = secrets.flatMap(secret => [secret, secret.slice(-12)]);
    const sought = [...new Set(pieces.flatMap(piece => [piece, JSON.stringify(piece).slice(1, -1)]))];
    return this.names.filter(name => this.#written.get(name)?.some(text => sought.some(piece => text.includes(piece))));
  }
}

class WatchedAnswers extends AnswerCache {
  readonly remembered: string[] = [];

  override remember(key: string, answer: Answer): void {
    this.remembered.push(key, JSON.stringify(answer));
    super.remember(key, answer);
  }
}

/** A client whose every sink is seen, over a server that repeats what it is sent. */
async function openSinks(wire: AdapterName) {
  const log: string[] = [];
  const observed: string[] = [];
  const seen = (told: unknown): void => void observed.push(inspect(told, { depth: 12 }));
  const shared: string[] = [];
  const unlimited = { requestsPerMinute: Infinity, tokensPerMinute: Infinity, concurrent: Infinity };
  const clock = { now: () => 0, wall: () => 0, random: () => 0.5, after: () => () => undefined };
  const answers = new WatchedAnswers(clock, () => ({ maxEntries: 100, ttlMs: 1 }));
  const limiters = new Limiters(clock, () => unlimited);
  const stage = await openFaultStage({
    row: { serve: echoing, world: { failureThreshold: 1e6 } },
    wire,
    parts: {
      answers,
      limiters,
      redaction: { scan: scanSecrets, enabled: () => true },
      observers: [
        { ended: record => log.push(...logLines(record).map(({ text }) => text)) },
        { began: (_, chain) => seen(chain), noted: (_, note) => seen(note), ended: seen },
      ],
    },
  });
  const sharing = new SharedCircuits({
    clock,
    circuits: stage.circuits,
    limiters,
    newId: () => 'id',
    log: {
      durable: true,
      subscribe: () => () => undefined,
      refresh: async () => undefined,
      append: async record => void shared.push(JSON.stringify(record)),
    },
  });
  return { stage, log, observed, shared, answers, sharing };
}

const questionOf = ({ named }: Batch, number: number): string =>
  `What is question-no-${number} about? Why are ${named.join(' and ')} in it?`;

const promptOf = (batch: Batch, number: number) => ({
  template: 'test@1',
  parts: [
    ...batch.texts.map(
      text => ({ kind: 'text', name: 'selection', role: 'user', text: `Explain:\n${text}`, priority: 10 }) as const,
    ),
    { kind: 'text', name: 'question', role: 'user', text: questionOf(batch, number), priority: 9 } as const,
  ],
});

async function askAll(stage: FaultStage, sinks: Sinks, asked: readonly Batch[]): Promise<void> {
  for (const [number, batch] of asked.entries()) {
    const { answer, notes } = stage.ask({ request: promptOf(batch, number), watched: number % 2 === 0 });
    const outcome = await stage.clock.runUntil(answer).catch((error: unknown) => error as Failure);
    sinks.add('notes', inspect(notes, { depth: 12 }));
    if (outcome instanceof Failure) sinks.add('error', inspect(withoutPartial(outcome), { depth: 12 }));
    const text = outcome instanceof Failure ? (outcome.details.partial ?? '') : outcome.text;
    const kept = await keptOf(batch, number, text);
    sinks.add('kept answer', JSON.stringify(kept.answer));
    sinks.add('kept question', JSON.stringify(kept.question));
  }
}

/** Text that had arrived is shown to the user with its secrets; all else of a failure is not theirs. */
const withoutPartial = (failure: Failure): unknown => [
  failure.kind,
  failure.message,
  failure.stack,
  failure.cause,
  {
    ...failure.details,
    partial: undefined,
    others: failure.details.others?.map(withoutPartial),
    before: failure.details.before?.map(withoutPartial),
  },
];

/** The turn as it would be put on disk; its answer brings secrets of its own, too. */
async function keptOf(batch: Batch, number: number, text: string) {
  const [assistance = assert.fail()] = assistances;
  const title = questionOf(batch, number);
  const own = batches[(number + 1) % batches.length]?.texts.join('\n') ?? '';
  const context = contextOf({
    code: batch.texts.join('\n'),
    input: title,
    diagnostics: batch.texts.map(code => ({ line: 1, severity: 'error', message: `'${code}' is no number.` })),
    hovers: batch.texts,
    turns: [{ question: title, answer: text }],
  });
  const turn = { ...newTurn({ id: '1', title, form: 'prose', status: '' }), text: `${text}\n\n${own}` };
  const asked = { assistance, context };
  return {
    answer: await storedAnswer({ ...turn, answer: answerOf('a', turn.text) }, asked, {
      conversation: 'c',
      at: 0,
      mask,
    }),
    question: await storedQuestion(turn, asked, { conversation: 'c', at: 0, mask }),
  };
}

const sent = ({ path, headers, body }: Received): string => `${path}\n${JSON.stringify(headers)}\n${body}`;

for (const [at, wire] of (['openai', 'anthropic'] as const).entries()) {
  test(`no secret reaches what is sent, logged, remembered or kept, whatever the server does with it (${wire})`, async () => {
    const { stage, log, observed, shared, answers, sharing } = await openSinks(wire);
    const asked = batches.filter((_, number) => number % 2 === at);
    const sinks = new Sinks();
    try {
      await askAll(stage, sinks, asked);
      stage.circuits.of(stage.target).pause(); // what other windows are told
    } finally {
      sharing.dispose();
      await stage.end();
    }
    for (const request of stage.server?.requests ?? []) sinks.add('request', sent(request));
    for (const text of log) sinks.add('log', text);
    for (const text of observed) sinks.add('record', text);
    for (const text of shared) sinks.add('shared log', text);
    for (const text of answers.remembered) sinks.add('memory', text);
    assert.deepEqual(
      sinks.names.toSorted(),
      ['error', 'kept answer', 'kept question', 'log', 'memory', 'notes', 'record', 'request', 'shared log'],
      'a sink was not reached, so nothing is known of it',
    );
    const leaks = batches.map(({ texts, secrets }) => ({ texts, places: sinks.holding(secrets) }));
    assert.deepEqual(
      leaks.filter(({ places }) => places.length > 0),
      [],
    );
    const asWritten = asked.map((batch, number) => [questionOf(batch, number).slice(0, 30), testKey]).flat();
    assert.deepEqual(
      asWritten.filter(text => observed.some(told => told.includes(text))),
      [],
      'a record holds a prompt, an answer that repeats it, or the key',
    );
  });
}
