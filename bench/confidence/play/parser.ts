import path from 'node:path';
import { installedVscode } from '../../../scripts/machine/vscodeHost.ts';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import type { Parse } from '../../../src/core/confidence/reading/parse.ts';
import { CodeParser } from '../../../src/libraries/codeParser.ts';
import { systemClock as clock } from '../../../src/libraries/systemClock.ts';

const vscode = await installedVscode();

/** Are the grammars here that VS Code ships? Without them brackets are counted in Go, Rust, Java and C++. */
export const hasGrammars = vscode !== undefined;

/** The parsers that users have: ours, and those of the VS Code that the editor lane has installed. */
export const parse: Parse = new CodeParser({
  workerFile: path.join(projectRoot, 'src/libraries/treeSitter/treeThread.ts'),
  folders: vscode === undefined ? [] : [path.join(vscode, 'node_modules/@vscode/tree-sitter-wasm/wasm')],
  clock,
}).parse;
