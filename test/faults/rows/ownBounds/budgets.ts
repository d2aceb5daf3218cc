import type { Ledger } from '../../../../src/core/budget/ledger.ts';
import { priced, workspace } from '../../stage/budgetOf.ts';
import { endOf } from '../../stage/endOf.ts';
import { healthy, streaming, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

/** What every healthy answer of these servers says that it took. */
const answerTokens = 18;

/** Less than the estimate of the smallest question and its answer. */
const tooLittle = { dayTokens: 100 };

const counted = { target: () => priced } satisfies Partial<Row>;

/** Used and reserved of the day. */
const today = (ledger: Ledger | undefined): readonly (number | undefined)[] => {
  const day = ledger?.standing(workspace).day;
  return [day?.used, day?.reserved];
};

/** An answer that takes two seconds. */
const slowly: Play = (wire, clock) => async exchange => {
  await new Promise<void>(resolve => void clock.after(2_000, resolve));
  await healthy(wire, clock)(exchange);
};

/** An answer to a prompt of which the provider says that it was this long: it counts what it adds to it, too. */
const longPrompt = (tokens: number): Play =>
  streaming(wire => wire.events(wire.payloads()).replaceAll(/"(prompt|input)_tokens":11/g, `"$1_tokens":${tokens}`));

/** VII. What may be spent, F161 to F163. */
export const budgetRows: readonly Row[] = [
  {
    ...counted,
    id: 'F161',
    variant: 'does not fit',
    title: 'what the rest of the budget does not cover is not sent, and who costs nothing is asked',
    world: { budget: tooLittle },
    alone: { requests: 0, ends: 'budget-spent', code: 'day' },
    backup: { requests: 0 },
  },
  {
    ...counted,
    id: 'F161',
    variant: 'used up',
    title: 'with the budget used up nothing is sent to who costs, and who costs nothing is asked',
    world: { budget: {} },
    courseWith: 'backup',
    course: async stage => {
      await endOf(stage.ask(), stage);
      await stage.ledger?.setLimit(workspace, 'day', answerTokens);
      const asked = stage.ask({ words: 'again' });
      const { from } = await stage.clock.runUntil(asked.answer);
      const skipped = asked.notes.flatMap(note => (note.kind === 'skipped' ? [note.because] : []));
      return { from, skipped, requests: stage.server?.requests.length, today: today(stage.ledger) };
    },
    played: { from: 'backup', skipped: ['budget'], requests: 1, today: [answerTokens, 0] },
  },
  {
    ...counted,
    id: 'F161',
    variant: 'strict',
    title: 'where the user wants it strict nothing is sent to anybody',
    world: { budget: { ...tooLittle, onExceeded: 'block' } },
    courseWith: 'backup',
    course: async stage => {
      const end = await endOf(stage.ask(), stage);
      const requests = [stage.server, stage.backup].map(server => server?.requests.length);
      return { end, requests, today: today(stage.ledger) };
    },
    played: { end: 'budget-blocked', requests: [0, 0], today: [0, 0] },
  },
  {
    ...counted,
    id: 'F161',
    variant: 'over it once',
    title: 'one question over the budget is sent when the user lets it, and the next is not',
    world: { budget: tooLittle },
    course: async stage => {
      const over = await endOf(stage.ask({ overBudget: true }), stage);
      const next = await endOf(stage.ask({ words: 'again' }), stage);
      return { over, next, requests: stage.server?.requests.length, today: today(stage.ledger) };
    },
    played: { over: 'live', next: 'budget-spent', requests: 1, today: [answerTokens, 0] },
  },
  {
    id: 'F161',
    variant: 'said',
    title: 'it is said, and only the user can raise it',
    wires: 'none',
    heldBy: [
      ['scenes/budget/budget.test.ts', 'that does not cover a question lets what costs nothing answer'],
      [
        'scenes/budget/budget.test.ts',
        'that is strict stops the question before anything is sent, and can be gone over from its panel',
      ],
      [
        'interaction/settings/checkedSettings.test.ts',
        'a workspace may lower a budget, not raise it and not take it away',
      ],
    ],
  },
  {
    ...counted,
    id: 'F162',
    title: 'what costs more than was reserved is counted, and the next is refused',
    serve: longPrompt(904),
    world: { budget: { dayTokens: 800 } },
    course: async stage => {
      const first = await endOf(stage.ask(), stage);
      const second = await endOf(stage.ask({ words: 'again' }), stage);
      return { first, second, requests: stage.server?.requests.length, today: today(stage.ledger) };
    },
    played: { first: 'live', second: 'budget-spent', requests: 1, today: [911, 0] },
  },
  {
    ...counted,
    id: 'F163',
    variant: 'the month turns',
    title: 'what was reserved in one period is settled in it',
    serve: slowly,
    world: { budget: {}, wallMs: Date.UTC(2026, 0, 31, 23, 59, 59) },
    course: async stage => {
      const end = await endOf(stage.ask(), stage);
      const sums = stage.ledger?.carryOver().filter(({ kind }) => kind === 'sum');
      return { end, today: today(stage.ledger), attempts: sums?.map(sum => [sum['period'], sum['attempts']]) };
    },
    played: {
      end: 'live',
      today: [0, 0],
      attempts: [
        ['2026-01', 1],
        ['2026-01-31', 1],
      ],
    },
  },
  {
    ...counted,
    id: 'F163',
    variant: 'the limit is lowered',
    title: 'a limit that is lowered meanwhile holds for the next question, and what is under way is settled',
    serve: slowly,
    world: { budget: {} },
    course: async stage => {
      const asked = stage.ask();
      await stage.clock.quiet();
      await stage.ledger?.setLimit(workspace, 'day', 1);
      const end = await endOf(asked, stage);
      const next = await endOf(stage.ask({ words: 'again' }), stage);
      return { end, next, requests: stage.server?.requests.length, today: today(stage.ledger) };
    },
    played: { end: 'live', next: 'budget-spent', requests: 1, today: [answerTokens, 0] },
  },
];
