import { hostilePlays, type HostileId, type longAnswer } from './hostile.ts';
import { type Attempt, faultOf } from './mix.ts';
import type { Reply } from './reply.ts';

/**
 * How the providers treat those who ask: the first part of the path. 'mix-6': six percent of the attempts meet a fault;
 * 'all-503': every one at the first provider, none at the second.
 */
export type Regime =
  `mix-${number}` | 'all-503' | 'all-reset' | 'all-silent' | 'stalls' | `hostile-${HostileId | typeof longAnswer}`;

/** Plays one attempt. */
export type Play = (reply: Reply) => void;

/** What this regime does with an attempt. */
export function playOf(regime: string, attempt: Attempt): Play {
  const { provider, question } = attempt;
  const hostile = hostilePlays.get(regime.replace('hostile-', ''));
  if (hostile) return hostile;
  if (regime.startsWith('all-') && provider > 0) return answer;
  switch (regime) {
    case 'all-503':
      return reply => reply.refuse(503);
    case 'all-reset':
      return reply => reply.close('RST');
    case 'all-silent':
      return () => undefined;
    case 'stalls':
      return stalls[question % stalls.length] ?? answer;
    default:
      return faultOf(attempt, Number(regime.replace('mix-', '')))?.play ?? answer;
  }
}

const answer: Play = reply => reply.answer();

/** Every way to keep somebody waiting: F19, F70, F95, F96, F97. */
const stalls: readonly Play[] = [
  () => undefined,
  reply => reply.head(200, { 'content-type': 'application/json', 'content-length': '1000' }),
  reply => reply.half('', 'open'),
  reply => repeat(reply, 100, ': ping\n\n'),
  reply => repeat(reply, 400, reply.dripEvent()),
];

function repeat(reply: Reply, everyMs: number, text: string): void {
  reply.events(text, 'open');
  const timer = setInterval(() => (reply.isOver ? clearInterval(timer) : reply.chunk(text)), everyMs);
}
