// Over 200 lines: rows of a table.

import { priced, workspace } from '../../stage/budgetOf.ts';
import { refusing, sending, streaming, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';
import type { Finish } from '../../stage/wires.ts';

const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
const chunk = (delta: object, more: object = {}): string => event({ choices: [{ index: 0, delta, ...more }] });

/** The healthy text, ended for this reason. */
const endedFor = (reason: Finish): Play => streaming(wire => wire.begun('It ', 'adds.') + wire.finish(reason));

/** An answer, whoever comes next: it is not a failure, and no other target is asked about it. */
const answered = (ends: 'refused' | 'length', more: object = {}): Partial<Row> => ({
  alone: { requests: 1, ends, stored: false, ...more },
  backup: { requests: 1, ends, by: 'target', stored: false, ...more },
});
const empty = { requests: 2, ends: 'empty', trips: 1 } as const;

const absurd: readonly (readonly [string, unknown])[] = [
  ['negative', -1],
  ['1e12', 1e12],
  ['a text', '7'],
  ['a fraction', 0.5],
  ['null', null],
];

/** Its ledger says what it took. */
const counted = { target: () => priced, world: { budget: {} } } satisfies Partial<Row>;

/** VI. Answers that came whole, and what they mean. */
export const meaningRows: readonly Row[] = [
  ...(['length', 'window'] as const).map((reason): Row => ({
    id: 'F130',
    variant: reason,
    title: 'an answer that was cut at the length limit is an answer, and not remembered',
    serve: endedFor(reason),
    ...answered('length'),
  })),
  {
    id: 'F130',
    variant: 'as an edit',
    title: 'code that was cut is never put in',
    wires: 'none',
    heldBy: [
      ['core/confidence/assess.test.ts', 'prose that was cut may be read with care, code that was cut may not be used'],
    ],
  },
  {
    id: 'F131',
    variant: 'after text',
    title: 'what the provider declines is said, and no other provider is shopped for',
    serve: endedFor('refused'),
    ...answered('refused'),
  },
  {
    id: 'F131',
    variant: 'delta.refusal',
    title: 'what the provider declines is said, and no other provider is shopped for',
    wires: ['openai', 'local'],
    serve: streaming(wire => chunk({ refusal: 'I cannot help.' }) + wire.finish('stop')),
    ...answered('refused', { text: 'I cannot help.' }),
  },
  {
    id: 'F131',
    variant: 'with a 400',
    title: 'what the provider declines is said, and no other provider is shopped for',
    wires: ['openai', 'local'],
    serve: refusing(400, { code: 'content_policy_violation', message: 'Against the rules.' }),
    ...answered('refused', { text: 'Against the rules.', answerSpent: 'estimated' }),
  },
  {
    id: 'F132',
    title: 'a tool call that nobody offered is no answer; nothing is run',
    serve: streaming(wire => wire.begun() + wire.finish('tool')),
    alone: { ...empty, code: 'tool-call', spent: 'input' },
    backup: { requests: 2, code: 'tool-call', trips: 1, spent: 'input' },
  },
  {
    id: 'F133',
    title: 'an answer that pauses is an incomplete one',
    wires: ['anthropic'],
    serve: streaming(wire => wire.begun('It ', 'adds.') + wire.finish('length').replace('max_tokens', 'pause_turn')),
    ...answered('length'),
  },
  {
    id: 'F134',
    title: 'a model that has run out of resources is overloaded',
    wires: ['openai', 'local'],
    serve: streaming(() => chunk({}, { finish_reason: 'insufficient_system_resource' })),
    alone: { requests: 2, ends: 'overloaded', trips: 1, spent: 'input', tookMs: 1_250 },
    backup: { requests: 1, trips: 1, spent: 'input' },
  },
  {
    id: 'F135',
    variant: 'null',
    title: 'an answer of nothing is no answer',
    wires: ['openai', 'local'],
    serve: sending(JSON.stringify({ choices: [{ message: { content: null }, finish_reason: 'stop' }] })),
    alone: { ...empty, spent: 'input' },
    backup: { requests: 2, trips: 1, spent: 'input' },
  },
  {
    id: 'F135',
    variant: 'white space',
    title: 'an answer of nothing is no answer',
    serve: streaming(wire => wire.events(wire.payloads([' \n', '\t']))),
    alone: { ...empty, spent: 'estimated' },
    backup: { requests: 2, trips: 1, spent: 'estimated' },
  },
  {
    id: 'F136',
    title: 'what is not counted is estimated',
    serve: streaming(wire => wire.events(wire.payloads()).replaceAll(/"usage":\{[^}]*\}/g, '"usage":null')),
    alone: { requests: 1, answerSpent: 'estimated' },
    ...counted,
    course: async ({ ask, clock, ledger }) => {
      const { usage } = await clock.runUntil(ask().answer);
      const { used, estimated } = ledger?.standing(workspace).day ?? {};
      return { isSame: used === usage.inputTokens + usage.outputTokens, isEstimated: used === estimated };
    },
    played: { isSame: true, isEstimated: true },
  },
  ...absurd.map(([variant, count]): Row => ({
    id: 'F137',
    variant,
    title: 'a count that cannot be is estimated',
    serve: streaming(wire =>
      wire
        .events(wire.payloads())
        .replaceAll(/"(completion|output|total)_tokens":\d+/g, `"$1_tokens":${JSON.stringify(count)}`),
    ),
    alone: { requests: 1, answerSpent: 'estimated' },
  })),
  {
    id: 'F137',
    variant: 'in the ledger',
    title: 'a count that cannot be is estimated, and said to be an estimate',
    wires: 'none',
    heldBy: [
      ['core/budget/ledger.test.ts', 'F137 a usage that is ${name} is replaced by the estimate, and said to be one'],
      ['core/budget/ledgerProjection.test.ts', 'what is negative, no number or beyond all measure is no record'],
    ],
  },
  {
    id: 'F138',
    title: 'of several counts the last one stands; they are not added up',
    serve: streaming(wire => {
      const counts = { prompt_tokens: 11, completion_tokens: 3, total_tokens: 14 };
      const early =
        wire.protocol === 'openai'
          ? event({ choices: [], usage: counts })
          : event({ type: 'message_delta', delta: {}, usage: { output_tokens: 3 } });
      return wire.begun('It ', 'adds.') + early + wire.finish('stop');
    }),
    ...counted,
    course: async ({ ask, clock, ledger }) => {
      const { usage } = await clock.runUntil(ask().answer);
      return { usage, used: ledger?.standing(workspace).day.used };
    },
    played: { usage: { inputTokens: 11, outputTokens: 7, cachedInputTokens: 0, exact: true }, used: 18 },
  },
  {
    id: 'F139',
    title: 'what is no plain code for this place is shown and not applied',
    wires: 'none',
    heldBy: [
      ['core/confidence/reading/reading.test.ts', 'prose is no code'],
      ['core/confidence/reading/reading.test.ts', 'a fence around a fence is one fence'],
      ['core/confidence/reading/reading.test.ts', 'of several blocks the only one in the right language is meant'],
      ['assist/readOutcome.test.ts', 'whatever leaves a doubt about the code is shown, not applied'],
    ],
  },
  {
    id: 'F140',
    title: 'an answer that says the same line for ever is stopped early',
    serve: streaming(wire => wire.events(wire.payloads(Array.from({ length: 200 }, () => 'again and again\n')))),
    alone: {
      requests: 1,
      ends: 'length',
      stored: false,
      answerSpent: 'estimated',
      text: 'again and again\n'.repeat(50),
    },
  },
  {
    id: 'F141',
    title: 'an edit whose place is gone, or is there twice, is not applied',
    wires: 'none',
    heldBy: [
      ['assist/anchor.test.ts', 'is lost when the code was changed'],
      ['assist/anchor.test.ts', 'is not guessed at when nothing tells the copies apart'],
      ['scenes/edit/edit.test.ts', 'is refused when the very code was changed meanwhile, and nothing is lost'],
    ],
  },
  {
    id: 'F142',
    title: 'what hides, escapes or links in an answer does nothing',
    wires: 'none',
    heldBy: [
      [
        'core/unicode/hiddenText.test.ts',
        'of all code points between Latin letters, those that cannot be seen are found, and no other',
      ],
      ['media/panel/renderMarkdown.test.ts', 'hidden characters are visible in code and gone from prose'],
    ],
  },
  {
    id: 'F143',
    title: 'an answer that holds something like a secret is masked wherever it is kept',
    wires: 'none',
    heldBy: [
      [
        'core/cache/answerCache.test.ts',
        'F143: an answer with a secret in it is kept nowhere, nor one that cannot be searched',
      ],
      [
        'libraries/secrets/sinks.test.ts',
        'no secret reaches what is sent, logged, remembered or kept, whatever the server does with it (${wire})',
      ],
    ],
  },
];
