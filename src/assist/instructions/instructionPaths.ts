import type { InstructionKind, InstructionSwitches } from './instruction.ts';

/** A place where instructions may stand. */
export interface InstructionPath {
  readonly kind: Exclude<InstructionKind, 'instructions'>;
  /** In the workspace folder, '/' as separator. */
  readonly path: string;
}

/** Of a file that lies deeper only the nearest folders are looked into, besides the top. */
const mostFolders = 12;

/** What lies in these came from elsewhere, with instructions that the owner of the workspace has not written. */
const foreignFolders = /^(?:node_modules|bower_components|vendor|third[-_]party|site-packages|\.?venv|pods|\.git)$/i;

/** The folders that a file lies in, from the top, as far as they are the owner's. */
function ownFolders(file: string): readonly string[] {
  const names = file.split('/').slice(0, -1);
  const foreign = names.findIndex(name => foreignFolders.test(name));
  return foreign < 0 ? names : names.slice(0, foreign);
}

/**
 * Where instructions for a file may stand: the nearer to it, the later. `file` is its path in the workspace folder; undefined:
 * what is asked is about no file.
 */
export function instructionPaths(file: string | undefined, switches: InstructionSwitches): readonly InstructionPath[] {
  const names = ownFolders(file ?? '');
  const folders = names.map((_, at) => `${names.slice(0, at + 1).join('/')}/`);
  const top: readonly InstructionPath[] = [
    { kind: 'copilot', path: '.github/copilot-instructions.md' },
    { kind: 'claude', path: '.claude/CLAUDE.md' },
  ];
  const each = ['', ...folders.slice(-mostFolders)].flatMap((folder): readonly InstructionPath[] => [
    { kind: 'claude', path: `${folder}CLAUDE.md` },
    { kind: 'claude', path: `${folder}CLAUDE.local.md` },
    { kind: 'agents', path: `${folder}AGENTS.md` },
  ]);
  return [...top, ...each].filter(({ kind }) => switches[kind]);
}
