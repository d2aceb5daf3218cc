import type { Scene } from '../support/scene.ts';

export const scene: Scene = { extensions: ['test/scenes/extensions/practice-lm'] };
