import { asked, chunk, chunks, edited, type AreaCase } from './areaCase.ts';

const answer = 'It adds two numbers.';
const thought = 'The user wants to know it.';
/** The thoughts are neither in the answer nor shown while it is written. */
const clean = { answeredBy: 'A', text: answer, doubted: false, shownLacks: thought } as const;

/** What a model thinks before it answers, wherever its server puts it. */
export const reasoning: readonly AreaCase[] = [
  {
    name: 'thoughts under another name',
    source: 'https://github.com/tinyhumansai/openhuman/issues/6184',
    sent: '`<thought>…</thought>` before the answer, its mark in three pieces',
    must: 'the answer alone, and nothing of the thoughts shown while it is written',
    before: 'the thoughts with their marks as the answer',
    play: asked(chunks(['<', 'thought', '>', `${thought}\n`, '</thought>\n\n', answer]), clean),
  },
  {
    name: 'a balanced block of thinking',
    source: 'https://github.com/QwenLM/qwen-code/issues/10791',
    sent: '`<thinking>…</thinking>` before the answer',
    must: 'the answer alone',
    before: 'the thoughts with their marks as the answer',
    play: asked(chunks([`<thinking>\n${thought}\n</thinking>\n\n`, answer]), clean),
  },
  {
    name: 'a chain of thought by that name',
    source: 'https://github.com/zed-industries/zed/pull/58042',
    sent: '`<chain_of_thought>…</chain_of_thought>` before the answer',
    must: 'the answer alone',
    before: 'the thoughts with their marks as the answer',
    play: asked(chunks(['<chain_of', `_thought>\n${thought}\n</chain_of_thought>\n\n`, answer]), clean),
  },
  {
    name: 'one block of thinking right behind the other',
    source: 'https://github.com/microsoft/autogen/issues/7009',
    sent: '`<think>…</think><think>…</think>` before the answer',
    must: 'the answer alone',
    play: asked(chunks([`<think>${thought}</think>`, `<think>\n${thought}</think>\n`, answer]), clean),
  },
  {
    name: 'a call of a tool as the text of an answer, though none was offered',
    source: 'https://github.com/osaurus-ai/osaurus/pull/1505',
    sent: '`<|tool_call>call:…<tool_call|>` as the content, with the reason `stop`',
    must: 'an answer of the next target',
    before: 'the call with its marks as the answer',
    play: asked(chunks(['<|tool_call>', 'call:capabilities_load({"ids":[]})', '<tool_call|>']), { answeredBy: 'B' }),
  },
  {
    name: 'marks in square brackets',
    source: 'https://github.com/RooCodeInc/Roo-Code/issues/8522',
    sent: '`[THINK]…[/THINK]` before the answer',
    must: 'the answer alone',
    before: 'the thoughts with their marks as the answer',
    play: asked(chunks(['[THINK]', thought, '[/THINK]', answer]), clean),
  },
  {
    name: 'channels of gpt-oss',
    source: 'https://github.com/johnbean393/Sidekick/issues/75',
    sent: '`<|channel|>analysis<|message|>…<|end|><|start|>assistant<|channel|>final<|message|>` and the answer',
    must: 'what the final channel says',
    before: 'the analysis and all marks as the answer',
    play: asked(
      chunks([
        '<|channel|>analysis<|message|>',
        thought,
        '<|end|><|start|>assistant<|channel|>final<|message|>',
        answer,
        '<|return|>',
      ]),
      clean,
    ),
  },
  {
    name: 'channels of Gemma 4',
    source: 'https://github.com/Blaizzy/mlx-vlm/issues/899',
    sent: '`<|channel>thought …<channel|>` before the answer',
    must: 'the answer alone',
    before: 'the thoughts with their marks as the answer',
    play: asked(chunks(['<|channel>', `thought\n${thought}\n`, '<channel|>\n', answer]), clean),
  },
  {
    name: 'an end of thoughts within a line, and no beginning',
    source: 'https://github.com/tonyd2wild/DeepSeek-v4-Flash-Vision-Exp-DSpark-1M-NVFP4-KV-2x-DGX-Spark/issues/16',
    sent: '`…Provide the answer briefly.</think>` and the answer on the same line',
    must: 'the answer alone',
    before: 'the thoughts with the mark as the answer',
    play: asked(chunks([`1. ${thought}\n3. Provide the answer briefly.</think>`, answer]), {
      answeredBy: 'A',
      text: answer,
    }),
  },
  {
    name: 'thoughts that take all of the allowance',
    source: 'https://github.com/antirez/ds4/pull/524',
    sent: '`<think>` that is never closed, and `length`',
    must: 'the next target is asked; no thoughts are given as an answer',
    before: 'the thoughts as an answer that is cut off',
    play: asked(chunks(['<think>\n', `${thought} First`], 'length'), { answeredBy: 'B', firstAttemptAtA: 'empty' }),
  },
  {
    name: 'thoughts that are never closed',
    source: 'https://github.com/bytedance/deer-flow/pull/3218',
    sent: '`<think>` that is never closed, and `stop`',
    must: 'the next target is asked; no thoughts are given as an answer',
    before: 'the thoughts as the answer',
    play: asked(chunks(['<think>\n', `${thought} Done.`]), { answeredBy: 'B', firstAttemptAtA: 'empty' }),
  },
  {
    name: 'thoughts beside thoughts',
    source: 'https://github.com/QwenLM/qwen-code/issues/9348',
    sent: '`reasoning_content`, then one more `<thinking>` block in the content',
    must: 'the answer alone',
    before: 'the second thoughts with their marks as the answer',
    play: asked(
      [chunk({ reasoning_content: 'First. ' }), ...chunks([`<thinking>${thought}</thinking>`, answer])],
      clean,
    ),
  },
  {
    name: 'thoughts in the middle of an answer',
    source: 'https://github.com/candelahq/candela/pull/361',
    sent: 'two `<think>` blocks, one of them between two paragraphs',
    must: 'the two paragraphs',
    before: 'the second thoughts as a part of the answer',
    play: asked(chunks(['<think>a</think>\nIt adds.\n\n', `<think>\n${thought}\n</think>\n\n`, 'Nothing else.']), {
      answeredBy: 'A',
      text: 'It adds.\n\nNothing else.',
    }),
  },
  {
    name: 'thoughts with blanks before them',
    source: 'https://github.com/nesquena/hermes-webui/pull/327',
    sent: 'blank lines, then `<think>…</think>`',
    must: 'the answer alone, and nothing of the thoughts shown while it is written',
    before: 'the thoughts were shown while it was written',
    play: asked(chunks(['\n\n', ' <think>', thought, '</think>', answer]), clean),
  },
  {
    name: 'an answer about the mark itself',
    source: 'https://github.com/HKUDS/nanobot/pull/3020',
    sent: 'a sentence that names `<think>` in backticks',
    must: 'the sentence as it is',
    play: asked(chunks(['Models write `<think>` before they answer, ', 'and `</think>` after it.']), {
      answeredBy: 'A',
      text: 'Models write `<think>` before they answer, and `</think>` after it.',
    }),
  },
  {
    name: 'all of the answer in the field for thoughts',
    source: 'https://github.com/vllm-project/vllm/issues/17357',
    sent: '`reasoning_content` alone, and `stop`',
    must: 'the next target is asked',
    play: asked([chunk({ reasoning_content: answer }), chunk({ content: null }, { finish: 'stop' })], {
      answeredBy: 'B',
      firstAttemptAtA: 'empty',
    }),
  },
  {
    name: 'thoughts in a field that nobody knows are progress',
    source: 'https://github.com/openclaw/openclaw/issues/113323',
    sent: '40 s of deltas with `reasoning_text` alone, then the answer',
    must: 'the target is waited for: it is at work',
    before: 'taken for silent, and another target was asked and paid',
    play: asked(
      [...Array.from({ length: 40 }, () => chunk({ reasoning_text: 'hm' })), ...chunks([answer])],
      { answeredBy: 'A', text: answer, firstAttemptAtA: 'answered' },
      { reply: { gapMs: 1_000 }, totalMs: 120_000 },
    ),
  },
  {
    name: 'an edit by a model that thinks aloud',
    source: 'https://github.com/continuedev/continue/issues/4165',
    sent: '`<think>` with a block of code in it, then the code',
    must: 'the code behind the thoughts',
    play: edited({
      language: 'python',
      code: 'a = 1\n',
      instruction: 'Make it 2',
      answer: '<think>\nPerhaps\n```python\na = 3\n```\n</think>\n```python\na = 2\n```',
      expect: { replacement: 'a = 2\n', doubted: false },
    }),
  },
  {
    name: 'bare code behind thoughts in an edit',
    source: 'https://github.com/HCF-STUDIOS/openhermit/pull/233',
    sent: '`<reasoning>…</reasoning>`, then the code without a fence',
    must: 'the code alone',
    before: 'no code was found',
    play: edited({
      language: 'python',
      code: 'def f(a):\n    return a\n',
      instruction: 'Add one',
      answer: '<reasoning>\nThe user wants one more.\n</reasoning>\ndef f(a):\n    return a + 1',
      expect: { replacement: 'def f(a):\n    return a + 1\n', doubted: false },
    }),
  },
  {
    name: 'a tag whose name only begins like one of thoughts',
    source: 'https://github.com/openclaw/openclaw/pull/90051',
    sent: '`<reasoning-step>show this</reasoning-step>`',
    must: 'the text as it is',
    play: asked(chunks(['<reasoning-step>show this</reasoning-step>\n', 'That is the element.']), {
      answeredBy: 'A',
      text: '<reasoning-step>show this</reasoning-step>\nThat is the element.',
    }),
  },
];
