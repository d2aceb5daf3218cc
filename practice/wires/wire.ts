import type { Asked } from '../model/asked.ts';
import type { Json } from '../model/json.ts';
import type { PracticeModel } from '../model/models.ts';
import type { CacheUse, PromptCache } from '../model/promptCache.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Spoken } from '../model/spoken.ts';

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

/** A provider's protocol: how a request is read, and how answers, errors and lists are said. */
export interface Wire {
  /** Where questions are posted. */
  readonly path: string;
  /** The response header that carries the request id. */
  readonly requestIdHeader: string;
  /** Reads a request's body; throws a `Refusal` when it breaks the protocol. */
  readonly read: (body: Json, headers: Readonly<Record<string, string>>, model: PracticeModel | undefined) => Asked;
  /** Looks up what is remembered of a prompt, and has it remembered, as this protocol's providers do. */
  readonly remember: (cache: PromptCache, asked: Asked) => CacheUse;
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
