import path from 'node:path';
import * as vscode from 'vscode';

/** Where VS Code keeps the TypeScript that it comes with; it is not known whether it is there. */
export const compilerFile = (): string =>
  path.join(vscode.env.appRoot, 'extensions', 'node_modules', 'typescript', 'lib', 'typescript.js');
