import * as vscode from 'vscode';
import type { FoundText } from '../../../assist/evidence/evidence.ts';
import type { Hash } from '../../../core/cache/questionKey.ts';
import type { UsedFile } from '../../../core/model/usedFile.ts';
import { knownIn, knownSecrets } from '../../../core/secrets/knownSecrets.ts';
import { inSteps } from '../../../core/shared/steps.ts';
import { pace } from '../../../interaction/platform/pace.ts';
import type { KnownRules } from '../ignoreFiles.ts';
import { digestOf } from '../otherFiles.ts';
import { readOther, searched, type FindingsIn, type OtherText, type ReadableText } from '../readableText.ts';
import type { EvidencePiece } from '../../../assist/evidence/evidencePiece.ts';

/** So many files beside the one asked about are read for one question. */
const mostFiles = 16;
/** A longer document is not searched once more for what else in it helps, characters. */
const longestOwn = 300_000;

/** A file of which lines may be sent. */
export interface SendableText extends OtherText {
  /** undefined: it is the document asked about. */
  readonly source?: UsedFile;
}

/** The files that evidence of one question comes from, each read once, and what their ignore files say. */
export class OtherTexts {
  readonly rules: KnownRules = new Map();
  readonly #document: ReadableText;
  readonly #findingsIn: FindingsIn;
  readonly #hash: Hash;
  readonly #read = new Map<string, Promise<SendableText | undefined>>();

  constructor(document: ReadableText, findingsIn: FindingsIn, hash: Hash) {
    this.#document = document;
    this.#findingsIn = findingsIn;
    this.#hash = hash;
  }

  /** The language of the document asked about. */
  get language(): string {
    return this.#document.languageId;
  }

  /** undefined: it may not be sent of, or is one too many. */
  at(uri: vscode.Uri): Promise<SendableText | undefined> {
    const file = uri.toString();
    const known = this.#read.get(file);
    if (known) return known;
    if (this.#read.size >= mostFiles) return Promise.resolve(undefined);
    const reading = file === this.#document.uri.toString() ? this.#own() : this.#other(uri);
    this.#read.set(file, reading);
    return reading;
  }

  /** Lines of such a file as a piece of evidence, with the secrets that reach into them. */
  async piece(
    kind: EvidencePiece['kind'],
    uri: vscode.Uri,
    cut: { readonly file: SendableText; readonly first: number; readonly text: string },
  ): Promise<EvidencePiece> {
    const { file, first, text } = cut;
    const secrets = await inSteps(knownIn(knownSecrets(file.text, file.findings), [text]), pace);
    const found: FoundText = { file: shownName(uri), line: first + 1, language: this.language, text };
    return { kind, found, secrets, ...(file.source && { source: file.source }) };
  }

  async #own(): Promise<SendableText | undefined> {
    const text = this.#document.text();
    return text.length > longestOwn ? undefined : searched(this.#document.uri, text, this.#findingsIn);
  }

  async #other(uri: vscode.Uri): Promise<SendableText | undefined> {
    const read = await readOther(uri, this.#findingsIn, this.rules);
    const file = uri.toString();
    return read && { ...read, source: { file, hash: digestOf(file, read.text, this.#hash) } };
  }
}

/** How a file is called; with its folder's name where several are open, because they may hold files of the same name. */
export const shownName = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri.with({ fragment: '' }));
