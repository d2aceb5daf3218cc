import assert from 'node:assert/strict';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { createKeys } from '../../../src/interaction/targets/keyStore.ts';
import { declaredTargets } from '../../../src/interaction/settings/declaredTargets.ts';
import type { TargetEntry } from '../../../src/interaction/settings/entryFields.ts';
import type { Server } from '../../../src/interaction/settings/targetEntry.ts';
import { knowledge } from '../../support/knowledge.ts';
import { MemoryMemento } from '../../support/memoryMemento.ts';
import { MemorySecrets } from '../../support/memorySecrets.ts';
import { type Reply, ScriptedUser } from '../../support/scriptedUser.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** A key that no text may hold. */
export const canary = 'sk-canary-0123456789';
export const anthropic = 'https://api.anthropic.com';

/**
 * Everything that the commands of setup work with. Models are listed from `models` by origin, which may depend on the key that is
 * tried; other origins do not answer. `tried` are the keys that were tried.
 */
export function setupWorld(...replies: readonly Reply[]) {
  const user = new ScriptedUser(...replies);
  const secrets = new MemorySecrets();
  const memento = new MemoryMemento();
  const clock = new VirtualClock();
  const saved: (readonly [readonly TargetEntry[], string])[] = [];
  const models: Record<string, Says | ((key: string | undefined) => Says)> = {};
  const tried: (string | undefined)[] = [];
  const listed: Target[] = [];
  const chosen: string[] = [];
  const chose = (servers: readonly { readonly origin: string }[]) => {
    chosen.push(...servers.map(({ origin }) => origin));
    return Promise.resolve();
  };
  return {
    user,
    chosen,
    tried,
    consent: { chose },
    memento,
    clock,
    saved,
    models,
    listed,
    knowledge,
    keys: createKeys(secrets, memento, clock),
    environment: {},
    targets: () => listed,
    listModels: ({ origin }: Server, _signal: AbortSignal, key?: string) => {
      tried.push(key);
      const says = models[origin] ?? new Failure('server-not-running');
      const found = typeof says === 'function' ? says(key) : says;
      return found instanceof Failure ? Promise.reject(found) : Promise.resolve(found);
    },
    saveTargets: (added: readonly TargetEntry[], place: string) => {
      saved.push([added, place]);
      return Promise.resolve();
    },
    describe: (failure: Failure) => `(${failure.kind})`,
  };
}

/** The targets that these entries of the settings mean. */
export const declared = (...entries: readonly unknown[]): readonly Target[] =>
  declaredTargets(entries, knowledge, problem => assert.fail(JSON.stringify(problem)));

type Says = readonly string[] | Failure;
