import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startPractice, type Practice, type PracticeOptions } from '../../../practice/server.ts';
import { practiceSettings } from '../../../practice/settings.ts';
import { openPackedEditor, type PackedEditorOptions } from '../../../scripts/editor/packedEditor.ts';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import { artifacts, Workbench } from './workbench.ts';

/** The packed extension in a real VS Code on a copy of the sample workspace, with practice providers behind it. */
export interface BrowserStage {
  readonly practice: Practice;
  readonly workbench: Workbench;
  readonly workspace: string;
  /** What VS Code and its extension hosts have written of what they did. */
  readonly logsFolder: string;
  /** Where the extension keeps what all its windows share. */
  readonly storageFolder: string;
  /** A second window on the same folder, with an extension host of its own. */
  openAnother(): Promise<Workbench>;
  /** Changes machine settings in the running editor. */
  change(settings: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

/** Machine settings for these practice providers, before the test's own. */
type MachineSettings = (practice: Practice) => Readonly<Record<string, unknown>>;

interface StageOptions extends PackedEditorOptions {
  /** Where the practice providers listen; default: at free ports. */
  readonly ports?: NonNullable<PracticeOptions['ports']>;
}

export async function openBrowserStage(
  settings: MachineSettings = () => ({}),
  { ports, ...options }: StageOptions = {},
): Promise<BrowserStage> {
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'steadfast-browser-'));
  await cp(path.join(projectRoot, 'practice/workspace'), workspace, { recursive: true });
  const practice = await startPractice({ speed: 0.5, ...(ports && { ports }) });
  const machineSettings = { ...practiceSettings(practice), ...settings(practice) };
  const strike = async (): Promise<void> => {
    await practice.stop();
    await rm(workspace, { recursive: true, force: true });
  };
  const editor = await openPackedEditor({ workspace, machineSettings, ...options }).catch(async (error: unknown) => {
    await strike();
    throw error;
  });
  const workbench = new Workbench(editor.page);
  const windows = [workbench];
  agreeToSend(workbench);
  return {
    practice,
    workspace,
    workbench,
    logsFolder: editor.logsFolder,
    storageFolder: editor.storageFolder,
    openAnother: async () => {
      const page = await editor.context.newPage();
      await page.goto(editor.page.url());
      await page.locator('.monaco-workbench .part.statusbar').waitFor();
      const window = new Workbench(page);
      windows.push(window);
      agreeToSend(window);
      return window;
    },
    change: more => editor.setMachineSettings({ ...machineSettings, ...more }),
    close: async () => {
      const file = path.basename(process.argv[1] ?? '');
      await Promise.all(windows.map((window, at) => window.picture(`end-${file}-${at}`)));
      await cp(editor.logsFolder, path.join(artifacts, `logs-${file}`), { recursive: true });
      await editor.stop();
      await strike();
    },
  };
}

/** Says yes whenever a question asks, in English or German, whether code may be sent, until the window is closed. */
function agreeToSend({ page }: Workbench): void {
  const box = page
    .locator('.monaco-dialog-box')
    .filter({ hasText: /Send code (?:from this workspace )?to|Code .* senden/ });
  const agree = async (): Promise<void> => {
    while (!page.isClosed()) {
      await box.getByRole('button', { name: /^Send(?:en)?$/ }).click({ timeout: 0 });
      await box.waitFor({ state: 'hidden', timeout: 5_000 }).catch(() => undefined); // a box that just comes swallows it
    }
  };
  agree().catch(() => undefined); // the window was closed
}
