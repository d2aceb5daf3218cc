import type { UnusedInstruction } from '../../core/model/note.ts';

/** Where instructions of the workspace's owner may stand. 'setting': in the settings. */
export const instructionKinds = ['agents', 'copilot', 'instructions', 'claude'] as const;
export type InstructionKind = (typeof instructionKinds)[number];

/** Which kinds of files are read. */
export type InstructionSwitches = Readonly<Record<InstructionKind, boolean>>;

/** What the owner of the workspace wants models to know, from one file or from the settings. */
export interface Instruction {
  /** Its path in its workspace folder, '/' as separator; the setting's key. */
  readonly file: string;
  readonly kind: InstructionKind | 'setting';
  /** Without its front matter. */
  readonly text: string;
  /** Only its beginning: it is longer than may be sent. */
  readonly isCut?: boolean;
}

/** What is told to models, the nearest to the code last, and what could not be. */
export interface Instructions {
  readonly used: readonly Instruction[];
  readonly unused: readonly UnusedFile[];
}

/** An instruction file that does not go along, and why. */
export interface UnusedFile {
  readonly file: string;
  readonly because: UnusedInstruction;
}

export const noInstructions: Instructions = { used: [], unused: [] };
