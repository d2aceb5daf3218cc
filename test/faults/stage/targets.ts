import type { Target } from '../../../src/core/model/target.ts';
import { wireOf, type Wire } from './wires.ts';

/** Which wire is spoken at which port. */
interface Place {
  readonly wire: Wire;
  readonly port: number;
}

/** A target on this wire, at this port of this machine or wherever `more` puts it. */
export function targetOn(id: string, { wire, port }: Place, more: Partial<Target> = {}): Target {
  const baseUrl = more.baseUrl ?? `http://127.0.0.1:${port}/v1`;
  return {
    id,
    label: id,
    provider: wire.provider,
    model: 'asked-model',
    origin: URL.parse(baseUrl)?.origin ?? baseUrl,
    baseUrl,
    class: 'medium',
    auth: wire.auth,
    loopback: true,
    parameters: {},
    ...more,
  };
}

/** The target that comes next. A neighbour is asked for another model at the same origin, where it would be answered just as badly. */
export const secondTarget = (second: 'backup' | 'neighbour', port: number, { baseUrl, loopback }: Target): Target =>
  second === 'backup'
    ? targetOn('backup', { wire: wireOf('openai'), port })
    : targetOn('backup', { wire: wireOf('openai'), port }, { baseUrl, loopback, model: 'other-model' });
