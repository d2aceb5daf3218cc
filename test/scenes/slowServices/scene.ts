import type { Scene } from '../support/scene.ts';

/** As in daily use, with a provider that answers at once. */
export const scene: Scene = { practice: { speed: 0 } };
