import type { Scene } from '../support/scene.ts';

export const scene: Scene = { extensions: ['test/editor/extensions/practice-lm'] };
