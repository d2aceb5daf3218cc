import { startPractice } from '../../practice/server.ts';
import { commentsIn } from '../../src/assist/batch/docsOfAll.ts';
import { createQuestion } from '../../src/assist/createQuestion.ts';
import { docs } from '../../src/assist/tasks/docs.ts';
import { costOf, rowOf } from '../../src/core/budget/modelTable.ts';
import { defaultModels } from '../../src/core/budget/defaultModels.ts';
import type { Price } from '../../src/core/model/target.ts';
import { modelTable } from '../../src/libraries/bundledModels.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { householdOf, provided, targetAt } from '../support/household.ts';
import type { WireName } from '../support/streams.ts';
import { contextOf, defaultInputTokens, groupsOf, undocumentedFile } from './documentedFile.ts';

const count = 30;
const size = 10;
const mostShare = 0.5;
/** Files of one sort and another: whole functions of ours, without their comments. */
const files = [
  ['src/core/confidence'],
  ['src/interaction/text'],
  ['src/assist/documentation', 'src/assist/guard', 'src/assist/commit'],
];

/** What 30 comments take one by one, and in batches of 10, with what the provider remembers between the questions. */
export const batchCost = (): Promise<Figures> =>
  inTurn({ anthropic: () => on('anthropic'), openai: () => on('openai') });

interface Spent {
  readonly questions: number;
  readonly tokens: number;
  readonly usd: number;
  readonly comments: number;
}

async function on(wire: WireName): Promise<Figures> {
  const alone = sumOf(await Promise.all(files.map(folders => played(wire, folders, 1))));
  const batched = sumOf(await Promise.all(files.map(folders => played(wire, folders, size))));
  const [tokens, cost] = [batched.tokens / alone.tokens, batched.usd / alone.usd];
  const asked = `${batched.questions} questions for ${batched.comments} comments, one by one ${alone.questions} for ${alone.comments}`;
  return {
    rows: [
      {
        measure: `${wire}: tokens of ${count} comments of a file`,
        steadfast: perFile(batched.tokens).toFixed(0),
        baseline: perFile(alone.tokens).toFixed(0),
        ratio: tokens.toFixed(2),
        remark: asked,
      },
      {
        measure: `${wire}: their cost`,
        steadfast: `$${perFile(batched.usd).toFixed(4)}`,
        baseline: `$${perFile(alone.usd).toFixed(4)}`,
        ratio: cost.toFixed(2),
        remark: 'what the provider remembers is paid as that, on both sides',
      },
    ],
    goals: [
      { name: `${wire}: tokens in batches of ${size}, of one by one`, value: tokens, limit: mostShare },
      { name: `${wire}: cost in batches of ${size}, of one by one`, value: cost, limit: mostShare },
      {
        name: `${wire}: comments fewer than one by one`,
        value: Math.max(0, alone.comments - batched.comments),
        limit: 0,
      },
    ],
  };
}

const perFile = (sum: number): number => sum / files.length;

const sumOf = (all: readonly Spent[]): Spent =>
  all.reduce((sum, each) => ({
    questions: sum.questions + each.questions,
    tokens: sum.tokens + each.tokens,
    usd: sum.usd + each.usd,
    comments: sum.comments + each.comments,
  }));

async function played(wire: WireName, folders: readonly string[], batchSize: number): Promise<Spent> {
  const practice = await startPractice({ speed: 0 });
  try {
    const baseUrl = wire === 'openai' ? `${practice.origins.openai}/v1` : practice.origins.anthropic;
    const model = wire === 'openai' ? 'practice-medium' : 'practice-large';
    const price = priceOf(wire);
    const target = { ...targetAt(wire, baseUrl), model, price };
    const client = householdOf([{ target, ask: provided(wire, baseUrl, { clock, model, price }) }], {
      caching: () => false,
    });
    const file = undocumentedFile(folders, count);
    let spent: Spent = { questions: 0, tokens: 0, usd: 0, comments: 0 };
    for (const group of groupsOf(file, batchSize)) {
      const context = contextOf(file, group);
      const { usage, text } = await client.ask(questionOf(context));
      const read = docs.read(text, context).kind === 'replacement' ? 1 : 0;
      spent = {
        questions: spent.questions + 1,
        tokens: spent.tokens + usage.inputTokens + usage.outputTokens,
        usd: spent.usd + costOf(usage, price),
        comments: spent.comments + (context.items ? commentsIn(text, context).length : read),
      };
    }
    return spent;
  } finally {
    await practice.stop();
  }
}

function questionOf(context: Parameters<typeof docs.prompt>[0]) {
  return createQuestion(docs, context, {
    clock,
    id: `batch-${context.startLine}`,
    scope: 'bench',
    totalMs: 35_000,
    signal: new AbortController().signal,
    notes: () => undefined,
    maxInputTokens: defaultInputTokens,
  });
}

function priceOf(wire: WireName): Price {
  const { price } = rowOf(modelTable, defaultModels[wire]?.strongest.model ?? '') ?? {};
  if (!price) throw new Error(`the default model of ${wire} has no price`);
  return price;
}
