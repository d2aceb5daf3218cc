import type { Scene } from '../support/scene.ts';
import { quickScene } from '../support/quickScene.ts';

/** A journal that a few questions fill. */
export const scene: Scene = quickScene;
