import { codeAgreement, type CodeAgreement } from './codeAgreement.ts';

/** A file as an answer would leave it. */
export interface ResultingFile {
  readonly path: string;
  /** VS Code's language id. */
  readonly language: string;
  readonly original: string;
  readonly result: string;
}

/** How the changes of several files agree, by their paths. */
export interface FileAgreement {
  /** Those that both change, and how far they agree there. */
  readonly both: readonly { readonly path: string; readonly code: CodeAgreement }[];
  readonly onlyOne: readonly string[];
  readonly onlyOther: readonly string[];
}

/** Compares what two answers make of the same files. */
export function fileAgreement(one: readonly ResultingFile[], other: readonly ResultingFile[]): FileAgreement {
  const [left, right] = [byPath(one), byPath(other)];
  return {
    both: one.flatMap(({ path, language, original, result }) => {
      const counterpart = right.get(path);
      if (!counterpart) return [];
      return [{ path, code: codeAgreement({ one: result, other: counterpart.result, original, language }) }];
    }),
    onlyOne: [...left.keys()].filter(path => !right.has(path)),
    onlyOther: [...right.keys()].filter(path => !left.has(path)),
  };
}

const byPath = (files: readonly ResultingFile[]): ReadonlyMap<string, ResultingFile> =>
  new Map(files.map(file => [file.path, file]));
