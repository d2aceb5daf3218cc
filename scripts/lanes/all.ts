import { ensureBrowser } from '../machine/browser.ts';
import { ensureSystemTools } from '../machine/systemTools.ts';
import { ensureVscodeHost } from '../machine/vscodeHost.ts';
import { browser } from './browser.ts';
import { check } from './check.ts';
import { desktop } from './desktop.ts';
import { editor } from './editor.ts';
import { faults } from './faults.ts';

import { fresh } from './fresh.ts';
import type { Lane } from './lane.ts';
import { mutations } from './mutations.ts';
import { simulation } from './simulation.ts';
import { unit } from './unit.ts';

/** Every lane, with what it needs of the machine and how long it may take. This is the one place that says so. */
export const lanes = {
  check: { play: check, needs: [], limitMinutes: 8 },
  unit: { play: unit, needs: [ensureBrowser, ensureSystemTools], limitMinutes: 18 },
  faults: { play: faults, needs: [ensureSystemTools], limitMinutes: 6 },
  simulation: { play: simulation, needs: [ensureSystemTools], limitMinutes: 8 },
  editor: { play: editor, needs: [ensureVscodeHost, ensureBrowser, ensureSystemTools], limitMinutes: 48 },
  browser: { play: browser, needs: [ensureVscodeHost, ensureBrowser], limitMinutes: 45 },
  desktop: { play: desktop, needs: [], limitMinutes: 60 },
  mutations: { play: mutations, needs: [ensureBrowser, ensureSystemTools], limitMinutes: 120, graceSeconds: 30 },
  fresh: { play: fresh, needs: [], limitMinutes: 45, graceSeconds: 60 },
} as const satisfies Readonly<Record<string, Lane>>;

export type LaneName = keyof typeof lanes;
