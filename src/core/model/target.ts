/** How strong a target's model is: which questions it should be asked. */
export type TargetClass = 'simple' | 'medium' | 'complex';

/** US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  /** Of input that the provider remembered. Default: as `input`. */
  readonly cachedInput?: number;
  /** Of input that the provider remembers now. Default: a quarter more than `input`, as all take that count it. */
  readonly cacheWrite?: number;
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
  /**
   * Names of the keys of its origin, in the order in which they are used; the one without a name is ''. Default: that one
   * alone. A target that is asked with one certain key has its name only, see `withEachKey`.
   */
  readonly keyNames?: readonly string[];
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

/** The target with each of its keys, in the order in which they are used; itself where it has no choice. */
export function withEachKey(target: Target): readonly [Target, ...Target[]] {
  const [first, ...others] = (target.keyNames ?? []).map((name): Target => ({ ...target, keyNames: [name] }));
  return first && others.length > 0 ? [first, ...others] : [target];
}

/** The name of the key that such a target is asked with; '' for the one without a name. */
export const keyNameOf = ({ keyNames }: Pick<Target, 'keyNames'>): string => keyNames?.[0] ?? '';

/**
 * What a limit of the key belongs to: an origin or an id, and the name of the key where it has one. An id may hold blanks, so a
 * blank between the two would make "a b" of the target "a" with its key "b"; nobody types a line end into either.
 */
export function ofKey(owner: string, target: Pick<Target, 'keyNames'>): string {
  const name = keyNameOf(target);
  return name === '' ? owner : `${owner}\n${name}`;
}
