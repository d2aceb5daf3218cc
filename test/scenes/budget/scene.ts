import type { Scene } from '../support/scene.ts';
import { quickScene } from '../support/quickScene.ts';

/** A budget that a few questions use up; the targets but the local one cost something. */
export const scene: Scene = {
  ...quickScene,
  userSettings: { ...quickScene.userSettings, 'steadfast.budget.workspaceDailyTokens': 1_000_000 },
};
