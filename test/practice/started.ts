import type { TestContext } from 'node:test';
import { createAnswerer } from '../../practice/answers/answerer.ts';
import type { Asked } from '../../practice/model/asked.ts';
import { type Practice, type PracticeOptions, startPractice } from '../../practice/server.ts';
import { fence } from '../../practice/wording/fence.ts';

/** A practice server without delays for one test; it is stopped afterwards. */
export async function started(test: TestContext, options: PracticeOptions = {}): Promise<Practice> {
  const practice = await startPractice({ speed: 0, ...options });
  test.after(() => practice.stop());
  return practice;
}

/** Posts a question to one of the wires, as a client without an SDK does. */
export async function post(practice: Practice, provider: 'openai' | 'anthropic', more: object = {}): Promise<Response> {
  const path = provider === 'openai' ? '/v1/chat/completions' : '/v1/messages';
  const messages = [{ role: 'user', content: 'Reply with exactly: one two three four five six seven eight nine ten' }];
  return fetch(practice.origins[provider] + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01', 'x-api-key': 'practice-key' },
    body: JSON.stringify({ model: 'practice-large', max_tokens: 500, messages, stream: true, ...more }),
  });
}

/** All that a stream brings. */
export async function collected<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** What a task is about. */
interface About {
  readonly language: string;
  readonly code: string;
  /** Default: ''. */
  readonly wish?: string;
  /** Default: the one that says everything. */
  readonly model?: string;
}

/** What the rules answer to a task about a code, without any wire. */
export function answerTo(task: string, { language, code, wish = '', model = 'practice-large' }: About): string {
  const text = `Selected code:\n\n${fence(code, language)}\n\n${task === 'edit' ? 'Instruction' : 'Question'}: ${wish}`;
  const asked: Asked = {
    model,
    system: `You help with code.\nTask: ${task}`,
    messages: [{ role: 'user', text }],
    stream: false,
    includeUsage: false,
    maxTokens: undefined,
    inputTokens: 0,
    blocks: [],
    cached: { read: 0, written: 0 },
  };
  return createAnswerer()(asked).text;
}

/** The code in an answer that is one block and nothing else. */
export function codeIn(answer: string): string {
  const match = /^(`{3,})[\w-]*\n([\s\S]*)\n\1$/.exec(answer);
  if (match === null) throw new Error(`not one block of code: ${answer}`);
  return match[2] ?? '';
}
