type Settings = Readonly<Record<string, unknown>>;

/** Addresses that exist while a scene plays. */
export interface Stage {
  /** The practice provider, e.g. `http://127.0.0.1:4711`. */
  readonly practice: string;
  /** Somewhere that nothing may ever be sent to; what arrives nevertheless is counted. */
  readonly canary: string;
}

/**
 * The surroundings in which the tests of one folder `test/editor/NAME/` play, exported as `scene` by its `scene.ts`.
 * Tests directly in `test/editor/`, and folders without a `scene.ts`, play in the plain one.
 */
export interface Scene {
  /** Folder or `.code-workspace` file, from the project's root; a copy of its folder is opened. None: empty window. */
  readonly workspace?: string;
  readonly userSettings?: Settings;
  /** Where the practice targets stand: settings of the machine, as a user in a remote window has them. */
  readonly machineSettings?: (stage: Stage) => Settings;
  /** Environment variables of the extension host. */
  readonly env?: (stage: Stage) => Readonly<Record<string, string>>;
  /** Whether folders are trusted (the default), or untrusted: restricted mode. */
  readonly trust?: 'trusted' | 'restricted';
}
