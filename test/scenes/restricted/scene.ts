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
      'steadfast.prompt.instructionFiles': { agents: true, claude: true },
      'steadfast.codeLens': true,
      'task.allowAutomaticTasks': 'on',
      'git.path': './evil.sh',
      'security.workspace.trust.enabled': false,
    }),
    '.vscode/tasks.json': JSON.stringify({
      version: '2.0.0',
      tasks: [{ label: 'evil', type: 'shell', command: 'touch task-ran', runOptions: { runOn: 'folderOpen' } }],
    }),
    ...Object.fromEntries(instructionFiles.map(name => [name, '---\napplyTo: "**"\n---\nrestricted-canary\n'])),
  }),
  practice: { speed: 0 },
};
