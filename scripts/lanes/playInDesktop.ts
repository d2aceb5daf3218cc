import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { mark } from '../../test/scenes/support/mark.ts';
import { projectRoot } from '../support/projectRoot.ts';
import type { ReadyScene } from '../editor/scenes.ts';
import type { Ending } from '../editor/verdict.ts';
import { silenceLimitMs, testRunner } from './playInBrowser.ts';

/** Plays one scene's tests in the extension host of a desktop VS Code with a profile of its own. */
export async function playInDesktop(scene: ReadyScene, executable: string): Promise<Ending> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'steadfast-'));
  try {
    await mkdir(path.join(profile, 'data/User'), { recursive: true });
    const trust = { 'security.workspace.trust.startupPrompt': 'never' };
    const settings = { ...trust, ...scene.machineSettings, ...scene.userSettings }; // one file has both, on the desktop
    await writeFile(path.join(profile, 'data/User/settings.json'), JSON.stringify(settings));
    const child = spawn(executable, desktopArguments(scene, profile), {
      env: { ...scene.env, STEADFAST_USER_DATA: path.join(profile, 'data/User') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return await watch(child, scene.artifacts);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

function desktopArguments(scene: ReadyScene, profile: string): readonly string[] {
  return [
    ...(scene.workspace === undefined ? ['--new-window'] : [scene.workspace]),
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--disable-telemetry', '--disable-extensions'],
    ...['--skip-welcome', '--skip-release-notes', '--disable-workspace-trust'].slice(
      0,
      scene.trust === 'restricted' ? 2 : 3,
    ),
    `--user-data-dir=${path.join(profile, 'data')}`,
    `--extensions-dir=${path.join(profile, 'extensions')}`,
    ...[projectRoot, ...scene.extensions].map(folder => `--extensionDevelopmentPath=${folder}`),
    `--extensionTestsPath=${testRunner}`,
  ];
}

/** Passes on what the tests say and waits for the end. */
async function watch(child: ChildProcessByStdio<null, Readable, Readable>, artifacts: string): Promise<Ending> {
  const { promise, resolve, reject } = Promise.withResolvers<Ending>();
  const chatter = createWriteStream(path.join(artifacts, 'workbench.log'));
  const silence = setTimeout(() => resolve({ is: 'silent' }), silenceLimitMs);
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', line => {
      const [, words] = line.split(mark);
      if (words === undefined) return void chatter.write(`${line}\n`);
      console.log(words);
      silence.refresh();
    });
  }
  child.on('error', reject);
  child.on('close', code => resolve({ is: 'exited', code: code ?? 125 }));
  try {
    return await promise;
  } finally {
    clearTimeout(silence);
    child.kill();
    chatter.end();
  }
}
