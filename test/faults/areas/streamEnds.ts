import { asked, chunk, chunks, namedEvent, type AreaCase } from './areaCase.ts';

const startOfMessage = namedEvent('message_start', {
  type: 'message_start',
  message: { id: 'm', type: 'message', role: 'assistant', model: 'm', content: [], usage: { input_tokens: 9 } },
});
const startOfText = namedEvent('content_block_start', {
  type: 'content_block_start',
  index: 0,
  content_block: { type: 'text', text: '' },
});
const textOf = (text: string): string =>
  namedEvent('content_block_delta', { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });

const long = 'It reads the file line by line, and adds up the second column.';

/** How a stream ends, what its chunks hold, and what goes wrong within it. */
export const streamEnds: readonly AreaCase[] = [
  {
    name: 'each chunk holds all of the text so far',
    source: 'https://github.com/QwenLM/qwen-code/pull/3896',
    sent: 'deltas that are the whole text up to now',
    must: 'the text once',
    before: 'every beginning again: “It It reads It reads the …”',
    play: asked(chunks([long.slice(0, 8), long.slice(0, 20), long.slice(0, 41), long]), {
      answeredBy: 'A',
      text: long,
      doubted: false,
    }),
  },
  {
    name: 'a last chunk repeats the whole message',
    source: 'https://github.com/abundantbeing/hermes-browser-extension/issues/11',
    sent: 'deltas, then one chunk with `message.content`, which is all of it',
    must: 'the text once',
    before: 'the text twice',
    play: asked(
      [
        ...chunks(['It reads the file ', 'line by line.'], null),
        { choices: [{ index: 0, message: { content: 'It reads the file line by line.' }, finish_reason: 'stop' }] },
      ],
      { answeredBy: 'A', text: 'It reads the file line by line.' },
    ),
  },
  {
    name: 'a text that repeats itself is no text sent twice',
    source: 'https://github.com/Quorinex/Kiro-Go/pull/138',
    sent: '`6666666666` in pieces of three',
    must: 'all ten digits',
    play: asked(chunks(['666', '666', '666', '6']), { answeredBy: 'A', text: '6666666666' }),
  },
  {
    name: 'one answer after the other in one stream',
    source: 'https://github.com/mnfst/llm-gateway/issues/2072',
    sent: 'a whole answer, and after its end the same one again under another id',
    must: 'the text once',
    before: 'the text twice',
    play: asked(
      [
        chunk({ role: 'assistant', content: 'It adds ' }, { id: 'a' }),
        chunk({ content: 'two numbers.' }, { id: 'a' }),
        chunk({}, { id: 'a', finish: 'stop' }),
        chunk({ role: 'assistant', content: 'It adds ' }, { id: 'b' }),
        chunk({ content: 'two numbers.' }, { id: 'b' }),
        chunk({}, { id: 'b', finish: 'stop' }),
      ],
      { answeredBy: 'A', text: 'It adds two numbers.' },
    ),
  },
  {
    name: 'a reason that speaks of tools, and an answer in words',
    source: 'https://github.com/mudler/LocalAI/issues/6218',
    sent: 'a whole answer that ends with `tool_calls`, without any call',
    must: 'the answer',
    before: 'thrown away as empty',
    play: asked(chunks(['It adds ', 'two numbers.'], 'tool_calls'), { answeredBy: 'A', text: 'It adds two numbers.' }),
  },
  {
    name: 'a call of a tool that went wrong',
    source: 'https://github.com/NousResearch/hermes-agent/pull/83882',
    sent: 'nothing, and `function_call_filter: MALFORMED_FUNCTION_CALL`',
    must: 'the next target is asked',
    before: 'shown as a refusal by the vendor',
    play: asked(chunks([], 'function_call_filter: MALFORMED_FUNCTION_CALL'), {
      answeredBy: 'B',
      firstAttemptAtA: 'empty',
    }),
  },
  {
    name: 'a tool that nobody offered',
    source: 'https://github.com/agentjido/req_llm/issues/944',
    sent: 'nothing, and `UNEXPECTED_TOOL_CALL`',
    must: 'the next target is asked',
    play: asked(chunks([], 'UNEXPECTED_TOOL_CALL'), { answeredBy: 'B', firstAttemptAtA: 'empty' }),
  },
  {
    name: 'the model was loaded and has said nothing',
    source: 'https://github.com/can1357/oh-my-pi/issues/7465',
    sent: 'nothing, and the reason `load`',
    must: 'the next target is asked',
    play: asked(chunks([''], 'load'), { answeredBy: 'B', firstAttemptAtA: 'empty' }),
  },
  {
    name: 'no choice at all, because the candidate had no content',
    source: 'https://github.com/BerriAI/litellm/issues/40477',
    sent: 'chunks with `choices: []`, then `[DONE]`',
    must: 'the next target is asked',
    play: asked([{ id: 'c', model: 'm', choices: [] }], { answeredBy: 'B', firstAttemptAtA: 'empty' }),
  },
  {
    name: 'an error without a frame, then the end mark that a proxy adds',
    source: 'https://github.com/lemonade-sdk/lemonade/issues/2826',
    sent: 'a bare line `{"error": …}` behind three words, then `[DONE]`',
    must: 'the next target is asked',
    before: 'the three words as the whole answer',
    play: asked(
      [
        ...chunks(['It adds two'], null),
        '{"error":{"code":400,"message":"request (6009 tokens) exceeds the available context size (4096 tokens)"}}\n\n',
      ],
      { answeredBy: 'B' },
    ),
  },
  {
    name: 'an error within a stream of the Anthropic wire',
    source: 'https://github.com/farzaa/clicky/issues/132',
    sent: '`Partial`, then `event: error` with overloaded_error',
    must: 'the next target is asked',
    play: asked(
      [
        startOfMessage,
        startOfText,
        textOf('Partial'),
        namedEvent('error', { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }),
      ],
      { answeredBy: 'B', firstAttemptAtA: 'overloaded' },
      { provider: 'anthropic', reply: { done: false } },
    ),
  },
  {
    name: 'a body that ends by itself while the model thinks',
    source: 'https://github.com/ollama/ollama/issues/17118',
    sent: 'thinking, then the end of the body, with status 200 and no mark',
    must: 'the next target is asked',
    play: asked(
      [chunk({ reasoning: 'The user wants' }), chunk({ reasoning: ' to know' })],
      { answeredBy: 'B', firstAttemptAtA: 'truncated' },
      { reply: { done: false } },
    ),
  },
  {
    name: 'an end that is filled in for a stream without one',
    source: 'https://github.com/griffinwork40/agent-afk/pull/635',
    sent: 'the Anthropic wire, closed behind three words without `message_stop`',
    must: 'the next target is asked',
    play: asked(
      [startOfMessage, startOfText, textOf('It adds two')],
      { answeredBy: 'B', firstAttemptAtA: 'truncated' },
      { provider: 'anthropic', reply: { done: false } },
    ),
  },
  {
    name: 'an answer that was filtered midway',
    source: 'https://github.com/BerriAI/litellm/issues/6104',
    sent: 'three words, then `content_filter`',
    must: 'told as a refusal, never as whole',
    play: asked(chunks(['It adds two'], 'content_filter'), { answeredBy: 'A', finish: 'refused' }),
  },
  {
    name: 'an empty word for the reason in each chunk',
    source: 'https://github.com/ollama/ollama/issues/4357',
    sent: '`finish_reason: ""` until the last chunk',
    must: 'the whole answer',
    play: asked(
      [
        chunk({ content: 'It adds ' }, { finish: '' }),
        chunk({ content: 'them.' }, { finish: '' }),
        chunk({}, { finish: 'stop' }),
      ],
      { answeredBy: 'A', text: 'It adds them.', finish: 'stop' },
    ),
  },
];
