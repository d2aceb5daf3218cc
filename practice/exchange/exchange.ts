import type { ServerResponse } from 'node:http';
import type { Asked } from '../model/asked.ts';
import type { Spoken } from '../model/spoken.ts';
import type { Wire } from '../wires/wire.ts';
import type { Fault } from './fault.ts';
import type { Provider } from './provider.ts';
import type { Transcript } from './replay.ts';
import type { OpenRequest } from './request.ts';

/** One request and all that its answer needs. */
export interface Exchange {
  readonly provider: Provider;
  /** The protocol that the request is answered in. */
  readonly wire: Wire;
  readonly response: ServerResponse;
  readonly record: OpenRequest;
  /** Aborts when the connection is closed before the answer was sent whole. */
  readonly gone: AbortSignal;
  readonly requestId: string;
  /** What goes wrong this time. */
  readonly fault: Fault | undefined;
  readonly house: House;
}

/** What all requests share. */
export interface House {
  readonly requireKey: boolean;
  /** Factor on every delay; 0: none. */
  readonly speed: number;
  /** Played instead of any answer on its wire. */
  readonly transcript: Transcript | undefined;
  /** Folder with `openai/` and `anthropic/` for models named `replay:…`. */
  readonly transcripts: string | undefined;
  readonly answer: (asked: Asked) => Spoken;
}
