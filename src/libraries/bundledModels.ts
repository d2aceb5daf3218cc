import * as v from 'valibot';
import models from '../../media/models.json' with { type: 'json' };
import type { ModelTable } from '../core/budget/modelTable.ts';

const tokens = v.pipe(v.number(), v.integer(), v.minValue(1));
const dollars = v.pipe(v.number(), v.finite(), v.minValue(0));

const row = v.strictObject({
  provider: v.string(),
  model: v.string(),
  contextWindow: v.exactOptional(tokens),
  maxOutputTokens: v.exactOptional(tokens),
  price: v.exactOptional(
    v.strictObject({
      input: dollars,
      output: dollars,
      cachedInput: v.exactOptional(dollars),
      cacheWrite: v.exactOptional(dollars),
    }),
  ),
});

const schema = v.strictObject({
  lists: v.array(v.strictObject({ asOf: v.pipe(v.string(), v.isoDate()), source: v.string(), models: v.array(row) })),
});

/** A table of models, checked; throws where it is none. */
export const readModelTable = (value: unknown): ModelTable => v.parse(schema, value);

/** The table that comes with the extension, media/models.json. */
export const modelTable: ModelTable = readModelTable(models);
