import * as vscode from 'vscode';
import { chooseInstructions, type ReadInstruction } from '../../assist/instructions/chooseInstructions.ts';
import { importsIn } from '../../assist/instructions/imports.ts';
import {
  type InstructionKind,
  type Instructions,
  noInstructions,
  type UnusedFile,
} from '../../assist/instructions/instruction.ts';
import { instructionPaths } from '../../assist/instructions/instructionPaths.ts';
import { readFrontMatter } from '../../assist/instructions/frontMatter.ts';
import { readScoped, scopeVerdict } from '../../assist/instructions/instructionScope.ts';
import type { UnusedInstruction } from '../../core/model/note.ts';
import { type FindingsIn, readToSend } from '../asking/readableText.ts';
import { workspaceFile } from '../asking/workspaceFile.ts';
import { instructionSettingsFor } from '../settings/readSettings.ts';
import { filesBelow, isThere } from './folderFiles.ts';

/**
 * What the owner of the workspace has said belongs to the question, so it is waited for like what nothing else can replace. It is read
 * while the rest is gathered, and usually there before that.
 */
const patienceMs = 6_000; // the first question of a window has everything else loaded beside it
/** A file that was begun to be read so long ago is read again. */
const freshMs = 5_000;
/** Of a longer file only the beginning goes along, characters. */
const longestFile = 20_000;
/** So many files are taken in by another one, with what those take in. */
const mostImports = 10;

/** What is asked: about which document, and for which task. */
export interface InstructionsAsked {
  /** undefined: about none, or about one that is not known any more. */
  readonly uri: vscode.Uri | undefined;
  readonly task: string;
}

/** One file while it is read. */
interface Candidate {
  readonly file: string;
  readonly kind: InstructionKind;
  /** Is there such a file? undefined: not known yet. */
  isThere: boolean | undefined;
  /** What it and those that it takes in say; none when there is no such file. */
  readonly read: Promise<readonly Found[]>;
}

/** A file that was read, or why it was not. */
type Found = ReadInstruction | UnusedFile;

interface Reading {
  readonly startedAt: number;
  readonly candidates: Promise<readonly Candidate[]>;
}

/** The instruction files of the workspace, read by the one rule for all files, in trusted workspaces only. */
export class InstructionFiles {
  readonly #findingsIn: FindingsIn;
  readonly #readings = new Map<string, Reading>();

  constructor(findingsIn: FindingsIn) {
    this.#findingsIn = findingsIn;
  }

  /** Begins to read what a question about this document will need, so that it need not be waited for. */
  begin(uri: vscode.Uri): void {
    this.#read(uri);
  }

  /** What goes along with a question: what could be read in time. Never rejects. */
  async instructionsFor({ uri, task }: InstructionsAsked): Promise<Instructions> {
    if (!vscode.workspace.isTrusted) return noInstructions;
    const late = new Promise<undefined>(resolve => setTimeout(resolve, patienceMs, undefined).unref());
    const place = uri && workspaceFile(uri);
    const folder = place?.folder ?? onlyFolder();
    const reading = this.#read(uri);
    this.#readings.delete(uri?.toString() ?? ''); // the next question reads what is there then
    const candidates = await Promise.race([reading.candidates, late]);
    const found: Found[] = [];
    for (const candidate of candidates ?? []) {
      const texts = await Promise.race([candidate.read, late.then(() => lateOf(candidate))]);
      found.push(...texts.flatMap(each => asFor(each, candidate.kind, { file: place?.path, task })));
    }
    if (candidates?.every(({ isThere }) => isThere !== undefined) !== true) found.push(unused('…', 'late'));
    const { own } = instructionSettingsFor(folder?.uri);
    const used = found.filter(each => 'text' in each);
    return chooseInstructions(
      own === '' ? used : [...used, { kind: 'setting', file: settingKey, text: own, real: undefined }],
      found.filter(each => 'because' in each),
    );
  }

  /** The reading that is under way for this document, or a new one. */
  #read(uri: vscode.Uri | undefined): Reading {
    const key = uri?.toString() ?? '';
    const now = performance.now();
    for (const [other, { startedAt }] of this.#readings) if (now - startedAt > freshMs) this.#readings.delete(other);
    const known = this.#readings.get(key);
    if (known) return known;
    const reading = { startedAt: now, candidates: this.#candidates(uri).catch(() => []) };
    this.#readings.set(key, reading);
    return reading;
  }

  /** All that may apply, in the order in which it is told: what is for certain files before what is nearest to the document. */
  async #candidates(uri: vscode.Uri | undefined): Promise<readonly Candidate[]> {
    const place = uri && workspaceFile(uri);
    const folder = uri ? place?.folder : onlyFolder();
    if (!folder || !vscode.workspace.isTrusted) return [];
    const { switches } = instructionSettingsFor(folder.uri);
    const candidate = (file: string, kind: InstructionKind): Candidate => this.#candidate(folder, file, kind);
    const named = instructionPaths(place?.path, switches).map(({ path, kind }) => candidate(path, kind));
    const scoped = switches.instructions
      ? await filesBelow(folder, '.github/instructions', { ending: '.instructions.md' })
      : [];
    const isWide = ({ kind }: Candidate): boolean => kind === 'copilot';
    return [
      ...named.filter(isWide),
      ...scoped.map(file => candidate(file, 'instructions')),
      ...named.filter(each => !isWide(each)),
    ];
  }

  #candidate(folder: vscode.WorkspaceFolder, file: string, kind: InstructionKind): Candidate {
    const work = async (): Promise<readonly Found[]> => {
      candidate.isThere = await isThere(vscode.Uri.joinPath(folder.uri, file));
      if (!candidate.isThere) return [];
      const own = await this.#readFile(folder, file, kind);
      return kind === 'claude' && 'text' in own ? [own, ...(await this.#importedBy(own, folder))] : [own];
    };
    const read = Promise.resolve()
      .then(work)
      .catch(() => [unused(file, 'unreadable')]);
    const candidate: Candidate = { file, kind, isThere: undefined, read };
    return candidate;
  }

  async #readFile(folder: vscode.WorkspaceFolder, file: string, kind: InstructionKind): Promise<Found> {
    const read = await readToSend(vscode.Uri.joinPath(folder.uri, file), longestFile, this.#findingsIn);
    if (!read) return unused(file, 'unreadable');
    // that of the others says for which files they are, and is looked at with the question
    const text = kind === 'instructions' ? read.text : readFrontMatter(read.text).body;
    return { kind, file, ...read, text };
  }

  /** What a file takes in, and what that takes in: each file once, nearest first, and only so many. */
  async #importedBy(first: ReadInstruction, folder: vscode.WorkspaceFolder): Promise<readonly Found[]> {
    const found: Found[] = [];
    const known = new Set([first.file]);
    const waiting: ReadInstruction[] = [first];
    for (let next = waiting.shift(); next && found.length < mostImports; next = waiting.shift()) {
      for (const path of importsIn(next.text, next.file)) {
        if (path === undefined) found.push(unused(`@… (${next.file})`, 'unreadable'));
        if (path === undefined || known.has(path)) continue;
        known.add(path);
        const isMissing = !(await isThere(vscode.Uri.joinPath(folder.uri, path)));
        const read = isMissing ? unused(path, 'missing') : await this.#readFile(folder, path, 'claude');
        found.push(read);
        if ('text' in read) waiting.push(read);
      }
    }
    return found;
  }
}

const lateOf = ({ file, isThere }: Candidate): readonly Found[] => (isThere ? [unused(file, 'late')] : []);

const unused = (file: string, because: UnusedInstruction): UnusedFile => ({ file, because });

/** How instructions of the settings are called. */
const settingKey = 'steadfast.prompt.instructions';

/** What is asked about no file is about the folder that is open, if it is one. */
function onlyFolder(): vscode.WorkspaceFolder | undefined {
  const [folder, ...others] = vscode.workspace.workspaceFolders ?? [];
  return others.length === 0 ? folder : undefined;
}

/** What of a file is for this question, without its front matter. */
function asFor(found: Found, kind: InstructionKind, asked: Parameters<typeof scopeVerdict>[1]): readonly Found[] {
  if ('because' in found) return [found];
  if (kind !== 'instructions') return [found];
  const scoped = readScoped(found.text);
  const verdict = scopeVerdict(scoped, asked);
  if (verdict === 'too-involved') return [unused(found.file, verdict)];
  return verdict === 'applies' ? [{ ...found, text: scoped.text }] : [];
}
