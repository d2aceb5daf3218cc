import { startPractice } from '../../practice/server.ts';
import { assistances } from '../../src/assist/tasks/all.ts';
import { SteadyTexts } from '../../src/assist/prompt/steadyTexts.ts';
import type { Assistance, Context, EarlierTurn } from '../../src/assist/assistance.ts';
import { askedIn } from '../../src/assist/contextSections.ts';
import type { Evidence } from '../../src/assist/evidence/evidence.ts';
import { createQuestion } from '../../src/assist/createQuestion.ts';
import { costOf, rowOf } from '../../src/core/budget/modelTable.ts';
import { defaultModels } from '../../src/core/budget/defaultModels.ts';
import type { Clock } from '../../src/core/model/clock.ts';
import type { Usage } from '../../src/core/model/answer.ts';
import type { Price } from '../../src/core/model/target.ts';
import { modelTable } from '../../src/libraries/bundledModels.ts';
import { systemClock } from '../../src/libraries/systemClock.ts';
import type { Figures, Row } from '../harness/bench.ts';
import { householdOf, provided, targetAt } from '../support/household.ts';
import { evidenceOfHour, ForgottenDefinitions } from './evidenceOfHour.ts';
import { contextAt } from './contextAt.ts';
import { hourOf, type AskedAt } from './hour.ts';
import { unordered, unorderedAndShort } from './unordered.ts';

type WireName = 'openai' | 'anthropic';

const hours = [1, 2, 3, 4, 5];
const leastShare = 0.7;
const mostCost = 0.5;

/** How one hour was played. */
interface Played {
  readonly wire: WireName;
  readonly hour: number;
  readonly as: (assistance: Assistance) => Assistance;
  /** Fewer tokens are not remembered on the Anthropic wire. */
  readonly leastCachedTokens?: number;
  /** What was found in time, besides. */
  readonly found?: () => (asked: AskedAt) => Evidence;
}

/** All that was asked in some time. */
interface Spent {
  readonly questions: number;
  readonly input: number;
  readonly cached: number;
  readonly written: number;
  readonly usd: number;
}

/** How much of a developer's input the providers know already, by their own rules as the practice provider plays them, and what it costs. */
export async function promptCache(): Promise<Figures> {
  const all: Figures[] = [];
  for (const wire of ['anthropic', 'openai'] as const) {
    const play: Play = (as, more = {}) => Promise.all(hours.map(hour => played({ wire, hour, as, ...more })));
    all.push(await figuresOf(wire, play));
    all.push(
      await figuresOf(
        `${wire}, with definitions and last changes`,
        (as, more) => play(as, { ...withEvidence, ...more }),
        evidenceAlone,
      ),
    );
    if (wire === 'anthropic') all.push({ rows: [await rowOfLarge(play)], goals: [] });
  }
  return { preface, rows: all.flatMap(({ rows }) => rows), goals: all.flatMap(({ goals = [] }) => goals) };
}

/** What the editor finds in time beside the file. */
const withEvidence = { found: () => evidenceOfHour() };
/** Of that only what the question itself is about, as it was sent before. */
const evidenceAlone = { found: () => evidenceOfHour(new ForgottenDefinitions()) };

async function figuresOf(name: string, play: Play, alone: Partial<Played> = {}): Promise<Figures> {
  const hourly = await play(asItIs);
  const [ours, before, short] = [hourly, await play(unordered), await play(unorderedAndShort, alone)].map(sumOf);
  if (!ours || !before || !short) throw new Error('nothing was played');
  const ratio = ours.usd / before.usd;
  return {
    rows: [
      {
        measure: `${name}: input that was remembered`,
        steadfast: percent(shareOf(ours)),
        baseline: percent(shareOf(before)),
        remark: `${hours.length} hours, ${ours.questions} questions, the least ${percent(Math.min(...hourly.map(shareOf)))}; written ${percent(ours.written / ours.input)}`,
      },
      {
        measure: `${name}: cost of input, an hour`,
        steadfast: usd(ours),
        baseline: usd(before),
        ratio: ratio.toFixed(2),
        remark: `${perQuestion(ours)} tokens a question; as it was sent before, ${perQuestion(short)} tokens: ${usd(short)}`,
      },
    ],
    goals: [
      { name: `${name}: input not remembered`, value: 1 - shareOf(ours), limit: 1 - leastShare },
      { name: `${name}: cost of input, of what it was`, value: ratio, limit: mostCost },
    ],
  };
}

const preface = [
  `Five hours of questions (seeds ${hours.join(', ')}) to the practice provider, which forgets after five minutes without use, with 1 024 tokens as the`,
  'least that is remembered. Baseline: the same questions and the same text, the task first and the lines around the selection in two,',
  'without marks. Prices: the default models’ own. Cost is of input alone, by the usage that was booked.',
];

type Play = (as: Played['as'], more?: Partial<Played>) => Promise<readonly Spent[]>;

/** Some models remember no fewer than 4 096 tokens: what is left of it there. */
async function rowOfLarge(play: Play): Promise<Row> {
  const all = sumOf(await play(asItIs, { leastCachedTokens: 4_096 }));
  return {
    measure: 'anthropic: where 4 096 tokens are the least',
    steadfast: percent(shareOf(all)),
    remark: 'as of Haiku 4.5: most files are shorter, and short prompts are cheap',
  };
}

const asItIs: Played['as'] = assistance => assistance;

/** Plays an hour of questions against a practice provider of its own, in its own time. */
async function played({ wire, hour, as, leastCachedTokens = 1_024, found }: Played): Promise<Spent> {
  let shiftMs = 0;
  const clock: Clock = { ...systemClock, now: () => systemClock.now() + shiftMs };
  const practice = await startPractice({ speed: 0, now: () => clock.now(), leastCachedTokens });
  try {
    const baseUrl = wire === 'openai' ? `${practice.origins.openai}/v1` : practice.origins.anthropic;
    const model = wire === 'openai' ? 'practice-medium' : 'practice-large';
    const price = priceOf(wire);
    const target = { ...targetAt(wire, baseUrl), model, price };
    const client = householdOf([{ target, ask: provided(wire, baseUrl, { clock, model, price }) }], {
      clock,
      caching: () => false,
    });
    let spent: Spent = { questions: 0, input: 0, cached: 0, written: 0, usd: 0 };
    let turns: readonly EarlierTurn[] = [];
    const sentTexts = new SteadyTexts();
    const evidenceOf = found?.();
    for (const asked of hourOf(hour)) {
      shiftMs = asked.atMs - systemClock.now();
      if (!asked.isFollowUp) turns = [];
      const plain = contextAt(asked, turns);
      const context = evidenceOf ? { ...plain, evidence: evidenceOf(asked) } : plain;
      const steadied = as === asItIs ? sentTexts.steadied(context, clock.now()) : context;
      sentTexts.note(context, clock.now());
      const question = questionOf(asked, steadied, { as, clock });
      const { usage, text } = await client.ask(question);
      turns = [...turns, { question: asked.words || 'Explain', answer: text, asked: askedIn(question.request) }].slice(
        -6,
      );
      spent = more(spent, usage, price);
    }
    return spent;
  } finally {
    await practice.stop();
  }
}

function questionOf(
  asked: AskedAt,
  context: Context,
  { as, clock }: { readonly as: Played['as']; readonly clock: Clock },
) {
  const assistance = assistances.find(({ task }) => task === asked.task);
  if (!assistance) throw new Error(`there is no task ${asked.task}`);
  return createQuestion(as(assistance), context, {
    clock,
    id: `hour-${asked.atMs}`,
    scope: 'bench',
    totalMs: 35_000,
    signal: new AbortController().signal,
    notes: () => undefined,
  });
}

function priceOf(wire: WireName): Price {
  const { price } = rowOf(modelTable, defaultModels[wire]?.strongest.model ?? '') ?? {};
  if (!price) throw new Error(`the default model of ${wire} has no price`);
  return price;
}

const more = (before: Spent, usage: Usage, price: Price): Spent => ({
  questions: before.questions + 1,
  input: before.input + usage.inputTokens,
  cached: before.cached + usage.cachedInputTokens,
  written: before.written + (usage.cacheWriteTokens ?? 0),
  usd: before.usd + costOf({ ...usage, outputTokens: 0 }, price),
});

const sumOf = (all: readonly Spent[]): Spent =>
  all.reduce((sum, each): Spent => ({
    questions: sum.questions + each.questions,
    input: sum.input + each.input,
    cached: sum.cached + each.cached,
    written: sum.written + each.written,
    usd: sum.usd + each.usd,
  }));

const perQuestion = ({ input, questions }: Spent): number => Math.round(input / questions);
const shareOf = ({ cached, input }: Spent): number => cached / input;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const usd = (spent: Spent): string => `$${(spent.usd / hours.length).toFixed(3)}`;
