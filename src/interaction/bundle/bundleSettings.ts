import type { Target } from '../../core/model/target.ts';
import type { Settings } from '../settings/checkedSettings.ts';
import { changedSettings } from './facts/changedSettings.ts';

/**
 * The settings as the client has them, times in ms, with the chain in its order. What may hold a secret is left out: addresses
 * but their origins, values of parameters, instructions, names of keys. What is named here is in it, so that nothing new gets into it unseen.
 * What differs from `byDefault` comes first: that is what is looked for.
 */
export function bundleSettings(settings: Settings, chain: readonly Target[], byDefault: Settings) {
  const told = toldSettings(settings);
  return {
    changed: changedSettings(told, toldSettings(byDefault)),
    targets: chain.map(toldTarget),
    areTargetsAutomatic: settings.targets.length === 0,
    ...told,
    problems: settings.problems.map(({ key, code }) => ({ key, code })),
  };
}

/** What of the settings is told in a bundle. */
export type BundleSettings = ReturnType<typeof bundleSettings>;

function toldSettings(settings: Settings) {
  const { timeouts, retry, circuitBreaker, rateLimit, fallback, hedge, budget, cache, confidence, privacy } = settings;
  const { statusBar, notifications, alertsOff, journal } = settings;
  return {
    ...{ timeouts, retry, circuitBreaker, rateLimit, fallback, hedge, budget, cache, confidence, privacy },
    ...{ statusBar, notifications, alertsOff, journal },
  };
}

function toldTarget(target: Target) {
  const { id, label, provider, model, origin, auth, loopback, contextWindow, price, maxOutputTokens } = target;
  return {
    ...{ id, label, provider, model, origin, class: target.class, auth, loopback },
    keys: auth === 'none' ? 0 : (target.keyNames?.length ?? 1),
    parameters: Object.keys(target.parameters),
    ...(contextWindow !== undefined && { contextWindow }),
    ...(price !== undefined && { price }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
  };
}
