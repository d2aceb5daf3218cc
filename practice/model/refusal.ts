/** Why a request is not answered, in words that both wires share; each wire has its own status and type for it. */
export type RefusalKind =
  | 'unauthorized'
  | 'not-found'
  | 'bad-request'
  | 'unsupported-parameter'
  | 'unsupported-value'
  | 'context-too-long'
  | 'too-large'
  | 'rate-limit'
  | 'quota'
  | 'overloaded'
  | 'server-error';

/** A request that gets an error instead of an answer. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** The parameter at fault, where there is one. */
  readonly parameter: string | null;

  constructor(kind: RefusalKind, message: string, parameter: string | null = null) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.parameter = parameter;
  }
}
