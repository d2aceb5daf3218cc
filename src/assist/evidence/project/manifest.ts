/** What a project is made with, as far as its manifest tells. */
export interface ProjectFacts {
  /** 'TypeScript ^5.4, Node >=20'. */
  readonly language?: string;
  readonly packageManager?: string;
  readonly tests?: string;
  readonly formatter?: string;
}

/** A manifest, and what lies beside it. */
export interface Manifest {
  /** The file's name alone. */
  readonly name: string;
  readonly text: string;
  /** Names of the files in its folder and at the top of the workspace: lock files and settings of tools. */
  readonly beside: readonly string[];
}

/** The fact, where there is one. */
export const fact = <Key extends keyof ProjectFacts>(key: Key, value: string | undefined): Pick<ProjectFacts, Key> =>
  (value === undefined ? {} : { [key]: value }) as Pick<ProjectFacts, Key>;

/** The name of the first of these files that lies beside the manifest. */
export const firstBeside = ({ beside }: Manifest, names: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(names).find(([file]) => beside.includes(file))?.[1];

/** What the first of these patterns finds in a text; each is tried on one line at a time, so that none can wander. */
export function firstMatch(text: string, pattern: RegExp): string | undefined {
  for (const line of text.split('\n', 10_000)) {
    const found = pattern.exec(line.slice(0, 1_000))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first of these names of which a word stands in the text. */
export const firstNamed = (text: string, names: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(names).find(([word]) => text.includes(word))?.[1];
