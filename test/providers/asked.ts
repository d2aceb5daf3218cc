import type { Answer } from '../../src/core/model/answer.ts';
import type { Ports, Provider } from '../../src/core/model/provider.ts';
import type { QuestionChanges } from '../support/scripted.ts';
import type { Target } from '../../src/core/model/target.ts';
import { findProvider } from '../../src/providers/all.ts';
import { portsWith, questionWith, targetAt } from './asking.ts';
import { startPeer } from './wire.ts';
import type { Peer, PeerReply, WireName } from './wire.ts';

/** What a single question may be given differently. */
export interface Changes {
  readonly question?: QuestionChanges;
  readonly target?: Partial<Target>;
  readonly ports?: Partial<Ports>;
}

/** A wire, how the peer on it replies, and what is different about target and ports. */
export interface Peering extends Omit<Changes, 'question'> {
  readonly wire: WireName;
  readonly reply: PeerReply;
}

/** An ask whose target is on a peer. */
export interface Asking {
  readonly peer: Peer;
  ask(question?: QuestionChanges): Promise<Answer>;
}

/** The provider of that name; a test that names another fails. */
export function providerOf(name: string): Provider {
  const provider = findProvider(name);
  if (provider === undefined) throw new Error(`No provider ${name}`);
  return provider;
}

/** Starts a peer, makes an ask of a wire's provider for it, and stops the peer when the play is over. */
export async function withPeer<T>(
  { wire, reply, target = {}, ports = {} }: Peering,
  play: (asking: Asking) => Promise<T>,
): Promise<T> {
  const peer = await startPeer(reply);
  const ask = providerOf(wire).createAsk(targetAt(wire, `${peer.origin}/v1`, target), portsWith(ports));
  try {
    return await play({ peer, ask: question => ask(questionWith(question)) });
  } finally {
    await peer.stop();
  }
}

/** Asks one question of a peer that replies so. */
export function answerFrom(wire: WireName, reply: PeerReply, { question, ...changes }: Changes = {}): Promise<Answer> {
  return withPeer({ wire, reply, ...changes }, ({ ask }) => ask(question));
}

/** A reply that streams these event texts and ends. */
export function streamReply(...texts: readonly string[]): PeerReply {
  return exchange => {
    exchange.stream();
    for (const text of texts) exchange.chunk(text);
    exchange.end();
  };
}

/** A reply of one document. */
export function document(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): PeerReply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ({ reply }) => reply(status, { 'content-type': 'application/json', ...headers }, text);
}
