/** What makes a question similar to another one, as digests: neither its words nor its code can be read from it. */
export interface Likeness {
  /** Equal for two questions that ask the same of the same code. */
  readonly guard: string;
  /** Its words, each as 7 characters. */
  readonly words: string;
}
