import type { EditCase, WireCase } from '../reports/reportCase.ts';

/** What a report is about. */
export type Area = 'stream ends' | 'reasoning' | 'reading code' | 'edits' | 'refusals' | 'limits';

/** A report that was looked up beside those in `test/fixtures/reports`, and the case that was made of it. */
export interface AreaCase {
  readonly name: string;
  /** The address of the report. */
  readonly source: string;
  /** What is sent, in a few words. */
  readonly sent: string;
  /** What must come of it, in a few words. */
  readonly must: string;
  /** What came of it before it was mended; undefined: it has always been right. */
  readonly before?: string;
  readonly play: AreaPlay;
}

type Unnamed<Case> = Omit<Case, 'name' | 'kind' | 'report'>;

export type AreaPlay = Unnamed<WireCase> | Unnamed<EditCase>;

interface ChunkMore {
  readonly finish?: string | null;
  readonly id?: string;
  readonly usage?: unknown;
}

/** One chunk of an answer on the OpenAI wire. */
export const chunk = (
  delta: Readonly<Record<string, unknown>>,
  { finish = null, id = 'c', usage }: ChunkMore = {},
): unknown => ({
  id,
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason: finish }],
  ...(usage !== undefined && { usage }),
});

/** The chunks of a text in these pieces; the last one brings the reason for which it ends. */
export const chunks = (pieces: readonly string[], finish: string | null = 'stop'): readonly unknown[] => [
  ...pieces.map(content => chunk({ content })),
  ...(finish === null ? [] : [chunk({}, { finish })]),
];

/** An event of the Anthropic wire, as it stands in the stream. */
export const namedEvent = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

type WireParts = Partial<Omit<Unnamed<WireCase>, 'type' | 'expect'>>;

/** A question that A answers with these events, a healthy B standing behind it. */
export const asked = (
  events: readonly unknown[],
  expect: WireCase['expect'],
  { reply, ...more }: WireParts = {},
): AreaPlay => ({
  type: 'wire',
  provider: 'openai-compatible',
  task: 'ask',
  chain: 'other-origin',
  reply: { events, ...reply },
  expect,
  ...more,
});

/** An edit of code that a model answers with this text. */
export const edited = (play: Omit<Unnamed<EditCase>, 'type'>): AreaPlay => ({ type: 'edit', ...play });
