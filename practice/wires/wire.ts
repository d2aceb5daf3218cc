import type { PracticeModel } from '../model/models.ts';
import type { Refusal } from '../model/refusal.ts';

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

/** An answer, whatever wire it goes out on. */
export interface Spoken {
  /** '' when the model does not think aloud. */
  readonly thinking: string;
  readonly text: string;
  readonly finish: 'stop' | 'length' | 'refused';
}

/** One server-sent event. */
export interface Frame {
  /** The bytes on the wire, blank line included. */
  readonly bytes: string;
  /** True when it carries text or thinking: what faults count and delays are put between. */
  readonly isContent: boolean;
}

/** How much of the provider's limits is used, for the rate-limit headers. */
export interface Limits {
  readonly requests: { readonly limit: number; readonly remaining: number };
  readonly tokens: { readonly limit: number; readonly remaining: number };
  /** Seconds until both are full again. */
  readonly resetSeconds: number;
}

export type Json = Readonly<Record<string, unknown>>;

/** A provider's protocol: how a request is read, and how answers, errors and lists are said. */
export interface Wire {
  /** Where questions are posted. */
  readonly path: string;
  /** The response header that carries the request id. */
  readonly requestIdHeader: string;
  /** Reads a request's body; throws a `Refusal` when it breaks the protocol. */
  readonly read: (body: Json, headers: Readonly<Record<string, string>>, model: PracticeModel | undefined) => Asked;
  /** The whole answer as one body. */
  readonly reply: (asked: Asked, spoken: Spoken) => Json;
  /** The answer as events. */
  readonly frames: (asked: Asked, spoken: Spoken) => readonly Frame[];
  /** Frames of a recorded stream, one JSON payload a line, byte for byte. */
  readonly replay: (payloads: readonly string[]) => readonly Frame[];
  readonly errorStatus: (refusal: Refusal) => number;
  readonly errorBody: (refusal: Refusal, requestId: string) => Json;
  readonly models: (models: readonly PracticeModel[]) => Json;
  readonly limitHeaders: (limits: Limits) => Readonly<Record<string, string>>;
}
