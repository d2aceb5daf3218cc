import { dotted, hostileSettings } from '../support/hostileSettings.ts';
import type { Scene } from '../support/scene.ts';

const instructionFiles = [
  'AGENTS.md',
  'CLAUDE.md',
  '.github/copilot-instructions.md',
  '.github/instructions/all.instructions.md',
  '.github/prompts/review.prompt.md',
];

/** A folder that is not trusted, and should not be. */
export const scene: Scene = {
  trust: 'restricted',
  files: stage => ({
    '.vscode/settings.json': JSON.stringify({
      ...dotted(hostileSettings(stage)),
      'steadfast.prompt.instructions': 'restricted-canary',
    }),
    ...Object.fromEntries(instructionFiles.map(name => [name, '---\napplyTo: "**"\n---\nrestricted-canary\n'])),
  }),
  practice: { speed: 0 },
};
