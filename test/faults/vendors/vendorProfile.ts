import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ServerLimits } from '../../../src/core/model/answerEvent.ts';
import type { FailureKind } from '../../../src/core/model/failure.ts';
import type { Target } from '../../../src/core/model/target.ts';
import type { Condition } from '../reports/reportCase.ts';

/** How one vendor speaks: what it sends when all is well, and each of its ways to refuse, with where that was seen. */
export interface VendorProfile {
  /** The file's name without its ending. */
  readonly id: string;
  readonly name: string;
  readonly provider: 'openai' | 'openai-compatible' | 'anthropic';
  /** What stands behind the port in its base URL. */
  readonly path: string;
  readonly auth: Target['auth'];
  /** What is different about it, in sentences of Markdown. */
  readonly special: readonly string[];
  readonly models: Sourced & { readonly body: unknown; readonly ids: readonly string[] };
  readonly stream: VendorStream;
  /** What its headers say of its limits, and what must be read of them. None: it says nothing. */
  readonly limits?: Sourced & { readonly headers: Readonly<Record<string, string>>; readonly expect: ServerLimits };
  readonly refusals: readonly VendorRefusal[];
  /** Which refusals it does not know, and why. */
  readonly never?: Readonly<Partial<Record<RefusalName, string>>>;
}

interface Sourced {
  /** A page of documentation, a report 'owner/repository#number', or how it was made by hand. */
  readonly source: string;
}

interface VendorStream extends Sourced {
  readonly how: 'recorded' | 'from documentation' | 'from reports';
  /** Below test/fixtures/transcripts: the payload of one event a line. */
  readonly recording?: string;
  /** Raw text before the first event. */
  readonly before?: string;
  /** The JSON of one chunk each, or raw text of the event stream; in place of a recording. */
  readonly events?: readonly unknown[];
  /** What it counts at its end; null: it does not count. */
  readonly usage: { readonly input: number; readonly output: number } | null;
}

/** What a refusal is about: key wrong, model missing, no credit, rate limit, question too long, parameter refused, overload, or nothing that is known. */
export const refusalNames = ['key', 'model', 'credit', 'rate', 'length', 'parameter', 'overloaded', 'unknown'] as const;
export type RefusalName = (typeof refusalNames)[number];

export interface VendorRefusal extends Sourced {
  readonly says: RefusalName;
  readonly kind: FailureKind;
  /** Finer code of the failure. Default: not compared. */
  readonly code?: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What it streams in place of a body: a refusal inside an answer that began with 200, as raw text or the JSON of a chunk. */
  readonly events?: readonly unknown[];
  /** The wait that is read out of it, ms. Default: none. */
  readonly waitMs?: number;
  /** The parameter that is learnt from it. Default: none. */
  readonly parameter?: string;
  /** When it refuses; else it answers well. Default: always. */
  readonly when?: Condition;
}

const folder = 'test/fixtures/vendors';

/** Every profile, by file name. */
export function vendorProfiles(): readonly VendorProfile[] {
  return readdirSync(folder)
    .toSorted()
    .map(file => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return { ...(JSON.parse(text) as Omit<VendorProfile, 'id'>), id: path.basename(file, '.json') };
    });
}

const transcripts = 'test/fixtures/transcripts';

/** The payloads of its stream, parsed; comments and other raw text are left out. */
export function payloadsIn({ recording, events = [] }: VendorStream): readonly unknown[] {
  if (recording === undefined) return events.filter(event => typeof event !== 'string');
  const lines = readFileSync(path.join(transcripts, recording), 'utf8').split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as unknown);
}
