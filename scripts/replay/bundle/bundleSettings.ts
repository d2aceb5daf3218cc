import * as v from 'valibot';
import type { Target } from '../../../src/core/model/target.ts';
import type { Settings } from '../../../src/interaction/settings/checkedSettings.ts';
import { Refusal } from '../../support/refusal.ts';

/** What of the settings decides how questions go, in ms, as it stood when the bundle was made. */
export interface BundleSettings extends Pick<
  Settings,
  'targets' | 'timeouts' | 'retry' | 'circuitBreaker' | 'rateLimit' | 'fallback' | 'hedge'
> {
  /** In the order of the chain. Addresses and parameters are not in a bundle: they are their origin here, and none. */
  readonly targets: readonly Target[];
  readonly cache: Pick<Settings['cache'], 'ttlMs' | 'maxEntries' | 'similarThreshold'>;
  readonly budget: Pick<Settings['budget'], 'onExceeded'>;
}

/** As in the journal, where longer words are cut. */
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));
const count = v.pipe(v.number(), v.minValue(0), v.maxValue(1e9));
const dayMs = 86_400_000;
const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(400 * dayMs));
/** JSON has no Infinity and writes null for it. */
const limit = v.pipe(
  v.nullable(v.number()),
  v.transform(value => value ?? Infinity),
  v.minValue(0),
);

const targetSchema = v.object({
  id: word,
  label: word,
  provider: word,
  model: word,
  origin: word,
  class: v.picklist(['simple', 'medium', 'complex']),
  auth: v.picklist(['bearer', 'api-key', 'none']),
  loopback: v.boolean(),
  keys: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)), 1),
  contextWindow: v.optional(count),
  price: v.optional(
    v.object({ input: count, output: count, cachedInput: v.optional(count), cacheWrite: v.optional(count) }),
  ),
  maxOutputTokens: v.optional(count),
});

const timesSchema = v.object({ connectMs: duration, firstTokenMs: duration, idleMs: duration, totalMs: duration });

const settingsSchema = v.object({
  targets: v.pipe(v.array(targetSchema), v.maxLength(200)),
  timeouts: v.object({
    inline: timesSchema,
    quick: timesSchema,
    standard: timesSchema,
    long: timesSchema,
    brief: timesSchema,
  }),
  retry: v.object({ maxRetries: count, baseDelayMs: duration, maxDelayMs: duration }),
  circuitBreaker: v.object({
    failureThreshold: count,
    windowMs: duration,
    recoveryMs: duration,
    maxRecoveryMs: duration,
  }),
  rateLimit: v.object({ requestsPerMinute: limit, tokensPerMinute: limit, concurrent: limit }),
  fallback: v.object({ onRefusal: v.picklist(['tell', 'askNext']) }),
  hedge: v.boolean(),
  cache: v.object({
    ttlMs: duration,
    maxEntries: v.optional(v.pipe(count, v.integer(), v.minValue(1), v.maxValue(100_000)), 1_000),
    similarThreshold: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
  }),
  budget: v.object({ onExceeded: v.picklist(['degrade', 'ask', 'block']) }),
});

/** Checks the settings of a bundle. What only newer versions know is passed over; throws a Refusal that names what is wrong. */
export function bundleSettings(json: unknown): BundleSettings {
  const { success, output, issues } = v.safeParse(settingsSchema, json);
  if (!success) throw new Refusal(`settings.json cannot be used: ${whereOf(issues[0])}.`);
  const ids = output.targets.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Refusal('settings.json cannot be used: two of its targets have one id.');
  return { ...output, targets: output.targets.map(targetOf) };
}

/** Where it is wrong, without what stands there: paths of a bundle are ours, its values may be anything. */
const whereOf = (issue: v.InferIssue<typeof settingsSchema>): string =>
  `${v.getDotPath(issue) ?? 'it'} is not what was expected`;

function targetOf({ keys, origin, price, ...rest }: v.InferOutput<typeof targetSchema>): Target {
  return {
    ...{ id: rest.id, label: rest.label, provider: rest.provider, model: rest.model, origin, baseUrl: origin },
    ...{ class: rest.class, auth: rest.auth, loopback: rest.loopback, parameters: {} },
    ...(rest.contextWindow !== undefined && { contextWindow: rest.contextWindow }),
    ...(rest.maxOutputTokens !== undefined && { maxOutputTokens: rest.maxOutputTokens }),
    ...(price && { price: priceOf(price) }),
    ...(keys > 1 && { keyNames: Array.from({ length: keys }, (_, at) => (at === 0 ? '' : `key ${at + 1}`)) }),
  };
}

const priceOf = ({ input, output, cachedInput, cacheWrite }: Written<NonNullable<Target['price']>>) => ({
  ...{ input, output },
  ...(cachedInput !== undefined && { cachedInput }),
  ...(cacheWrite !== undefined && { cacheWrite }),
});

type Written<Whole> = { readonly [Field in keyof Whole]: Whole[Field] | undefined } & Pick<Whole, RequiredOf<Whole>>;
type RequiredOf<Whole> = { [Field in keyof Whole]-?: object extends Pick<Whole, Field> ? never : Field }[keyof Whole];
