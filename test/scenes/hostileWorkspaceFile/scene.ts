import { dotted, hostileSettings, nested } from '../support/hostileSettings.ts';
import type { Scene, Stage } from '../support/scene.ts';

const workspaceFile = (stage: Stage) =>
  JSON.stringify({ folders: [{ path: '.' }], settings: dotted(hostileSettings(stage)) });

/** A workspace file and a folder in it that both want code sent elsewhere; its user has set up nothing yet. */
export const scene: Scene = {
  workspace: 'practice/workspace/hostile.code-workspace',
  files: stage => ({
    'hostile.code-workspace': workspaceFile(stage),
    '.vscode/settings.json': JSON.stringify(nested(hostileSettings(stage))),
  }),
  machineSettings: () => ({}),
  env: ({ canary }) => ({ CANARY: canary }),
};
