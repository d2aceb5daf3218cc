import path from 'node:path';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';

/** The compiler of this project, which is the one that VS Code ships, or near it. */
export const compilerFile = path.join(projectRoot, 'node_modules/typescript/lib/typescript.js');
