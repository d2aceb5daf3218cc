import { Stream as AnthropicStream } from '@anthropic-ai/sdk/core/streaming';
import { Stream as OpenaiStream } from 'openai/core/streaming';
import type { Clock } from '../../../../src/core/model/clock.ts';
import { Failure } from '../../../../src/core/model/failure.ts';
import { AnswerBuilder } from '../../../../src/providers/wire/answerBuilder.ts';
import { anthropicWire } from '../../../../src/providers/wire/anthropicWire.ts';
import { readFinish } from '../../../../src/providers/wire/finishReasons.ts';
import { openaiWire } from '../../../../src/providers/wire/openaiWire.ts';
import { readAnswer } from '../../../../src/providers/wire/readAnswer.ts';
import { Refusal } from '../../../../src/providers/errors/refusal.ts';
import type { WireName } from '../../wire.ts';

/** What a reader has made of a stream when it is over. */
export interface ReadStream {
  readonly text: string;
  /** The reason as it stands in the stream; '' none came. */
  readonly reason: string;
  /** How it was over: it ended, or the reader threw. */
  readonly over: 'ended' | 'threw';
}

/** Time that stands still: a body that has ended needs none. */
const stopped: Clock = { now: () => 0, wall: () => 0, random: () => 0, after: () => () => undefined };

/** What ours makes of a stream that comes in these pieces; `reason` is what it means and not as it stands. */
export async function ourAnswer(wire: WireName, pieces: readonly Uint8Array[]): Promise<ReadStream> {
  const draft = new AnswerBuilder(() => undefined, 1_000_000);
  const headers = new Headers({ 'content-type': 'text/event-stream' });
  const reader = (wire === 'openai' ? openaiWire : anthropicWire)(draft, undefined);
  const over = await readAnswer({ body: ReadableStream.from<Uint8Array>(pieces), headers }, reader, stopped).then(
    () => 'ended' as const,
    (error: unknown) => {
      if (error instanceof Failure || error instanceof Refusal) return 'threw' as const;
      throw error;
    },
  );
  return { text: draft.text, reason: draft.finish ?? '', over };
}

interface SdkEvent {
  readonly choices?: readonly {
    readonly index: number;
    readonly delta?: { readonly content?: string | null };
    readonly finish_reason?: string | null;
  }[];
  readonly delta?: { readonly text?: string; readonly stop_reason?: string };
}

/** What the SDK's own stream gives, put together as its documentation shows. */
export async function sdkAnswer(wire: WireName, text: string): Promise<ReadStream> {
  const Stream = wire === 'openai' ? OpenaiStream : AnthropicStream;
  let [written, reason] = ['', ''];
  try {
    const silent = { logLevel: 'off' } as never; // else it writes to the console what it cannot parse
    for await (const event of Stream.fromSSEResponse<SdkEvent | null>(
      new Response(text),
      new AbortController(),
      silent,
    )) {
      const choice = event?.choices?.find(({ index }) => index === 0);
      written += choice?.delta?.content ?? event?.delta?.text ?? '';
      reason = choice?.finish_reason ?? event?.delta?.stop_reason ?? reason;
    }
    return { text: written, reason, over: 'ended' };
  } catch {
    return { text: written, reason, over: 'threw' };
  }
}

/** What a reason means for ours; 'failure' for one that says that the server has failed. */
export function meaningOfReason(reason: string): string {
  try {
    return readFinish(reason) ?? '';
  } catch {
    return 'failure';
  }
}
