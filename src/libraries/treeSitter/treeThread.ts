import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Parsed } from '../../core/confidence/reading/parse.ts';
import type { ThreadReply, ThreadRequest } from '../threads/requestThread.ts';

/** What the thread is started with. */
export interface TreeThreadStart {
  /** Where VS Code may keep tree-sitter with its grammars; the first folder that has it is taken. */
  readonly folders: readonly string[];
}

/** A text to be parsed, by the name that VS Code gives the grammar's file. */
export interface TreeRequest {
  readonly grammar: string;
  readonly text: string;
}

/** As much of tree-sitter as is needed here: it comes with VS Code and not with its types. */
interface TreeSitter {
  readonly Parser: { new (): TreeSitterParser; init(): Promise<void> };
  readonly Language: { load(file: string): Promise<unknown> };
}
interface TreeSitterParser {
  setLanguage(language: unknown): unknown;
  parse(text: string, oldTree: null, options: { readonly progressCallback: () => boolean }): Tree | null;
  reset(): void;
}
interface Tree {
  readonly rootNode: TreeNode;
  delete(): void;
}
interface TreeNode {
  readonly hasError: boolean;
  readonly isError: boolean;
  readonly isMissing: boolean;
  readonly startPosition: { readonly row: number };
  readonly children: readonly (TreeNode | null)[];
}

/** A file of 150 KB takes 60 ms; a text that takes longer than this was made to, ms. */
const limitMs = 250;
/** Deeper trees are not searched for the place of their error. */
const deepest = 2_000;

/** What is loaded is loaded once, with the first text that needs it. */
let loading: Promise<{ readonly treeSitter: TreeSitter; readonly folder: string }> | undefined;
const parsers = new Map<string, Promise<TreeSitterParser | undefined>>();

async function load() {
  const { folders } = workerData as TreeThreadStart;
  for (const folder of folders) {
    const file = path.join(folder, 'tree-sitter.js');
    let treeSitter: TreeSitter;
    try {
      treeSitter = createRequire(file)(file) as TreeSitter;
    } catch {
      continue; // another build of VS Code keeps it elsewhere
    }
    await treeSitter.Parser.init();
    return { treeSitter, folder };
  }
  throw new Error('no tree-sitter here'); // the thread ends, and who has begun it hears of it
}

/** undefined: this build has no such grammar, or one of another version than its tree-sitter. */
async function parserOf(grammar: string): Promise<TreeSitterParser | undefined> {
  const { treeSitter, folder } = await (loading ??= load());
  try {
    const language = await treeSitter.Language.load(path.join(folder, `tree-sitter-${grammar}.wasm`));
    const parser = new treeSitter.Parser();
    parser.setLanguage(language);
    return parser;
  } catch {
    return undefined;
  }
}

/** Its grammars let some right code of C++ and others fail, so that it is never sure. */
function parsedBy(parser: TreeSitterParser, text: string): Parsed {
  const until = performance.now() + limitMs;
  const tree = parser.parse(text, null, { progressCallback: () => performance.now() > until });
  if (!tree) {
    parser.reset(); // or it would go on with this text the next time
    return { verdict: 'unknown' };
  }
  try {
    const { rootNode } = tree;
    return rootNode.hasError
      ? { verdict: 'fails', line: firstError(rootNode) + 1, hasGaps: true }
      : { verdict: 'parses', hasGaps: true };
  } finally {
    tree.delete();
  }
}

/** The row, counted from 0, of the first and innermost error. */
function firstError(root: TreeNode): number {
  let node = root;
  for (let depth = 0; depth < deepest; depth += 1) {
    const inner = node.children.find(child => child && (child.hasError || child.isError || child.isMissing));
    if (!inner) break;
    node = inner;
  }
  return node.startPosition.row;
}

parentPort?.on('message', ({ id, request: { grammar, text } }: ThreadRequest<TreeRequest>) => {
  const parser = parsers.get(grammar) ?? parserOf(grammar);
  parsers.set(grammar, parser);
  void parser.then(known => {
    parentPort?.postMessage({
      id,
      result: known ? parsedBy(known, text) : { verdict: 'unknown' },
    } satisfies ThreadReply<Parsed>);
  });
});
