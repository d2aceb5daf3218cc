/** How calls of tools begin and end that a server has let through as text: Qwen and MiniMax, Gemma, Kimi, DeepSeek, Claude. */
const marks: readonly (readonly [opening: string, closing: string])[] = [
  ['<tool_call>', '</tool_call>'],
  ['<minimax:tool_call>', '</minimax:tool_call>'],
  ['<|tool_call>', '<tool_call|>'],
  ['<|tool_calls_section_begin|>', '<|tool_calls_section_end|>'],
  ['<｜tool▁calls▁begin｜>', '<｜tool▁calls▁end｜>'],
  ['<function_calls>', '</function_calls>'],
];

/** The mark with which a text begins that is nothing but calls of tools; undefined: it says something. */
export function callInText(text: string): string | undefined {
  const said = text.trim();
  return marks.find(([opening, closing]) => said.startsWith(opening) && said.endsWith(closing))?.[0];
}
