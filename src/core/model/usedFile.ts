/** A file other than the one asked about from which evidence came, as it was then. */
export interface UsedFile {
  /** Its address. */
  readonly file: string;
  /** A digest of its content. */
  readonly hash: string;
}
