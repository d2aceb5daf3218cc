import type { Circuits } from '../../core/resilience/circuits.ts';
import type { Thresholds } from '../../core/confidence/verdict.ts';
import type { Target } from '../../core/model/target.ts';
import type { Consent } from './consent.ts';
import type { Keys, KeptKey } from './keyStore.ts';
import type { Settings } from '../settings/checkedSettings.ts';
import { automaticTargets } from '../settings/automaticTargets.ts';
import { chainOf } from '../settings/chain.ts';
import type { Knowledge } from '../settings/targetEntry.ts';
import type { SkipReason } from '../../core/model/note.ts';

/** What the chain of targets is made from. */
export interface CurrentTargetsParts {
  readonly read: () => Settings;
  readonly knowledge: Knowledge;
  readonly keys: Pick<Keys, 'hasKey' | 'kept'>;
  readonly consent: Pick<Consent, 'isConfirmed'>;
  readonly circuits: () => Circuits;
}

/** The settings, and the chain of targets that they and the keys make, as they are now. */
export class CurrentTargets {
  readonly #parts: CurrentTargetsParts;
  readonly #listeners = new Set<() => void>();
  #settings: Settings;
  #targets: readonly Target[];
  /** Found on this machine without being listed: models of other extensions, local servers. */
  #found: readonly Target[] = [];

  constructor(parts: CurrentTargetsParts) {
    this.#parts = parts;
    this.#settings = parts.read();
    this.#targets = this.#chain();
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The chain, in order. */
  get targets(): readonly Target[] {
    return this.#targets;
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

  /** Reads settings and keys anew. */
  refresh(): void {
    this.#settings = this.#parts.read();
    this.#targets = this.#chain();
    for (const listener of this.#listeners) listener();
  }

  /** Takes up targets that were found because nothing was configured. */
  adopt(found: readonly Target[]): void {
    this.#found = found;
    this.refresh();
  }

  /** A key was set or deleted: what was held against the old one is forgotten. */
  keyChanged(origin: string): void {
    for (const target of this.#targets) if (target.origin === origin) this.#parts.circuits().reset(target);
    this.refresh();
  }

  /** What keeps a target from being asked besides its circuit and gates. */
  barred(target: Target): SkipReason | undefined {
    const { keys, consent } = this.#parts;
    if (target.auth !== 'none' && !keys.hasKey(target.origin)) return 'no-key';
    return consent.isConfirmed(target) ? undefined : 'not-confirmed';
  }

  labelOf(id: string): string {
    // the chain may have changed since it answered
    const known = [...this.#targets, ...this.#settings.targets, ...this.automatic];
    return known.find(target => target.id === id)?.label ?? id;
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #chain(): readonly Target[] {
    const { targets: listed, chain, privacy } = this.#settings;
    const targets = listed.length > 0 ? listed : this.automatic;
    const kept = this.#parts.keys.kept();
    return chainOf({ targets, chain, localOnly: privacy.localOnly }).targets.map(target => withKeyNames(target, kept));
  }
}

/** Says which keys there are where there is a choice. */
function withKeyNames(target: Target, kept: readonly KeptKey[]): Target {
  const keyNames = kept.filter(({ origin }) => origin === target.origin).map(({ name }) => name);
  return keyNames.length > 1 && target.auth !== 'none' ? { ...target, keyNames } : target;
}
