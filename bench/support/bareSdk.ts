import { Anthropic } from '@anthropic-ai/sdk';
import { OpenAI } from 'openai';
import type { Question } from '../../src/core/ask.ts';
import { render } from '../../src/core/prompt/prompt.ts';
import type { WireName } from './streams.ts';

/** Asks a question; `onText` hears every piece. Gives the whole text. */
export type Asker = (question: Question, onText: (piece: string) => void) => Promise<string>;

/** What one writes without Steadfast: the SDK, its stream, and the text put together. */
export function bareSdk(wire: WireName, baseURL: string): Asker {
  return wire === 'openai' ? bareOpenai(baseURL) : bareAnthropic(baseURL);
}

function bareOpenai(baseURL: string): Asker {
  const client = new OpenAI({ apiKey: 'sk-bench-0123456789', baseURL, maxRetries: 0 });
  return async ({ prompt, sampling }, onText) => {
    const stream = await client.chat.completions.create({
      model: 'bench-model',
      messages: [...render(prompt)],
      max_tokens: sampling.maxOutputTokens,
      temperature: sampling.temperature ?? null,
      stream_options: { include_usage: true },
      stream: true,
    });
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

function bareAnthropic(baseURL: string): Asker {
  const client = new Anthropic({ apiKey: 'sk-bench-0123456789', baseURL, maxRetries: 0 });
  return async ({ prompt, sampling }, onText) => {
    const messages = render(prompt);
    const stream = await client.messages.create({
      model: 'bench-model',
      system: messages.flatMap(({ role, content }) => (role === 'system' ? [content] : [])).join('\n\n'),
      messages: messages.flatMap(({ role, content }) => (role === 'system' ? [] : [{ role, content }])),
      max_tokens: sampling.maxOutputTokens,
      stream: true,
    });
    let text = '';
    for await (const event of stream) {
      if (event.type !== 'content_block_delta' || event.delta.type !== 'text_delta') continue;
      text += event.delta.text;
      onText(event.delta.text);
    }
    return text;
  };
}
