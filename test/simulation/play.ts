import type { QuestionChanges } from '../support/scripted.ts';
import type { AnswerEvent } from '../../src/core/model/answerEvent.ts';
import { Failure } from '../../src/core/model/failure.ts';
import { ask as questionOf } from '../support/scripted.ts';
import type { AskedQuestion, Schedule, UserAct } from './schedule.ts';
import { runReady } from './seededClock.ts';
import { createWorld, type Window, type World } from './world.ts';

/** One question and what became of it. */
export interface PlayedQuestion {
  readonly id: string;
  readonly window: number;
  readonly priority: AskedQuestion['priority'];
  readonly isWatched: boolean;
  readonly until: number;
  readonly askedAt: number;
  cancelledAt: number | undefined;
  settledAt: number | undefined;
  readonly settlings: ('answered' | Failure)[];
  /** Text since the last restart. */
  shown: string;
  firstProgressAt: number | undefined;
  answer: string | undefined;
  readonly signal: AbortSignal;
}

export interface Played extends World {
  readonly asked: readonly PlayedQuestion[];
}

/** No schedule needs so many timers; one that does is going round in circles. */
const manySteps = 5_000;

/** Plays a schedule to its end: until every question is settled and nothing is due any more. */
export async function play(schedule: Schedule): Promise<Played> {
  const world = createWorld(schedule);
  const asked: PlayedQuestion[] = [];
  let at = 0;
  for (const [number, question] of schedule.questions.entries()) {
    at += question.afterMs;
    world.clock.after(at, () => asked.push(put(world, question, { id: `question-${number}` })));
  }
  for (const act of schedule.userActs) world.clock.after(act.atMs, () => doAs(act, world));
  await runDry(world);
  for (const one of asked) if (one.settledAt === undefined) world.broken.push(`${one.id} was lost`);
  return { ...world, asked };
}

/** Runs until nothing is due. */
export async function runDry({ clock, broken }: World): Promise<void> {
  await runReady();
  let steps = 0;
  while (await clock.step()) {
    steps += 1;
    if (steps > manySteps) return void broken.push('it never ends');
  }
}

function doAs({ window, target, does }: UserAct, { windows, servers }: World): void {
  const server = servers[target];
  if (!server) return;
  const { circuits } = windows[window];
  if (does === 'pause') circuits.of(server.target).pause();
  else circuits.reset(server.target);
}

/** Asks one question of the schedule in its window. */
export function put(
  world: World,
  asked: AskedQuestion,
  { id, ...more }: QuestionChanges & { readonly id: string },
): PlayedQuestion {
  const { clock, windows, broken } = world;
  const window: Window = windows[asked.window];
  const { question, stop } = questionOf({
    id,
    words: asked.words,
    task: 'edit',
    priority: asked.priority,
    until: window.clock.now() + asked.totalMs,
    fresh: asked.fresh,
    ...(asked.watched && { onEvent: event => hear(one, event, world) }),
    ...more,
  });
  const one: PlayedQuestion = {
    id,
    window: asked.window,
    priority: asked.priority,
    isWatched: asked.watched,
    until: clock.now + asked.totalMs,
    askedAt: clock.now,
    cancelledAt: undefined,
    settledAt: undefined,
    settlings: [],
    shown: '',
    firstProgressAt: undefined,
    answer: undefined,
    signal: question.signal,
  };
  if (asked.cancelAfterMs !== undefined) {
    clock.after(asked.cancelAfterMs, () => {
      if (one.settledAt === undefined) one.cancelledAt = clock.now;
      stop.abort(new Failure('cancelled'));
    });
  }
  window.client.ask(question).then(
    answer => {
      one.answer = answer.freshness === 'live' ? answer.text : undefined;
      settled(one, 'answered', world);
    },
    (error: unknown) => {
      if (!(error instanceof Failure)) broken.push(`${id} ended in ${String(error)}`);
      else settled(one, error, world);
    },
  );
  return one;
}

function settled(one: PlayedQuestion, how: 'answered' | Failure, { clock }: World): void {
  one.settledAt ??= clock.now;
  one.settlings.push(how);
}

function hear(one: PlayedQuestion, event: AnswerEvent, { clock, broken }: World): void {
  if (one.settledAt !== undefined) broken.push(`${one.id} heard ${event.kind} after its end`);
  if (event.kind === 'restart') one.shown = '';
  if (event.kind === 'text' || event.kind === 'thinking') one.firstProgressAt ??= clock.now;
  if (event.kind === 'text') one.shown += event.text;
}
