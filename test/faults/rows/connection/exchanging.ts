import { healthy, broken, closed, flushed, inTurn, raw, silent, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

const ok = 'HTTP/1.1 200 OK\r\n';

/** An answer on a connection that the server closes a moment later, as servers do with idle ones. */
const answeringThenClosing =
  (how: (exchange: Parameters<typeof closed>[0]) => void): Play =>
  (wire, clock) =>
  async exchange => {
    await healthy(wire, clock)(exchange);
    await flushed(exchange);
    how(exchange);
  };

/** What writes bytes in front of a healthy answer. */
const after =
  (bytes: string): Play =>
  (wire, clock) =>
  async exchange => {
    exchange.write(bytes);
    await flushed(exchange);
    await healthy(wire, clock)(exchange);
  };

const lost: Partial<Row> = {
  alone: { requests: 4, ends: 'reset', trips: 1, spent: 'input' },
  backup: { requests: 2, trips: 1, spent: 'input' },
};
/** Thirty seconds of silence; with a backup a third of what remains, a tenth for the assessment set aside. */
const unanswered: Partial<Row> = {
  alone: {
    requests: 2,
    ends: 'out-of-time',
    outcomes: ['silent', 'out-of-time'],
    trips: 2,
    spent: 'input',
    tookMs: 35_000,
  },
  backup: { requests: 1, trips: 2, spent: 'input', tookMs: 10_500 },
};

/** I. Connections that stand and then fail before the answer begins, F16 to F25. */
export const exchangingRows: readonly Row[] = [
  ...(
    [
      ['FIN', closed],
      ['RST', broken],
    ] as const
  ).map(([variant, how]): Row => ({
    id: 'F16',
    variant,
    title: 'a connection that was kept alive and is gone costs no question anything',
    serve: answeringThenClosing(how),
    course: async ({ ask, clock, server }) => {
      const outcomes: string[] = [];
      for (let times = 0; times < 5; times += 1) {
        const { answer, notes } = ask({ words: String(times) });
        await clock.runUntil(answer);
        outcomes.push(...notes.flatMap(note => (note.kind === 'attempt' ? [note.outcome] : [])));
        await clock.pass(300);
      }
      return { outcomes, requests: server?.requests.length };
    },
    played: { outcomes: Array.from({ length: 5 }, () => 'answered'), requests: 5 },
  })),
  { id: 'F17', title: 'a reset in place of an answer is asked again', serve: raw('', broken), ...lost },
  { id: 'F18', title: 'a connection closed in place of an answer is asked again', serve: raw('', closed), ...lost },
  {
    id: 'F19',
    title: 'a silent server costs the time of a first word; with a backup a third of what remains',
    serve: raw('', silent),
    ...unanswered,
  },
  {
    id: 'F20',
    title: 'a request that the server does not take in costs the time of a first word',
    server: { greet: socket => (socket.pause(), false) },
    question: { sampling: { temperature: 0, maxOutputTokens: 100 } },
    world: { words: 16_000_000 },
    ...unanswered,
    alone: { ...unanswered.alone, requests: 0, attempts: 2 },
    backup: { ...unanswered.backup, requests: 0, attempts: 1 },
  },
  {
    id: 'F21',
    title: 'what is no HTTP is said to be none',
    serve: raw('SSH-2.0-OpenSSH_9.9\r\n'),
    alone: { requests: 1, ends: 'wrong-protocol', code: 'not-http' },
    backup: { requests: 1, code: 'not-http' },
    neighbour: { requests: 1, ends: 'wrong-protocol', code: 'not-http', by: 'nobody' },
  },
  {
    id: 'F22',
    title: 'headers of more than 16 KB are not read on, and not asked for again',
    serve: raw(`${ok}x-many: ${'a'.repeat(40_000)}\r\n\r\n`),
    alone: { requests: 1, ends: 'too-large', code: 'headers', trips: 1, spent: 'input' },
    backup: { requests: 1, code: 'headers', trips: 1, spent: 'input' },
  },
  {
    id: 'F23',
    title: 'a "100 Continue" that nobody asked for is tried once more',
    serve: raw('HTTP/1.1 100 Continue\r\n\r\n', silent),
    alone: { requests: 2, ends: 'malformed', trips: 1, spent: 'input' },
    backup: { requests: 2, trips: 1, spent: 'input' },
  },
  {
    id: 'F24',
    title: 'early hints are passed over',
    serve: inTurn(after('HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n')),
    alone: { requests: 1, stored: true },
  },
  {
    id: 'F25',
    title: 'an upgrade that nobody asked for is no answer',
    serve: raw('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n', silent),
    alone: { requests: 1, ends: 'wrong-protocol', code: 'upgrade' },
    backup: { requests: 1, code: 'upgrade' },
  },
];
