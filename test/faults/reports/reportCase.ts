import { readdirSync, readFileSync } from 'node:fs';
import type { Task } from '../../../src/core/model/purpose.ts';
import type { Target } from '../../../src/core/model/target.ts';

/** A situation that somebody reported of another assistant, client or server, as it can be played. */
export type ReportCase = WireCase | EditCase | ModelsCase | SentCase;

interface Reported {
  readonly name: string;
  /** What it stands for. */
  readonly kind: string;
  /** Where it was reported: 'owner/repository#number'. */
  readonly report: string;
}

/** What a provider sent. */
export interface WireCase extends Reported {
  readonly type: 'wire';
  readonly provider: 'openai-compatible' | 'anthropic';
  readonly task: Task;
  /** What stands behind the first target A: nobody; a healthy B elsewhere; or another model B at the same server. */
  readonly chain: 'alone' | 'other-origin' | 'same-origin';
  /** What stands behind the port in A's base URL. Default '/v1'. */
  readonly path?: string;
  /** How A's key is sent. Default: as its wire does. */
  readonly auth?: Target['auth'];
  readonly totalMs?: number;
  /** How many times it is asked in a row. Default 1. */
  readonly questions?: number;
  /** When A is bad; else it answers well. Default: always. */
  readonly when?: Condition;
  /** What A answers when it answers well. */
  readonly well?: string;
  readonly input?: { readonly code?: string; readonly language?: string; readonly input?: string };
  readonly reply: CaseReply;
  readonly expect: WireExpected;
}

/** What a request must be like; every field that is given counts. */
export interface Condition {
  /** It has this field. */
  readonly has?: string;
  readonly equals?: readonly [name: string, value: unknown];
  /** Its allowance is above this many tokens. */
  readonly above?: number;
  /** A message has this role. */
  readonly role?: string;
  readonly modelIs?: string;
  /** Its prompt and its allowance together are more tokens than this; a token is four characters. */
  readonly window?: number;
  /** It is the first. */
  readonly firstTime?: boolean;
}

export interface CaseReply {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The JSON of one chunk each, or raw text of the event stream. */
  readonly events?: readonly unknown[];
  /** Between two of them. Default 0. */
  readonly gapMs?: number;
  /** Is `[DONE]` added? Default true. */
  readonly done?: boolean;
}

export interface WireExpected {
  readonly answeredBy?: 'A' | 'B';
  /** The kind of the failure that it ends with, or one of these. */
  readonly failure?: string | readonly string[];
  readonly firstAttemptAtA?: string;
  readonly text?: string;
  readonly textLacks?: string;
  /** Not a part of what is shown while it is written. */
  readonly shownLacks?: string;
  readonly finish?: string;
  readonly doubted?: boolean;
  readonly requestsToA?: number;
  readonly atLeastWaitMs?: number;
}

/** What a model wrote for an edit. */
export interface EditCase extends Reported {
  readonly type: 'edit';
  readonly language: string;
  /** The selection. */
  readonly code: string;
  readonly instruction: string;
  readonly answer: string;
  /** Lines around the selection. Default: none. */
  readonly before?: string;
  readonly after?: string;
  /** `replacement` null: there is none to apply; `told`: a sign that is told beside it. */
  readonly expect: { readonly replacement?: string | null; readonly doubted?: boolean; readonly told?: string };
}

/** What stands in a list of models. */
export interface ModelsCase extends Reported {
  readonly type: 'models';
  readonly body: unknown;
  readonly expect: { readonly models: readonly string[] };
}

/** What a language service says of the selection, and how much of it may be sent. */
export interface SentCase extends Reported {
  readonly type: 'sent';
  readonly message: string;
  /** Characters. */
  readonly longest: number;
  /** What else is asked about. Default: code without anything odd. */
  readonly code?: string;
  readonly input?: string;
  /** What of it is sent. */
  readonly expect: { readonly message: string };
}

const folder = 'test/fixtures/reports';

/** The cases that were reported, by name. */
export function reportCases(): readonly ReportCase[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.json'));
  return files.toSorted().map(file => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as ReportCase);
}
