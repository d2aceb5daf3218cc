/** A request for an answer, whatever wire it came on. */
export interface Asked {
  readonly model: string;
  readonly system: string;
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  readonly stream: boolean;
  /** OpenAI wire: whether a last chunk with the usage is wanted. */
  readonly includeUsage: boolean;
  /** Undefined: no limit. */
  readonly maxTokens: number | undefined;
  readonly inputTokens: number;
}
