import type { Finding } from '../../core/secrets/secretScan.ts';

/** Where the text comes from that a user has added; texts that would be gone by then are taken at once. */
export type AddedFrom =
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'folder'; readonly uri: string }
  /** Lines of a file, 0-based, inclusive. */
  | { readonly kind: 'symbol'; readonly uri: string; readonly first: number; readonly last: number }
  | { readonly kind: 'problems' }
  | { readonly kind: 'changes'; readonly which: 'staged' | 'working' }
  /** What was selected in another editor or in a terminal. */
  | {
      readonly kind: 'selection';
      readonly title: string;
      readonly language: string;
      readonly text: string;
      /** The document that it is a part of, and the secrets in it; undefined: it is all there is. */
      readonly whole?: { readonly text: string; readonly findings: readonly Finding[] };
    };

/** Something that may be added. */
export interface AddedOffer {
  /** What is typed after `#`. */
  readonly name: string;
  /** What it is, for who reads the list. */
  readonly description: string;
  readonly from: AddedFrom;
}

/** Something that was added, and stays until it is removed. */
export interface AddedItem {
  readonly id: string;
  readonly name: string;
  readonly from: AddedFrom;
  /** Estimated, as it was when it was added. */
  readonly tokens: number;
}
