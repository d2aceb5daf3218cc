import * as v from 'valibot';
import { parseJson } from '../../core/shared/parseJson.ts';

/** What a batch was answered with. */
export interface BatchAnswer {
  /** By id, in the order in which the ids were asked for. */
  readonly answers: ReadonlyMap<string, string>;
  /** Ids that nothing was said of. */
  readonly missing: readonly string[];
  /** Ids whose answer is no text, or is another one each time. */
  readonly malformed: readonly string[];
  /** So many entries belong to nothing that was asked about. */
  readonly unknown: number;
}

const entries = v.array(v.unknown());
/** Models leave the object around the list away, or call it otherwise. */
const listed = v.union([v.object({ items: entries }), entries]);
const named = v.object({ id: v.string(), text: v.unknown() });

/** The answers that a text holds, by id; of one that is no batch, or is cut, nothing is guessed. */
export const readBatch = (text: string, ids: readonly string[]): BatchAnswer => answersIn(parseJson(text), ids);

/** The same of a value that was read already. */
export function answersIn(value: unknown, ids: readonly string[]): BatchAnswer {
  const asked = new Set(ids);
  const said = new Map<string, unknown>();
  const doubtful = new Set<string>();
  let unknown = 0;
  for (const [id, text] of pairsIn(value, asked)) {
    if (!asked.has(id)) unknown += 1;
    else if (said.has(id) && said.get(id) !== text)
      doubtful.add(id); // which of them is meant is not known (microsoft/openaivec#182)
    else said.set(id, text);
  }
  const isUsable = (id: string): boolean => isText(said.get(id)) && !doubtful.has(id);
  return {
    answers: new Map(ids.filter(isUsable).map(id => [id, String(said.get(id))])),
    missing: ids.filter(id => !said.has(id)),
    malformed: ids.filter(id => said.has(id) && !isUsable(id)),
    unknown,
  };
}

type Pair = readonly [id: string, text: unknown];

/** In a list, or as an object from ids to texts, which models write as readily. */
function pairsIn(value: unknown, asked: ReadonlySet<string>): readonly Pair[] {
  const list = v.safeParse(listed, value);
  if (list.success) return (Array.isArray(list.output) ? list.output : list.output.items).flatMap(pairOf);
  const { success, output } = v.safeParse(v.record(v.string(), v.unknown()), value);
  const pairs = success ? Object.entries(output) : [];
  return pairs.some(([id]) => asked.has(id)) ? pairs.map(([id, text]): Pair => [id, textOf(text)]) : [];
}

function pairOf(entry: unknown): readonly Pair[] {
  const { success, output } = v.safeParse(named, entry);
  return success ? [[output.id.trim(), output.text]] : [['', undefined]];
}

/** `{"k3f": {"text": "…"}}` says the same as `{"k3f": "…"}`. */
const textOf = (value: unknown): unknown => {
  const { success, output } = v.safeParse(v.object({ text: v.string() }), value);
  return success ? output.text : value;
};

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
