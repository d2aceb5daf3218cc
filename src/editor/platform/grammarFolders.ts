import path from 'node:path';
import * as vscode from 'vscode';

/** Where VS Code may keep the tree-sitter that it comes with; it is not known whether it is there. */
export const grammarFolders = (): readonly string[] =>
  ['node_modules', 'node_modules.asar.unpacked'].map(packages =>
    path.join(vscode.env.appRoot, packages, '@vscode/tree-sitter-wasm/wasm'),
  );
