import { Failure } from '../../../../src/core/model/failure.ts';
import type { StagedQuestion } from '../../stage/askOn.ts';
import { endOf } from '../../stage/endOf.ts';
import { healthy, raw, refusing, silent, streaming } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

/** The user cancels as soon as nothing more happens by itself. What must come of it, without a moment of time passing. */
const cancelled = (spent: string | undefined, more: Partial<Row>): Row => ({
  id: 'F150',
  title: 'a cancel closes the connection at once, asks nobody else and counts against nobody',
  ...more,
  courseWith: 'backup',
  course: async stage => {
    const asked = stage.ask({ watched: true });
    await stage.clock.quiet();
    const at = stage.clock.now();
    asked.stop.abort(new Failure('cancelled'));
    const end = await endOf(asked, stage);
    await stage.clock.quiet();
    return {
      end,
      tookMs: stage.clock.now() - at,
      spent: stage.attempts(asked.notes).at(-1)?.spent,
      open: stage.server?.unsettled,
      requests: stage.server?.requests.length,
      atBackup: stage.backup?.requests.length,
      gate: stage.circuits.cooldowns.of(stage.target)?.because,
    };
  },
  played: { end: 'cancelled', tookMs: 0, spent, open: 0, requests: 1, atBackup: 0, gate: undefined },
});

/** VII. Cancels and deadlines, F150 to F155. */
export const boundRows: readonly Row[] = [
  cancelled('input', { variant: 'P1: sent', serve: raw('', silent) }),
  cancelled('input', { variant: 'P2: headers', serve: streaming(() => [], silent) }),
  cancelled('estimated', { variant: 'P3: text', serve: streaming(wire => wire.begun('It '), silent) }),
  cancelled('input', { variant: 'in backoff', serve: refusing(500) }),
  {
    ...cancelled('nothing', { variant: 'P0: connecting', server: 'blackhole' }),
    played: {
      end: 'cancelled',
      tookMs: 0,
      spent: 'nothing',
      open: undefined,
      requests: undefined,
      atBackup: 0,
      gate: undefined,
    },
  },
  {
    id: 'F151',
    title: 'a cancel at the very moment of the end makes one outcome of it, and one bill',
    serve: healthy,
    course: async stage => {
      const odd: unknown[] = [];
      for (let turns = 0; turns < 24; turns += 1) {
        const asked = stage.ask({
          words: String(turns),
          onEvent: event => {
            if (event.kind === 'text' && event.text === 'adds.') void cancelAfter(turns, asked);
          },
        });
        const end = await endOf(asked, stage);
        const attempts = stage.attempts(asked.notes).length;
        if (attempts !== 1 || !['live', 'cancelled'].includes(end)) odd.push({ turns, end, attempts });
      }
      return odd;
    },
    played: [],
  },
  {
    id: 'F152',
    title: 'a keystroke ends the completion before it',
    wires: 'none',
    pending: 'inline completions are not built yet',
  },
  {
    id: 'F153',
    variant: 'in backoff',
    title: 'nobody sleeps past the deadline',
    serve: refusing(500),
    world: { totalMs: 200 },
    alone: { requests: 1, ends: 'server', trips: 1, spent: 'input', tookMs: 0 },
    backup: { requests: 2, trips: 1, spent: 'input' },
  },
  {
    id: 'F153',
    variant: 'before the backup',
    title: 'a silent first target leaves the backup its time',
    serve: raw('', silent),
    world: { totalMs: 10_000 },
    backup: { requests: 1, trips: 2, spent: 'input', tookMs: 3_000 },
  },
  {
    id: 'F153',
    variant: 'after text',
    title: 'an answer that was being written when the time was up is held by the idle time',
    serve: streaming(wire => wire.begun('It '), silent),
    world: { totalMs: 10_000 },
    alone: { requests: 1, ends: 'stalled', trips: 2, spent: 'estimated', tookMs: 30_000 },
  },
  {
    id: 'F154',
    title: 'a wait beyond the deadline is not begun',
    serve: refusing(429, { type: 'rate_limit_error' }, { 'retry-after': '1' }),
    world: { totalMs: 500 },
    alone: { requests: 1, ends: 'rate-limited', gate: 'cooling-down', gateMs: 1_000, tookMs: 0 },
    backup: { requests: 1, gate: 'cooling-down', gateMs: 1_000, tookMs: 0 },
  },
  {
    id: 'F155',
    title: 'with the only circuit open a question fails at once, and nothing is sent',
    serve: healthy,
    course: async stage => {
      const circuit = stage.circuits.of(stage.target);
      while (circuit.state.is === 'closed') circuit.enter()?.fail(1);
      const at = stage.clock.now();
      const end = await endOf(stage.ask(), stage);
      return { end, tookMs: stage.clock.now() - at, requests: stage.server?.requests.length };
    },
    played: { end: 'all-paused', tookMs: 0, requests: 0 },
  },
];

async function cancelAfter(turns: number, { stop }: StagedQuestion): Promise<void> {
  for (let turn = 0; turn < turns % 16; turn += 1) await Promise.resolve();
  if (turns >= 16) for (let turn = 16; turn <= turns; turn += 1) await new Promise(resolve => setImmediate(resolve));
  stop.abort(new Failure('cancelled'));
}
