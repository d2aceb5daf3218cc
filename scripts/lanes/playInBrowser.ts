import { createWriteStream } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { mark } from '../../test/scenes/support/mark.ts';
import { openWindow, workbenchAddress } from '../editor/browser.ts';
import { projectRoot } from '../support/projectRoot.ts';
import type { ReadyScene } from '../editor/scenes.ts';
import type { Ending } from '../editor/verdict.ts';
import type { VscodeHost } from '../machine/vscodeHost.ts';
import { startVscodeServer } from '../editor/vscodeServer.ts';

/** The module, built, that VS Code calls in the extension host. */
export const testRunner = path.join(projectRoot, 'out/test/scenes/support/runner.cjs');

/** A test may take 20 s; a start on a busy machine may take longer. */
export const silenceLimitMs = 90_000;

export interface Editor {
  readonly host: VscodeHost;
  /** The path of Chromium. */
  readonly browser: string;
}

/** Plays one scene's tests in the extension host of a real VS Code, whose window is Chromium. */
export async function playInBrowser(scene: ReadyScene, editor: Editor): Promise<Ending> {
  const { userSettings, machineSettings, env, workspace } = scene;
  const restricted = scene.trust === 'restricted';
  const silent = restricted ? { 'security.workspace.trust.startupPrompt': 'never' } : {};
  const server = await startVscodeServer({
    host: editor.host,
    userSettings: { ...silent, ...userSettings },
    machineSettings,
    env,
    asksForTrust: restricted,
    testDriver: true,
    withoutCodeOfOthers: scene.isMeasured,
    endsWhenUnused: true,
  });
  try {
    const window = await openWindow(editor.browser);
    try {
      const address = workbenchAddress({
        authority: `127.0.0.1:${server.port}`,
        extensionUnderTest: await inOneFolder([projectRoot, ...scene.extensions], server.dataFolder),
        testRunner,
        ...(workspace === undefined ? {} : { workspace }),
      });
      return await watch(window.page, address, scene.artifacts);
    } finally {
      await window.close();
    }
  } finally {
    await writeFile(path.join(scene.artifacts, 'server.log'), server.log());
    await server.stop();
  }
}

/** The workbench takes one folder only: that of an extension, or one in which there are several. */
async function inOneFolder([first = projectRoot, ...others]: readonly string[], temporary: string): Promise<string> {
  if (others.length === 0) return first;
  const all = path.join(temporary, 'extensions-under-test');
  await mkdir(all);
  for (const folder of [first, ...others]) await symlink(folder, path.join(all, path.basename(folder)));
  return all;
}

/** Opens the workbench and waits for the end of its tests, passing on what they say. */
async function watch(page: Page, address: string, artifacts: string): Promise<Ending> {
  const { promise, resolve, reject } = Promise.withResolvers<Ending>();
  const chatter = createWriteStream(path.join(artifacts, 'workbench.log'));
  const silence = setTimeout(() => resolve({ is: 'silent' }), silenceLimitMs);
  const gone = (): void => resolve({ is: 'exited', code: 125 });
  page.on('crash', gone);
  page.on('close', gone); // with its browser
  const note = (line: string): unknown => chatter.writable && chatter.write(`${line}\n`); // the window outlives its tests
  page.on('pageerror', error => note(`page error ${error.stack}`));
  // The workbench calls these two; they have to be there before it loads.
  await page.exposeFunction('codeAutomationLog', (kind: string, words: readonly unknown[]) => {
    const line = format(...words);
    if (line.startsWith(mark)) {
      console.log(line.slice(mark.length));
      silence.refresh();
    } else note(`${kind} ${line}`);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => resolve({ is: 'exited', code }));
  page.goto(address).catch(reject);
  try {
    const ending = await promise;
    const picture = { path: path.join(artifacts, 'end.png') };
    if (ending.is === 'silent' || ending.code !== 0)
      await page.screenshot(picture).catch((error: unknown) => note(`no picture: ${String(error)}`)); // of a dead window
    return ending;
  } finally {
    clearTimeout(silence);
    chatter.end();
  }
}
