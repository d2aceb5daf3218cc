import { answerAll, type BatchManner, type BatchReply } from '../../src/assist/batch/answerAll.ts';
import { commentsIn } from '../../src/assist/batch/docsOfAll.ts';
import { createQuestion } from '../../src/assist/createQuestion.ts';
import { docs } from '../../src/assist/tasks/docs.ts';
import type { Ask } from '../../src/core/model/layer.ts';
import { Failure } from '../../src/core/model/failure.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { answerOf, targetOf } from '../../test/support/scripted.ts';
import { chanceOf } from '../chaos/server/chance.ts';
import type { Figures } from '../harness/bench.ts';
import { householdOf } from '../support/household.ts';
import { contextOf, groupsOf, type Declaration, type Undocumented } from './documentedFile.ts';
import { malformed, malformedKinds } from './malformed.ts';

const files = 100;
const perFile = 30;
const size = 10;
const share = 0.2;

/** Of 3 000 declarations, with a fifth of all replies malformed: which have no comment in the end, or that of another one? */
export async function batchLosses(): Promise<Figures> {
  const holding = setInterval(() => undefined, 1_000); // a wait before another try keeps no process alive
  try {
    return await played();
  } finally {
    clearInterval(holding);
  }
}

async function played(): Promise<Figures> {
  let drawn = 0;
  const random = () => chanceOf((drawn += 1));
  const sum = { lost: 0, mixed: 0, unaccounted: 0, requests: 0, malformed: 0 };
  const ask = provider(random, sum);
  const client = householdOf(
    ['first', 'second'].map(id => ({ target: targetOf(id), ask: ask(id) })),
    { caching: () => false },
  );
  for (let file = 0; file < files; file += 1) {
    const code = fileOf(file);
    const outcome = await answerAll<Declaration, string>(code.declarations, {
      limits: { size, fits: some => groupsOf({ ...code, declarations: some }, some.length).length === 1 },
      signal: new AbortController().signal,
      ask: (some, manner) => asked(code, { some, manner }, client.ask),
    });
    const told = [...outcome.without, ...outcome.unanswered.flat(), ...outcome.notAsked.flat(), ...outcome.stopped];
    sum.lost += perFile - outcome.results.length;
    sum.unaccounted += perFile - outcome.results.length - told.length;
    sum.mixed += outcome.results.filter(([one, comment]) => !comment.includes(`Says ${nameAt(code, one)}.`)).length;
  }
  const all = files * perFile;
  return {
    rows: [
      {
        measure: `${all} comments, ${share * 100} % of the replies malformed`,
        steadfast: `${sum.lost} without, ${sum.mixed} mixed up`,
        remark: `${sum.requests} requests to two providers, ${sum.malformed} malformed in ${malformedKinds.length} ways; ${sum.unaccounted} not accounted for`,
      },
    ],
    goals: [{ name: 'items lost or mixed up', value: sum.lost + sum.mixed + sum.unaccounted, limit: 0 }],
  };
}

/** Functions that are told apart by their names alone. */
function fileOf(file: number): Undocumented {
  const lines: string[] = [];
  const declarations: Declaration[] = [];
  for (let at = 0; at < perFile; at += 1) {
    const first = lines.length;
    lines.push(`export function part${file}x${at}(value: number): number {`, `  return value + ${at};`, '}', '');
    declarations.push({ first, last: first + 2 });
  }
  return { lines, declarations };
}

const nameAt = ({ lines }: Undocumented, { first }: Declaration): string =>
  /part\d+x\d+/.exec(lines[first] ?? '')?.[0] ?? '';

interface About {
  readonly some: readonly Declaration[];
  readonly manner: BatchManner;
}

async function asked(code: Undocumented, { some, manner }: About, ask: Ask): Promise<BatchReply<Declaration, string>> {
  const context = contextOf(code, some, some.length > 1 || manner === 'alone');
  const question = createQuestion(docs, context, {
    clock,
    id: 'batch',
    scope: 'bench',
    totalMs: 35_000,
    signal: new AbortController().signal,
    notes: () => undefined,
    fresh: manner !== 'first',
  });
  try {
    const { text } = await ask(question);
    return { is: 'answered', results: resultsIn(text, context, some) };
  } catch (error) {
    if (error instanceof Failure) return { is: 'failed', isFinal: false };
    throw error;
  }
}

function resultsIn(text: string, context: ReturnType<typeof contextOf>, some: readonly Declaration[]) {
  const { items } = context;
  if (items) {
    const found = commentsIn(text, context);
    return new Map(
      found.flatMap(({ id, replacement }) => {
        const one = some[items.findIndex(item => item.id === id)];
        return one ? [[one, replacement] as const] : [];
      }),
    );
  }
  const outcome = docs.read(text, context);
  const [only] = some;
  return new Map(outcome.kind === 'replacement' && only ? [[only, outcome.code] as const] : []);
}

/** A provider that reads its prompt, and spoils a fifth of what it answers. */
function provider(random: () => number, count: { requests: number; malformed: number }) {
  return (id: string): Ask =>
    ({ request }) => {
      const said = request.parts.map(({ text }) => text).join('\n\n');
      const named = [...said.matchAll(/^([a-z][0-9a-z]{2}): line \d+: export function (\w+)/gm)];
      const [, single = ''] = /Selected code:\n`+\w*\nexport function (\w+)/.exec(said) ?? [];
      const items = named.map(([, item = '', name = '']) => ({ id: item, text: `/** Says ${name}. */` }));
      const isSpoilt = random() < share;
      count.requests += 1;
      if (isSpoilt) count.malformed += 1;
      const plain = `\`\`\`typescript\n/** Says ${single}. */\n\`\`\``;
      const text = isSpoilt ? malformed(items, plain, random) : items.length > 0 ? JSON.stringify({ items }) : plain;
      if (text === '') return Promise.reject(new Failure('empty', { target: id }));
      return Promise.resolve(answerOf(id, text));
    };
}
