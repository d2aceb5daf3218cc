import { quickScene } from '../support/quickScene.ts';
import type { Scene } from '../support/scene.ts';

/** A workspace of two folders, of which a checked-in file says that the second is the hooks of a repository. */
export const scene: Scene = {
  ...quickScene,
  workspace: 'practice/workspace/guarded.code-workspace',
  files: () => ({
    'guarded.code-workspace': JSON.stringify({
      folders: [{ path: '.' }, { path: 'repo/.git/hooks', name: 'scripts' }],
    }),
    'package.json': '{ "name": "sample" }\n',
    '.vscode/tasks.json': '{ "tasks": [] }\n',
    '.git/hooks/post-checkout': 'echo checked out\n',
    'repo/.git/hooks/pre-commit': 'echo committing\n',
  }),
};
