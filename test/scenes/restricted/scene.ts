import { dotted, hostileSettings } from '../support/hostileSettings.ts';
import type { Scene } from '../support/scene.ts';

/** A folder that is not trusted, and should not be. */
export const scene: Scene = {
  trust: 'restricted',
  files: stage => ({ '.vscode/settings.json': JSON.stringify(dotted(hostileSettings(stage))) }),
  practice: { speed: 0 },
};
