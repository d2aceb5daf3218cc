import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createVSIX } from '@vscode/vsce';
import { transform } from 'esbuild';
import { practiceSettings } from '../../practice/settings.ts';
import { openWindow, workbenchAddress } from '../../scripts/editor/browser.ts';
import { ensureBrowser } from '../../scripts/machine/browser.ts';
import { testEnvironment } from '../../scripts/support/environment.ts';
import { projectRoot } from '../../scripts/support/projectRoot.ts';
import { ensureVscodeHost } from '../../scripts/machine/vscodeHost.ts';
import { startVscodeServer } from '../../scripts/editor/vscodeServer.ts';
import type { Figures } from '../harness/bench.ts';
import { spread } from '../harness/statistics.ts';
import type { Packed } from '../support/packed.ts';
import type { Activation } from './activationProbe.ts';
import { filesOf, sdks } from './bundle.ts';

const starts = 20;
const tokenizers = ['gpt-tokenizer', 'js-tiktoken', 'tiktoken', 'tokenx'];

/** Starts a real VS Code window twenty times and sees what loading and activating the packed extension costs there. */
export async function activation(packed: Packed): Promise<Figures> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'steadfast-bench-'));
  try {
    const seen = await watchStarts(await probedVsix(packed, folder), folder);
    return figuresOf(seen, packed.outputs);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Packs the extension with the probe in front of it. */
async function probedVsix({ folder: packedFolder }: Packed, folder: string): Promise<string> {
  const extension = path.join(folder, 'extension');
  const packagePath = path.join(folder, 'probed.vsix');
  await cp(packedFolder, extension, { recursive: true });
  const probe = await readFile(path.join(import.meta.dirname, 'activationProbe.ts'), 'utf8');
  const { code } = await transform(probe, { loader: 'ts', format: 'cjs', platform: 'node', target: 'node22' });
  await writeFile(path.join(extension, 'probe.cjs'), code);
  const manifest = JSON.parse(await readFile(path.join(extension, 'package.json'), 'utf8')) as object;
  await writeFile(path.join(extension, 'package.json'), JSON.stringify({ ...manifest, main: './probe.cjs' }));
  await writeFile(path.join(extension, '.vscodeignore'), ''); // everything is to go in
  await createVSIX({
    cwd: extension,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return packagePath;
}

/** One VS Code server, one window that is loaded again and again: each time with a new extension host. */
async function watchStarts(vsix: string, folder: string): Promise<readonly Activation[]> {
  const reports = path.join(folder, 'reports.jsonl');
  const workspace = path.join(folder, 'workspace');
  await mkdir(workspace);
  await cp(path.join(projectRoot, 'practice/workspace'), workspace, { recursive: true });
  const server = await startVscodeServer({
    host: await ensureVscodeHost(),
    vsix,
    machineSettings: { ...practiceSettings(nobody) },
    env: { ...testEnvironment(), STEADFAST_BENCH_REPORT: reports },
    asksForTrust: false,
    testDriver: false,
    endsWhenUnused: true,
  });
  try {
    const window = await openWindow(await ensureBrowser());
    try {
      const address = workbenchAddress({ authority: `127.0.0.1:${server.port}`, workspace });
      for (let start = 1; start <= starts; start += 1) {
        await window.page.goto(address);
        await reportNumber(start, reports);
      }
    } finally {
      await window.close();
    }
  } finally {
    await server.stop();
  }
  return readReports(reports);
}

/** Targets at addresses where nobody listens: the extension has somebody to ask, and may not. */
const nobody = {
  origins: { anthropic: 'http://127.0.0.1:61001', openai: 'http://127.0.0.1:61002', local: 'http://127.0.0.1:61003' },
  requireKey: true,
};

async function reportNumber(start: number, reports: string): Promise<void> {
  const lateAt = performance.now() + 60_000;
  while ((await readReports(reports)).length < start) {
    if (performance.now() > lateAt) throw new Error(`the extension was not activated within 60 s at start ${start}`);
    await setTimeout(50);
  }
}

async function readReports(file: string): Promise<readonly Activation[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  return lines.map(line => JSON.parse(line) as Activation);
}

function figuresOf(seen: readonly Activation[], outputs: Packed['outputs']): Figures {
  const loaded = new Set(seen.flatMap(({ loaded }) => loaded));
  const loadedOf = (names: readonly string[]): number =>
    names.flatMap(name => filesOf(name, outputs)).filter(file => loaded.has(file)).length;
  return {
    rows: [
      {
        measure: 'activate, synchronous part',
        steadfast: ms(seen.map(one => one.activateMs)),
        remark: `${seen.length} starts of a window`,
      },
      { measure: 'require of the main bundle, in the host', steadfast: ms(seen.map(one => one.requireMs)) },
      {
        measure: 'files loaded half a second after activation',
        steadfast: String(loaded.size),
        remark: [...loaded].join(' + '),
      },
    ],
    goals: [
      { name: 'activate in the host: connections', value: sum(seen.map(one => one.connections)), limit: 0 },
      { name: 'activate in the host: files of an SDK loaded', value: loadedOf(sdks), limit: 0 },
      { name: 'activate in the host: files of a tokenizer loaded', value: loadedOf(tokenizers), limit: 0 },
      {
        name: 'activate in the host: fetch or Response touched',
        value: sum(seen.map(one => one.touched.length)),
        limit: 0,
      },
    ],
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const ms = (samples: readonly number[]): string => {
  const { p50, p99 } = spread(samples);
  return `${p50.toFixed(2)} ms (p99 ${p99.toFixed(2)})`;
};
