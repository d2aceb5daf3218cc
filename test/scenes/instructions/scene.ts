import { quickScene } from '../support/quickScene.ts';
import type { Scene } from '../support/scene.ts';

/** A repository with instructions of every kind, and with prompt files. */
export const scene: Scene = {
  ...quickScene,
  files: () => ({
    'AGENTS.md': 'Say rule-agents.\n',
    'packages/api/AGENTS.md': 'Say rule-nested.\n',
    'packages/web/AGENTS.md': 'Say rule-elsewhere.\n',
    'CLAUDE.md': 'Say rule-claude.\n@docs/style.md\n@docs/gone.md\n',
    'docs/style.md': 'Say rule-imported.\n',
    '.github/copilot-instructions.md': 'Say rule-copilot.\n',
    '.github/instructions/deep/code.instructions.md': '---\napplyTo: "packages/**/*.ts"\n---\nSay rule-scoped.\n',
    '.github/instructions/python.instructions.md': '---\napplyTo: "**/*.py"\n---\nSay rule-python.\n',
    '.github/instructions/edits.instructions.md': '---\ntask: edit\n---\nSay rule-edits.\n',
    '.github/prompts/review.prompt.md': [
      '---',
      'description: Looks for one thing',
      'agent: agent',
      "tools: ['search']",
      '---',
      'Look for ${input:aspect:speed, say} in ${file}, which [the rules](../../docs/style.md) are for. ${unknown}',
    ].join('\n'),
    '.github/prompts/mend.prompt.md': '---\nagent: edit\n---\nfix the rounding bug\n',
    'packages/api/cart.ts': 'export function sum(a: number, b: number) {\n  return a + b;\n}\n',
  }),
};
