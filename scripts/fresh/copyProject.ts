import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../support/projectRoot.ts';
import { mustRun } from '../support/runCommand.ts';

/** Copies what git knows of the project as it stands now, changes included, and nothing that was built or installed. */
export async function copyProject(folder: string): Promise<void> {
  const listed = await mustRun('git', ['-c', `safe.directory=${projectRoot}`, 'ls-files', '-z'], { cwd: projectRoot });
  const files = listed.split('\0').filter(file => file !== '' && existsSync(path.join(projectRoot, file)));
  for (const file of files) await cp(path.join(projectRoot, file), path.join(folder, file));
}
