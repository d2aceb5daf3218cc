import { Failure } from '../../../../src/core/model/failure.ts';
import type { Target } from '../../../../src/core/model/target.ts';
import { checkServers } from '../../../../src/interaction/doctor/checks/checkServers.ts';
import type { ServerFacts, ServerReply } from '../../../../src/interaction/doctor/checks/serverFacts.ts';
import type { ServerFinding } from '../../../../src/interaction/doctor/checks/serverFinding.ts';
import { targetOf } from '../../../support/scripted.ts';
import { VirtualClock } from '../../../support/virtualClock.ts';

/** A target at a far server that takes a key. */
export const farTarget = (more: Partial<Target> = {}): Target =>
  targetOf('far/one', {
    provider: 'openai',
    model: 'one',
    label: 'One',
    origin: 'https://api.example.com',
    baseUrl: 'https://api.example.com/v1',
    auth: 'bearer',
    loopback: false,
    ...more,
  });

/** A reply that lists these models. */
export const listing = (...models: readonly string[]): ServerReply => ({ models, status: 200, tookMs: 40 });

/** A reply that is a refusal. */
export const refusal = (kind: Failure['kind'], status: number, code?: string): ServerReply => ({
  failure: new Failure(kind, { status, said: 'secret words of the server', ...(code !== undefined && { code }) }),
  status,
  tookMs: 40,
});

/** A world in which all is well with the targets, but for `more`; `asked` has whom it was asked of, and with which key. */
export function serverWorld(more: Partial<ServerFacts> = {}) {
  const clock = new VirtualClock();
  const asked: string[] = [];
  const facts: ServerFacts = {
    clock,
    targets: [farTarget()],
    isTrusted: true,
    isLocalOnly: false,
    isConfirmed: () => true,
    keyNames: () => [''],
    takesProxy: () => false,
    lookUp: host => {
      asked.push(`name ${host}`);
      return Promise.resolve({ ipv4: 2, ipv6: 1 });
    },
    certificate: origin => {
      asked.push(`certificate ${origin}`);
      return Promise.resolve({ protocol: 'TLSv1.3', issuer: 'Example Trust', daysLeft: 80 });
    },
    readKey: () => Promise.resolve(),
    listModels: ({ origin }, name) => {
      asked.push(`models ${origin}${name === '' ? '' : ` with ${name}`}`);
      return Promise.resolve(listing('one'));
    },
    ...more,
  };
  const stop = new AbortController();
  const look = (): Promise<readonly ServerFinding[]> => checkServers(facts, stop.signal);
  return { clock, asked, look, stop };
}

/** Findings as lines: their code and level. */
export const briefly = (findings: readonly { readonly code: string; readonly level: string }[]): readonly string[] =>
  findings.map(({ code, level }) => `${code} ${level}`);
