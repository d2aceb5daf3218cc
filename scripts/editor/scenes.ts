import { existsSync, globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { practiceSettings } from '../../practice/settings.ts';
import type { Scene } from '../../test/scenes/support/scene.ts';
import { testEnvironment } from '../support/environment.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { setStage } from './stage.ts';
import type { Verdict } from './verdict.ts';

/** A scene with everything that it needs standing ready. */
export interface ReadyScene {
  readonly name: string;
  readonly trust: 'trusted' | 'restricted';
  readonly isMeasured: boolean;
  readonly userSettings: Readonly<Record<string, unknown>>;
  readonly machineSettings: Readonly<Record<string, unknown>>;
  /** The copy that is opened; undefined: an empty window. */
  readonly workspace: string | undefined;
  /** Folders of further extensions under development, absolute. */
  readonly extensions: readonly string[];
  /** The environment of the extension host; it tells the runner what to play and where to write its verdict. */
  readonly env: NodeJS.ProcessEnv;
  /** Where logs and screenshots of this scene go. */
  readonly artifacts: string;
  /** What the runner wrote down, if it came to that. */
  readVerdict(): Promise<Verdict | undefined>;
  strike(): Promise<void>;
}

const editorTests = path.join(projectRoot, 'test/scenes');

/** The names of all scenes that have tests. */
export function findScenes(): readonly string[] {
  const folders = globSync('**/*.test.ts', { cwd: editorTests }).map(file => path.dirname(file).split(path.sep)[0]);
  return [...new Set(folders.map(folder => (folder === undefined || folder === '.' ? 'main' : folder)))].sort();
}

/** Starts a scene's peers and copies its workspace. */
export async function readyScene(name: string, grep: string | undefined): Promise<ReadyScene> {
  const scene = await readScene(name);
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'steadfast-workspace-'));
  const artifacts = path.join(projectRoot, 'test-artifacts', name);
  const verdict = path.join(temporary, 'verdict.json');
  const stage = await setStage(scene.practice);
  await rm(artifacts, { recursive: true, force: true });
  await mkdir(artifacts, { recursive: true });
  return {
    name,
    trust: scene.trust,
    isMeasured: scene.isMeasured,
    userSettings: scene.userSettings,
    machineSettings: scene.machineSettings(stage),
    workspace: await copyWorkspace(scene.workspace, temporary, scene.files(stage)),
    extensions: scene.extensions.map(folder => path.join(projectRoot, folder)),
    env: {
      ...testEnvironment(),
      STEADFAST_SCENE: name,
      STEADFAST_VERDICT: verdict,
      STEADFAST_PRACTICE: JSON.stringify(stage.practice.origins),
      STEADFAST_STAGE: stage.control,
      ...(grep === undefined ? {} : { STEADFAST_GREP: grep }),
      ...scene.env(stage),
    },
    artifacts,
    readVerdict: async () => (existsSync(verdict) ? ((await readJson(verdict)) as Verdict) : undefined),
    async strike() {
      await stage.stop();
      await rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

const plain: Required<Scene> = {
  workspace: 'practice/workspace',
  files: () => ({}),
  extensions: [],
  userSettings: {},
  machineSettings: ({ practice }) => ({ ...practiceSettings(practice) }),
  practice: {},
  env: () => ({}),
  isMeasured: false,
  trust: 'trusted',
};

async function readScene(name: string): Promise<Required<Scene>> {
  const file = path.join(editorTests, name, 'scene.ts');
  if (!existsSync(file)) return plain;
  const { scene } = (await import(pathToFileURL(file).href)) as { readonly scene: Scene };
  return { ...plain, ...scene };
}

/** Copies the folder that is opened, or the folder that the `.code-workspace` file lies in, and adds the scene's files. */
async function copyWorkspace(
  workspace: string,
  temporary: string,
  files: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  if (workspace === 'none') return undefined;
  const original = path.join(projectRoot, workspace);
  const isFile = workspace.endsWith('.code-workspace');
  const copy = path.join(temporary, path.basename(isFile ? path.dirname(original) : original));
  await cp(isFile ? path.dirname(original) : original, copy, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(copy, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return isFile ? path.join(copy, path.basename(original)) : copy;
}
