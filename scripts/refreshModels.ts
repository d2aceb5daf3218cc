import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { rowOf, type ModelRow, type ModelTable } from '../src/core/budget/modelTable.ts';
import { readModelTable } from '../src/libraries/bundledModels.ts';
import { projectRoot } from './support/projectRoot.ts';
import { Refusal } from './support/refusal.ts';
import { runMain } from './support/runMain.ts';
import { say } from './support/say.ts';

const file = path.join(projectRoot, 'media/models.json');
const providers = ['anthropic', 'openai'];
const modes = ['chat', 'responses'];
/** As in a target's model: gpt-4o-2024-11-20, claude-sonnet-4-20250514, claude-3-5-haiku-latest. */
const version = /-(\d{4}-\d{2}-\d{2}|\d{8}|latest)$/;

/** One model in the published table model_prices_and_context_window.json; costs in US dollars a token. */
const published = v.object({
  litellm_provider: v.picklist(providers),
  mode: v.picklist(modes),
  max_input_tokens: v.optional(v.number()),
  max_output_tokens: v.optional(v.number()),
  input_cost_per_token: v.number(),
  output_cost_per_token: v.number(),
  cache_read_input_token_cost: v.optional(v.number()),
  cache_creation_input_token_cost: v.optional(v.number()),
});

/** The table with what `value` says, in place of all rows that it knows better; what it does not know stays. */
export function refreshed(before: ModelTable, value: unknown, about: { asOf: string; source: string }): ModelTable {
  const models = merged(rowsIn(value));
  if (models.length === 0) throw new Refusal('there is no model of ours in it');
  const known: ModelTable = { lists: [{ ...about, models }] };
  const others = before.lists
    .map(list => ({ ...list, models: list.models.filter(({ model }) => !rowOf(known, model)) }))
    .filter(list => list.models.length > 0);
  return { lists: [...known.lists, ...others] };
}

function rowsIn(value: unknown): readonly ModelRow[] {
  if (typeof value !== 'object' || value === null) throw new Refusal('this is no table of models');
  return Object.entries(value).flatMap(([model, facts]) => {
    const { success, output } = v.safeParse(published, facts);
    return success && /^[a-z0-9][a-z0-9.-]*$/.test(model) ? [rowFrom(model, output)] : [];
  });
}

function rowFrom(model: string, facts: v.InferOutput<typeof published>): ModelRow {
  const { max_input_tokens: contextWindow, max_output_tokens: maxOutputTokens } = facts;
  const cachedInput = facts.cache_read_input_token_cost;
  const cacheWrite = facts.cache_creation_input_token_cost;
  return {
    provider: facts.litellm_provider,
    model,
    ...(contextWindow !== undefined && { contextWindow }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    price: {
      input: perMillion(facts.input_cost_per_token),
      output: perMillion(facts.output_cost_per_token),
      ...(cachedInput !== undefined && { cachedInput: perMillion(cachedInput) }),
      ...(cacheWrite !== undefined && { cacheWrite: perMillion(cacheWrite) }),
    },
  };
}

/** One row for all versions of a model that are alike, by the name without its date; those that differ keep their own. */
function merged(rows: readonly ModelRow[]): readonly ModelRow[] {
  const plainOf = ({ model }: ModelRow): string => model.replace(version, '');
  const families = Map.groupBy(rows, plainOf);
  const all = [...families].flatMap(([plain, family]) => {
    const latest = family.find(({ model }) => model === plain) ?? family.toSorted(byName).at(-1);
    const others = family.filter(row => row.model !== plain && factsText(row) !== factsText(latest));
    return latest ? [{ ...latest, model: plain }, ...others] : others;
  });
  return all.toSorted(byName);
}

const factsText = (row: ModelRow | undefined): string => JSON.stringify({ ...row, model: '' });

/** By provider, then by id. */
function byName(one: ModelRow, other: ModelRow): number {
  const [a, b] = [`${one.provider} ${one.model}`, `${other.provider} ${other.model}`];
  return a < b ? -1 : Number(a > b);
}

/** Without the noise of binary fractions. */
const perMillion = (dollars: number): number => Number((dollars * 1e6).toPrecision(6));

async function readSource(place: string): Promise<unknown> {
  if (!/^https?:/.test(place)) return JSON.parse(await readFile(place, 'utf8'));
  const response = await fetch(place);
  if (!response.ok) throw new Refusal(`${place} answers ${response.status}`);
  return response.json();
}

async function main(): Promise<number> {
  const [place] = process.argv.slice(2);
  if (place === undefined) throw new Refusal('say where the published table is: a JSON file or its address');
  const before = readModelTable(JSON.parse(await readFile(file, 'utf8')));
  const asOf = new Date().toISOString().slice(0, 10);
  const after = refreshed(before, await readSource(place), { asOf, source: path.basename(place) });
  await writeFile(file, `${JSON.stringify(after, undefined, 2)}\n`);
  say(after.lists.map(({ source, models }) => `${models.length} models: ${source}`).join('\n'));
  return 0;
}

if (import.meta.main) runMain(main);
