import * as v from 'valibot';

const text = (maxLength: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxLength), v.regex(/^\P{Cc}*$/u));

/** A provider writes these into every request itself; a target may not replace them. */
const reservedParameters: readonly string[] = ['model', 'messages', 'system', 'stream', 'stream_options'];
const parameterName = v.pipe(
  v.string(),
  v.check(name => !reservedParameters.includes(name)),
);

/** One element of the setting `steadfast.targets`. */
export const entrySchema = v.strictObject({
  id: v.optional(text(100)),
  provider: text(100),
  model: text(200),
  baseUrl: v.optional(text(2000)),
  label: v.optional(text(60)),
  class: v.optional(v.picklist(['simple', 'medium', 'complex'])),
  auth: v.optional(v.picklist(['bearer', 'api-key', 'none'])),
  parameters: v.optional(v.record(parameterName, v.unknown())),
  maxOutputTokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
});

export type TargetEntry = v.InferOutput<typeof entrySchema>;
