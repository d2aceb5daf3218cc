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
      return stallOf(question).play;
    default:
      return faultOf(attempt, Number(regime.replace('mix-', '')))?.play ?? answer;
  }
}

const answer: Play = reply => reply.answer();

/** A way to keep somebody waiting, by the number that it has among the fault rows. */
export interface Stall {
  readonly id: string;
  /** What it has said when it stalls: nothing, some words, or it goes on letter by letter for ever. */
  readonly says: 'nothing' | 'words' | 'letters';
  readonly play: Play;
}

const noAnswer: Stall = { id: 'F19', says: 'nothing', play: () => undefined };

/** Every way to keep somebody waiting. */
export const stalls: readonly Stall[] = [
  noAnswer,
  {
    id: 'F70',
    says: 'nothing',
    play: reply => reply.head(200, { 'content-type': 'application/json', 'content-length': '1000' }),
  },
  { id: 'F95', says: 'words', play: reply => reply.half('', 'open') },
  { id: 'F96', says: 'nothing', play: reply => repeat(reply, 100, ': ping\n\n') },
  { id: 'F97', says: 'letters', play: reply => repeat(reply, 400, reply.dripEvent()) },
];

/** How the answer to this question stalls, at whichever provider. */
export const stallOf = (question: number): Stall => stalls[question % stalls.length] ?? noAnswer;

function repeat(reply: Reply, everyMs: number, text: string): void {
  reply.events(text, 'open');
  const timer = setInterval(() => (reply.isOver ? clearInterval(timer) : reply.chunk(text)), everyMs);
}
