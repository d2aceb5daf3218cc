import { gzipSync } from 'node:zlib';
import { chanceOf } from './chance.ts';
import type { Reply } from './reply.ts';

/** A fault of the mix, by the number that it has among the fault rows. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  /** It strikes when half of the answer is on the screen. */
  readonly afterText?: true;
  /** It leaves the connection open and says nothing. */
  readonly stalls?: true;
  readonly play: (reply: Reply) => void;
}

/**
 * Twenty faults that pass: the next try, or another provider, could answer. What belongs to an account, an address or a
 * network (keys, purses, rate limits, certificates, proxies) lasts longer than a request and is no chance of a single one;
 * F114, a chunk that came twice, cannot be known by anybody.
 */
export const mix: readonly Fault[] = [
  { id: 'F17', title: 'reset before the headers', play: reply => reply.close('RST') },
  { id: 'F18', title: 'closed before the headers', play: reply => reply.close('FIN') },
  { id: 'F19', title: 'accepted, never answered', stalls: true, play: () => undefined },
  { id: 'F23', title: '100 Continue that nobody asked for', play: reply => reply.raw('HTTP/1.1 100 Continue\r\n\r\n') },
  { id: 'F37', title: 'status 408', play: reply => reply.refuse(408) },
  { id: 'F38', title: 'status 409', play: reply => reply.refuse(409) },
  { id: 'F51', title: 'status 500', play: reply => reply.refuse(500) },
  { id: 'F53', title: 'status 502', play: reply => reply.refuse(502) },
  { id: 'F54', title: 'overloaded (503, 529)', play: overloaded },
  { id: 'F72', title: 'JSON that is cut off', play: reply => reply.document(200, '{"choices":[{"mess') },
  { id: 'F73', title: 'empty body', play: reply => reply.document(200, '') },
  { id: 'F77', title: 'gzip that is corrupt', play: corruptGzip },
  { id: 'F91', title: 'clean end in the middle', afterText: true, play: reply => reply.half('', 'ended') },
  { id: 'F94', title: 'closed between two events', afterText: true, play: reply => reply.half('', 'closed') },
  { id: 'F95', title: 'stall in the middle', afterText: true, stalls: true, play: reply => reply.half('', 'open') },
  { id: 'F98', title: 'an error as the first event', play: reply => reply.events(reply.errorEvent('server_error')) },
  { id: 'F99', title: 'an error in the middle', afterText: true, play: errorInTheMiddle },
  { id: 'F102', title: "a proxy's plain words in the stream", play: reply => reply.events('upstream connect error\n') },
  { id: 'F104', title: 'an error document with status 200', play: reply => reply.refuse(200) },
  { id: 'F113', title: 'an end mark and no word', play: reply => reply.empty() },
];

/** One attempt at a question. */
export interface Attempt {
  /** 0 or 1: the first or the second provider. */
  readonly provider: number;
  readonly question: number;
  /** 1, 2, … */
  readonly attempt: number;
}

/** Which fault, if any, strikes an attempt, when so many percent of all are struck. */
export function faultOf({ provider, question, attempt }: Attempt, percent: number): Fault | undefined {
  if (chanceOf(provider, question, attempt, 1) * 100 >= percent) return undefined;
  return mix[Math.floor(chanceOf(provider, question, attempt, 2) * mix.length)];
}

function overloaded(reply: Reply): void {
  if (reply.wire === 'openai') reply.refuse(503, 'server_is_overloaded');
  else reply.refuse(529, 'overloaded_error');
}

function corruptGzip(reply: Reply): void {
  const body = gzipSync('data: {}\n\n'.repeat(100));
  body.fill(0xff, 12);
  reply.document(200, body, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
}

function errorInTheMiddle(reply: Reply): void {
  reply.half(reply.errorEvent('overloaded_error'), 'ended');
}
