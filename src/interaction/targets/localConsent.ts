import type { Memento } from 'vscode';
import type { Clock } from '../../core/model/clock.ts';
import type { Confirmation } from '../platform/user.ts';
import type { LocalServers } from '../../core/model/localServers.ts';

const recordsName = 'localConsent';

/** Raised whenever more is sent than the question to the user says: everybody is then asked again. */
const version = 1;

interface Given {
  readonly version: number;
  /** Wall-clock ms. */
  readonly at: number;
  /** Who ran the server then; empty: it was not known. */
  readonly owners: readonly number[];
}

export interface LocalConsentParts {
  readonly memento: Memento;
  readonly clock: Pick<Clock, 'wall'>;
  readonly servers: LocalServers;
}

/**
 * What the user has agreed to be sent to servers on this machine: for each port, in all workspaces. Any program of any user may
 * listen on a port, so a yes counts for the owner of then only, where the system tells who that is.
 */
export class LocalConsent {
  readonly #parts: LocalConsentParts;
  /** Who listens on a port, when last looked at. */
  readonly #owners = new Map<number, readonly number[]>();

  constructor(parts: LocalConsentParts) {
    this.#parts = parts;
  }

  /** Answered without waiting, by what the last look has seen. */
  isConfirmed(origin: string): boolean {
    const port = portOf(origin);
    const given = this.#records()[port];
    return given?.version === version && this.#strangers(port, given.owners).length === 0;
  }

  /** Looks who runs these servers now. To be done before each question: a server may have been replaced. */
  async look(origins: readonly string[]): Promise<void> {
    for (const port of new Set(origins.map(portOf))) {
      const owners = await this.#parts.servers.ownersOf(port);
      if (owners === undefined) this.#owners.delete(port);
      else this.#owners.set(port, owners);
    }
  }

  /** What to ask before the first send. */
  async questionFor(origins: readonly string[], labels: readonly string[]): Promise<Confirmation> {
    const { servers } = this.#parts;
    const warnings = await Promise.all(origins.map(origin => this.#ownerText(origin)));
    const isShared = servers.isRemote() && (await servers.hasOtherPeople());
    const { localQuestion } = await import('./consentText.ts'); // hundreds of windows never ask
    return localQuestion(origins, { labels, owners: warnings.filter(text => text !== ''), isShared });
  }

  /** The user has said yes to these. */
  async give(origins: readonly string[]): Promise<void> {
    const { memento, clock } = this.#parts;
    const added = origins.map(portOf).map((port): readonly [string, Given] => {
      return [String(port), { version, at: clock.wall(), owners: this.#owners.get(port) ?? [] }];
    });
    await memento.update(recordsName, { ...this.#records(), ...Object.fromEntries(added) });
  }

  /** The user has chosen these servers from a list that does not say who runs them: a yes to their own only. */
  async giveOwn(origins: readonly string[]): Promise<void> {
    await this.look(origins);
    await this.give(origins.filter(origin => this.#strangers(portOf(origin), []).length === 0));
  }

  /** Forgets every yes, and tells how many there were. */
  async forget(): Promise<number> {
    const count = Object.keys(this.#records()).length;
    await this.#parts.memento.update(recordsName, undefined);
    return count;
  }

  /** Those who listen on the port and are neither the user nor one of these. Who was agreed to first must be there still. */
  #strangers(port: number, known: readonly number[]): readonly number[] {
    const { self } = this.#parts.servers;
    const trusted = known.length > 0 || self === undefined ? known : [self];
    if (trusted.length === 0) return [];
    return (this.#owners.get(port) ?? []).filter(owner => !trusted.includes(owner));
  }

  async #ownerText(origin: string): Promise<string> {
    const { servers } = this.#parts;
    const others = (this.#owners.get(portOf(origin)) ?? []).filter(owner => owner !== servers.self);
    if (others.length === 0 || servers.self === undefined) return '';
    const names = await Promise.all(others.map(owner => servers.nameOf(owner)));
    return (await import('./consentText.ts')).ownerText(origin, names);
  }

  /** What is not a record of ours counts as never asked. */
  #records(): Readonly<Record<string, Given>> {
    const stored: unknown = this.#parts.memento.get(recordsName);
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, Given] => isGiven(entry[1])));
  }
}

function portOf(origin: string): number {
  const { port, protocol } = new URL(origin);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

function isGiven(value: unknown): value is Given {
  if (typeof value !== 'object' || value === null) return false;
  if (!('version' in value) || typeof value.version !== 'number') return false;
  return 'owners' in value && Array.isArray(value.owners) && value.owners.every(owner => typeof owner === 'number');
}
