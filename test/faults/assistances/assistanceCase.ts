import { readFileSync } from 'node:fs';

/** What somebody reported of another assistant's fix, tests, documentation, names or message of a commit. */
export interface AssistanceCase {
  readonly name: string;
  /** The address of the report; others that tell the same. */
  readonly source: string;
  readonly alsoReported?: readonly string[];
  readonly happened: string;
  /** The rule that it stands for. */
  readonly must: string;
  /** Do the words of the case stand so in the report, or were they made from what it tells? */
  readonly text: 'quoted' | 'mixed' | 'made';
  /** What came of it before it was mended; undefined: it has always been right. */
  readonly before?: string;
  /** Every field that is given is compared with what is seen. */
  readonly expect: SeenOfCase;
}

export type SeenOfCase = Readonly<Record<string, unknown>>;

/** What is looked for in a text: seen is what of it is there. */
export interface Holds {
  readonly promptHas?: readonly string[];
  readonly promptLacks?: readonly string[];
}

/** By these names the pages tell them. */
export const playedTasks = ['commitMessage', 'docs', 'tests', 'fix', 'rename'] as const;
export type PlayedTask = (typeof playedTasks)[number];

const folder = 'test/fixtures/reports/assistances';

/** The cases of one assistance. */
export function assistanceCases(task: PlayedTask): readonly AssistanceCase[] {
  return JSON.parse(readFileSync(`${folder}/${task}.json`, 'utf8')) as readonly AssistanceCase[];
}

/** Of these texts, those that stand in the prompt. */
export function heldBy(prompt: string, { promptHas = [], promptLacks = [] }: Holds): SeenOfCase {
  return {
    promptHas: promptHas.filter(text => prompt.includes(text)),
    promptLacks: promptLacks.filter(text => !prompt.includes(text)),
  };
}
