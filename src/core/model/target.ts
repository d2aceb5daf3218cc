/** How strong a target's model is: which questions it should be asked. */
export type TargetClass = 'simple' | 'medium' | 'complex';

/** US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  /** Of input that the provider remembered. Default: as `input`. */
  readonly cachedInput?: number;
}

/**
 * Provider + model + credential: what the chain is made of and what a circuit belongs to. Plain data; its
 * provider is found by the `provider` name.
 */
export interface Target {
  /** Unique, chosen by the user or made from provider and model: 'anthropic/claude-…'. */
  readonly id: string;
  /** What people read in the status bar and under an answer. */
  readonly label: string;
  /** A row of providers/all.ts: 'openai', 'anthropic', 'openai-compatible', 'vscode-lm'. */
  readonly provider: string;
  readonly model: string;
  /** Scheme, host and port requests go to; the credential is bound to it. 'vscode-lm:' for models of other extensions. */
  readonly origin: string;
  /** Base URL without a trailing slash. */
  readonly baseUrl: string;
  readonly class: TargetClass;
  /** How the key is sent; 'none' needs no key. */
  readonly auth: 'bearer' | 'api-key' | 'none';
  /** True when the origin is this machine: exempt from the confirmation of sending. */
  readonly loopback: boolean;
  /** Sent with every request as they stand, for servers that want more (Azure, OpenRouter). User scope only. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Tokens the model takes, those it writes included; undefined: as the table of models says, or unknown. */
  readonly contextWindow?: number;
  /** What the user says it costs; undefined: as the table of models says, or unknown. */
  readonly price?: Price;
  /** Most tokens the model may write; undefined: the question's own limit. */
  readonly maxOutputTokens?: number;
}
