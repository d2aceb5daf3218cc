/** Raised whenever something in a bundle gets another meaning or goes; what is only added does not raise it. */
export const bundleFormat = 1;

/** What a diagnostic bundle may hold, in the order in which it is looked through; the list of contents itself comes last. */
export const bundleFileNames = [
  'README.md',
  'what-i-saw.md',
  'what-happened.md',
  'check-my-setup.md',
  'settings.json',
  'usage.json',
  'log.txt',
  'check-my-setup.json',
  'journal.jsonl',
  'bundle.json',
] as const;

export type BundleFileName = (typeof bundleFileNames)[number];

/** One file of a bundle, as it will be saved. */
export interface BundleFile {
  readonly name: BundleFileName;
  readonly text: string;
}

/** A file that could not be had: it took too long, or could not be read. */
export interface MissingFile {
  readonly name: BundleFileName;
  readonly because: 'late' | 'failed';
}

/** All that is known about how Steadfast fares here, without keys, prompts, answers and places on this machine. */
export interface Bundle {
  readonly files: readonly BundleFile[];
  readonly missing: readonly MissingFile[];
  /** Wall-clock ms. */
  readonly madeAt: number;
}
