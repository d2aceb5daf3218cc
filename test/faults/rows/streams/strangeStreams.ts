import { healthy, ended, silent, streaming, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';
import { event, streamHead, withEvent } from './streamParts.ts';

const chunk = (delta: object, more: object = {}) => event({ choices: [{ index: 0, delta, ...more }] });
const done = event('[DONE]');

/** V. Streams with events that are strange, or more than they should be, F112 to F124. */
export const strangeStreamRows: readonly Row[] = [
  {
    id: 'F112',
    title: 'events without a choice, and with counts alone, are no text and no end',
    wires: ['openai', 'local'],
    serve: withEvent(() => event({ choices: [] }) + event({ usage: { prompt_tokens: 11, completion_tokens: 3 } })),
    alone: { requests: 1 },
  },
  {
    id: 'F113',
    title: 'an end without a word is an empty answer, and tried once more',
    serve: streaming(wire => (wire.protocol === 'openai' ? done : wire.begun() + event({ type: 'message_stop' }))),
    alone: { requests: 2, ends: 'empty', trips: 1, spent: 'input' },
    backup: { requests: 2, trips: 1, spent: 'input' },
  },
  {
    id: 'F114',
    title: 'an event that comes twice under one id counts once',
    serve: streaming(wire =>
      wire
        .events(wire.payloads())
        .split(/(?<=\n\n)/)
        .map((one, at) => `id: ${at}\n${one}`.repeat(2)),
    ),
    alone: { requests: 1 },
  },
  {
    id: 'F115',
    variant: 'unknown',
    title: 'events of kinds yet to come are passed over',
    serve: withEvent(() => `event: hologram\n${event({ type: 'hologram', data: [1, 2] })}`),
    alone: { requests: 1 },
  },
  {
    id: 'F115',
    variant: 'out of order',
    title: 'text before the beginning of a message is malformed',
    wires: ['anthropic'],
    serve: streaming(wire => wire.text('It ') + wire.events(wire.payloads())),
    alone: { requests: 2, ends: 'malformed', code: 'order', trips: 1, spent: 'input' },
    backup: { requests: 2, code: 'order', trips: 1, spent: 'input' },
  },
  {
    id: 'F116',
    title: 'what follows the end mark does not count',
    serve: streaming(wire => wire.events(wire.payloads()) + wire.text(' And more.')),
    alone: { requests: 1 },
    watched: { requests: 1, shown: 'It adds.' },
  },
  {
    id: 'F117',
    title: 'the end mark ends the answer, and the connection that stays open behind it is closed',
    serve: streaming(wire => wire.events(wire.payloads()), silent),
    alone: { requests: 1, stored: true, tookMs: 0 },
  },
  {
    id: 'F118',
    title: '[DONE] without a finish_reason is an end that is not remembered; without counts they are estimated',
    wires: ['openai', 'local'],
    serve: streaming(() => chunk({ content: 'It adds.' }, { finish_reason: null }) + done),
    alone: { requests: 1, stored: false, answerSpent: 'estimated' },
  },
  {
    id: 'F119',
    title: 'only the first choice is the answer',
    wires: ['openai', 'local'],
    serve: withEvent(() =>
      [{ index: 1 }, { index: 1e9 }, { index: '1' }]
        .map(({ index }) => event({ choices: [{ index, delta: { content: 'No. ' } }] }))
        .join(''),
    ),
    alone: { requests: 1 },
  },
  {
    id: 'F120',
    title: 'keys that would change every object change none',
    serve: withEvent(() => event('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"type":"x"}')),
    alone: { requests: 1 },
    course: async ({ ask, clock }) => {
      await clock.runUntil(ask().answer);
      return 'polluted' in {};
    },
    played: false,
  },
  {
    id: 'F121',
    title: 'JSON that is 200 000 deep is malformed, and tried once more',
    serve: streaming(() => event(`{"choices":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)),
    alone: { requests: 2, ends: 'malformed', trips: 1, spent: 'input' },
    backup: { requests: 2, trips: 1, spent: 'input' },
  },
  {
    id: 'F123',
    title: 'the model that answered is the one that is named',
    serve: healthy,
    course: async ({ ask, clock }) => (await clock.runUntil(ask().answer)).model,
    played: 'served-model',
  },
  ...[true, false].map((watched): Row => ({
    id: 'F124',
    variant: watched ? 'watched' : 'in time',
    title: 'thinking for a minute is progress, and no answer text',
    serve: thinking,
    ...(watched
      ? { watched: { requests: 1, shown: 'It adds.', tookMs: 60_000 } }
      : { world: { totalMs: 95_000 }, alone: { requests: 1, tookMs: 60_000 } }),
  })),
];

/** A thought every five seconds for a minute, and then the answer. */
function thinking(...[wire, clock]: Parameters<Play>): ReturnType<Play> {
  const thoughts = wire.payloads(
    ['It ', 'adds.'],
    Array.from({ length: 12 }, () => 'hmm '),
  );
  return exchange => {
    exchange.head(200, streamHead);
    const events = wire.events(thoughts).split(/(?<=\n\n)/);
    const first = wire.protocol === 'anthropic' ? 2 : 1;
    exchange.chunk(events.slice(0, first).join(''));
    const next = (at: number): void => {
      if (at < first + 11) return void (exchange.chunk(events[at] ?? ''), clock.after(5_000, () => next(at + 1)));
      exchange.chunk(events.slice(at).join(''));
      ended(exchange);
    };
    clock.after(5_000, () => next(first));
  };
}
