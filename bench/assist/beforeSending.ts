import { assistances } from '../../src/assist/tasks/all.ts';
import type { Assistance } from '../../src/assist/assistance.ts';
import type { Clock } from '../../src/core/model/clock.ts';
import { systemClock } from '../../src/libraries/systemClock.ts';
import type { AskRequest } from '../../src/interaction/asking/askRequest.ts';
import { AskService } from '../../src/interaction/asking/askService.ts';
import type { Figures, Row } from '../harness/bench.ts';
import type { Goal } from '../harness/goal.ts';
import { spread } from '../harness/statistics.ts';
import { householdOf, sourceAt } from '../support/household.ts';
import { contextAt } from './contextAt.ts';
import { hourOf } from './hour.ts';

const hours = [1, 2, 3, 4, 5];
/** What loads with the first question is a matter of the activation. */
const warmUp = 20;
const mostMs = 30;

/**
 * How long our own code takes from the request to the moment at which the provider's `fetch` is called: the whole client, with
 * every layer, on both wires in turn, for each assistance there is. What the editor gathers before is not in it.
 */
export async function beforeSending(): Promise<Figures> {
  const awake = setInterval(() => undefined, 1_000); // the clock's own timers keep no process alive
  try {
    return await measured();
  } finally {
    clearInterval(awake);
  }
}

async function measured(): Promise<Figures> {
  const rows: Row[] = [];
  const goals: Goal[] = [];
  for (const assistance of assistances) {
    const samples = [...(await timesOf(assistance, 'anthropic')), ...(await timesOf(assistance, 'openai'))];
    const { p50, p99 } = spread(samples);
    rows.push({
      measure: `before sending: ${assistance.task}`,
      steadfast: `${p50.toFixed(1)} ms`,
      remark: `p99 ${p99.toFixed(1)} ms, ${samples.length} questions`,
    });
    goals.push({ name: `before sending p99, ${assistance.task}`, value: p99, limit: mostMs, unit: 'ms' });
  }
  return { rows, goals };
}

async function timesOf(assistance: Assistance, wire: 'anthropic' | 'openai'): Promise<readonly number[]> {
  let sentAt = 0;
  const fetch = (): Promise<Response> => {
    if (sentAt === 0) sentAt = performance.now(); // an answer of another form than the task wants is asked for again
    return Promise.resolve(new Response(replyOf[wire], { headers: { 'content-type': 'application/json' } }));
  };
  const client = householdOf([sourceAt(wire, 'http://127.0.0.1:50509', { fetch })], { caching: () => false });
  const service = new AskService({ ...partsOf(systemClock), client: () => client });
  const asked = hours.flatMap(hour => hourOf(hour));
  const times: number[] = [];
  for (const [index, each] of [...asked.slice(0, warmUp), ...asked].entries()) {
    sentAt = 0;
    const startedAt = await begun(service, { assistance, context: contextAt(each, []) });
    if (sentAt < startedAt) throw new Error(`${assistance.task}: nothing was sent`);
    if (index >= warmUp) times.push(sentAt - startedAt);
  }
  return times;
}

/** When it began. What becomes of the answer does not matter: some assistances cannot use it. */
async function begun(service: AskService, request: AskRequest): Promise<number> {
  const startedAt = performance.now();
  await service.ask(request, { signal: new AbortController().signal }).catch(() => undefined);
  return startedAt;
}

const partsOf = (clock: Clock) => ({
  clock,
  newId: () => 'bench',
  scope: () => 'bench',
  totalMs: () => 35_000,
  findTargets: () => Promise.resolve(),
  confirm: () => Promise.resolve(true),
  overBudgetPolicy: { takeLeave: () => true, hasLeave: () => true, askLeave: () => Promise.resolve(undefined) },
});

const replyOf = {
  anthropic: JSON.stringify({
    type: 'message',
    model: 'bench-model',
    content: [{ type: 'text', text: 'It adds up.' }],
    stop_reason: 'end_turn',
    usage: { input_tokens: 2_000, output_tokens: 4 },
  }),
  openai: JSON.stringify({
    model: 'bench-model',
    choices: [{ index: 0, message: { role: 'assistant', content: 'It adds up.' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 2_000, completion_tokens: 4 },
  }),
} as const;
