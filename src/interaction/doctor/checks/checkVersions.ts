import type { Found } from '../found/doctorFinding.ts';

/** What the versions are known from. */
export interface VersionFacts {
  readonly steadfast: string;
  readonly vscode: string;
  /** What the editor calls itself: 'Visual Studio Code', or what is made of it. */
  readonly app: string;
  /** What the manifest asks for: '^1.105.0'. */
  readonly floor: string;
  readonly node: string;
  readonly platform: string;
  readonly architecture: string;
}

/** What can be found about versions. */
export type VersionFinding =
  | (Found<'versions', 'steadfast'> & { readonly version: string })
  | (Found<'versions', 'vscode'> & { readonly version: string; readonly floor: string; readonly app: string })
  | (Found<'versions', 'node'> & Pick<VersionFacts, 'platform' | 'architecture'> & { readonly version: string });

/** Which versions run here, and is VS Code, or what is made of it, new enough? */
export function checkVersions(facts: VersionFacts): readonly VersionFinding[] {
  const { steadfast, vscode, app, node, platform, architecture } = facts;
  const floor = facts.floor.replace(/^\D+/, '');
  return [
    { area: 'versions', code: 'steadfast', level: 'fine', version: steadfast },
    {
      area: 'versions',
      code: 'vscode',
      level: isBelow(vscode, floor) ? 'problem' : 'fine',
      version: vscode,
      floor,
      app,
    },
    { area: 'versions', code: 'node', level: 'fine', version: node, platform, architecture },
  ];
}

/** Of two versions '1.105.0', number by number; what is no number counts as 0. */
function isBelow(version: string, floor: string): boolean {
  const [mine, wanted] = [version, floor].map(text =>
    text.split(/[.-]/, 3).map(part => Number.parseInt(part, 10) || 0),
  );
  for (const [at, number] of (wanted ?? []).entries()) {
    const difference = (mine?.[at] ?? 0) - number;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
