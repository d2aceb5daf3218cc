import { Anthropic } from '@anthropic-ai/sdk';
import { OpenAI } from 'openai';
import { render } from '../../src/core/model/prompt.ts';
import type { Question } from '../../src/core/model/question.ts';
import type { WireName } from './streams.ts';

/** Asks a question; `onText` hears every piece. Gives the whole text. */
export type Asker = (question: Question, onText: (piece: string) => void) => Promise<string>;

/** What an SDK's client takes besides its address. Default: no retries. */
export interface SdkOptions {
  readonly maxRetries?: number;
  /** Until the headers are there, ms, a try. */
  readonly timeout?: number;
  readonly fetch?: typeof globalThis.fetch;
  /** Stops with the question's signal. Default: it does not hear it. */
  readonly hearsSignal?: boolean;
}

/** What one writes without Steadfast: the SDK, its stream, and the text put together. */
export function bareSdk(wire: WireName, baseURL: string, options: SdkOptions = {}): Asker {
  return wire === 'openai' ? bareOpenai(baseURL, options) : bareAnthropic(baseURL, options);
}

function bareOpenai(baseURL: string, { hearsSignal, ...options }: SdkOptions): Asker {
  const client = new OpenAI({ apiKey: 'sk-bench-0123456789', baseURL, maxRetries: 0, logLevel: 'off', ...options });
  return async ({ request, signal }, onText) => {
    const body: OpenAI.ChatCompletionCreateParamsStreaming = {
      model: 'bench-model',
      messages: [...render(request)],
      max_tokens: request.sampling.maxOutputTokens,
      temperature: request.sampling.temperature ?? null,
      stream_options: { include_usage: true },
      stream: true,
    };
    const stream = await client.chat.completions.create(body, hearsSignal ? { signal } : {});
    let text = '';
    for await (const chunk of stream) {
      const piece = chunk.choices[0]?.delta.content;
      if (!piece) continue;
      text += piece;
      onText(piece);
    }
    return text;
  };
}

function bareAnthropic(baseURL: string, { hearsSignal, ...options }: SdkOptions): Asker {
  const client = new Anthropic({ apiKey: 'sk-bench-0123456789', baseURL, maxRetries: 0, logLevel: 'off', ...options });
  return async ({ request, signal }, onText) => {
    const messages = render(request);
    const body: Anthropic.MessageCreateParamsStreaming = {
      model: 'bench-model',
      system: messages.flatMap(({ role, content }) => (role === 'system' ? [content] : [])).join('\n\n'),
      messages: messages.flatMap(({ role, content }) => (role === 'system' ? [] : [{ role, content }])),
      max_tokens: request.sampling.maxOutputTokens,
      stream: true,
    };
    const stream = await client.messages.create(body, hearsSignal ? { signal } : {});
    let text = '';
    for await (const event of stream) {
      if (event.type !== 'content_block_delta' || event.delta.type !== 'text_delta') continue;
      text += event.delta.text;
      onText(event.delta.text);
    }
    return text;
  };
}
