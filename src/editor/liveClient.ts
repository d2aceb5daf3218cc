import type { SkipReason } from '../core/ask.ts';
import type { Circuits } from '../core/circuits.ts';
import type { Client } from '../core/client.ts';
import type { Thresholds } from '../core/confidence/verdict.ts';
import type { Target } from '../core/target.ts';
import type { Consent } from './consent.ts';
import type { Keys } from './secrets.ts';
import type { Settings } from './settings/checkedSettings.ts';
import { automaticTargets } from './targets/automaticTargets.ts';
import { chainOf } from './targets/chain.ts';
import type { Knowledge } from './targets/targetEntry.ts';

export interface LiveClientParts {
  readonly read: () => Settings;
  readonly build: (targets: readonly Target[], live: LiveClient) => Client;
  readonly knowledge: Knowledge;
  readonly keys: Pick<Keys, 'hasKey'>;
  readonly consent: Pick<Consent, 'isConfirmed'>;
  readonly circuits: Circuits;
}

/** The client as the settings and keys are now. A question that is under way keeps the one it began with. */
export class LiveClient {
  readonly #parts: LiveClientParts;
  readonly #listeners = new Set<() => void>();
  #settings: Settings;
  #client: Client;
  /** Found on this machine without being listed: models of other extensions, local servers. */
  #found: readonly Target[] = [];

  constructor(parts: LiveClientParts) {
    this.#parts = parts;
    this.#settings = parts.read();
    this.#client = this.#build();
  }

  get client(): Client {
    return this.#client;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The targets that are chosen while the user has listed none. */
  get automatic(): readonly Target[] {
    const { knowledge, keys } = this.#parts;
    return automaticTargets({ ...knowledge, hasKey: origin => keys.hasKey(origin), others: this.#found });
  }

  get thresholds(): Thresholds {
    const { autoThreshold: auto, reviewThreshold: review } = this.#settings.confidence;
    return { auto, review };
  }

  /** What the status bar asks. */
  get status() {
    return {
      targets: () => this.#client.targets,
      barred: (target: Target) => this.barred(target),
      localOnly: () => this.#settings.privacy.localOnly,
      onDidChange: (listener: () => void) => this.onDidChange(listener),
    };
  }

  /** Reads settings and keys anew. */
  refresh(): void {
    this.#settings = this.#parts.read();
    this.#client = this.#build();
    for (const listener of this.#listeners) listener();
  }

  /** Takes up targets that were found because nothing was configured. */
  adopt(found: readonly Target[]): void {
    this.#found = found;
    this.refresh();
  }

  /** What keeps a target from being asked besides its circuit and gates. */
  barred(target: Target): SkipReason | undefined {
    const { keys, consent } = this.#parts;
    if (target.auth !== 'none' && !keys.hasKey(target.origin)) return 'no-key';
    return consent.isConfirmed(target) ? undefined : 'not-confirmed';
  }

  /** A key was set or deleted: what was held against the old one is forgotten. */
  keyChanged(origin: string): void {
    for (const target of this.#client.targets) if (target.origin === origin) this.#parts.circuits.reset(target);
    this.refresh();
  }

  labelOf(id: string): string {
    return this.#client.targets.find(target => target.id === id)?.label ?? id;
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #build(): Client {
    const { targets: listed, chain, privacy } = this.#settings;
    const targets = listed.length > 0 ? listed : this.automatic;
    return this.#parts.build(chainOf({ targets, chain, localOnly: privacy.localOnly }).targets, this);
  }
}
