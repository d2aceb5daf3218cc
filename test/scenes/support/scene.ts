import type { Practice, PracticeOptions } from '../../../practice/server.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The peers that exist while a scene plays. */
export interface Stage {
  readonly practice: Pick<Practice, 'origins' | 'requireKey'>;
  /** An address that nothing may ever be sent to; what arrives nevertheless is counted. */
  readonly canary: string;
}

/**
 * The surroundings in which the tests of one folder `test/scenes/NAME/` play, exported as `scene` by its `scene.ts`.
 * Tests directly in `test/scenes/` play in the scene `main`. What a scene does not say is as in daily use: the sample
 * workspace, trusted, and one target for each practice provider.
 */
export interface Scene {
  /** Folder or `.code-workspace` file, from the project's root; a copy of its folder is opened. `none`: empty window. */
  readonly workspace?: string;
  /** Files that are added to the copy, by their path in it; also the `.code-workspace` file that `workspace` names. */
  readonly files?: (stage: Stage) => Readonly<Record<string, string>>;
  /** Folders, from the project's root, of extensions that run beside ours. */
  readonly extensions?: readonly string[];
  readonly userSettings?: Settings;
  /** Where machine-scoped settings like `steadfast.targets` have to stand in a remote window. */
  readonly machineSettings?: (stage: Stage) => Settings;
  /** How the practice providers play. */
  readonly practice?: PracticeOptions;
  /** Environment variables of the extension host. */
  readonly env?: (stage: Stage) => Readonly<Record<string, string>>;
  /**
   * Plays with what is packed for users, and without those of VS Code's own extensions that run code in the same host:
   * what is measured then speaks of this extension.
   */
  readonly isMeasured?: boolean;
  /** Whether folders are trusted, or not: restricted mode. */
  readonly trust?: 'trusted' | 'restricted';
}
