/**
 * An answer without the thoughts of the model that a server has let through: what stands in <think> at its beginning, or before
 * a line </think> of which the beginning was cut (vllm-project/vllm#31045, ggml-org/llama.cpp#11861). A line in a code block is
 * code.
 */
export function withoutThoughts(text: string): string {
  if (!text.includes('</think>')) return text; // nearly always
  const opened = /^\s*<think>[^]*?<\/think>/.exec(text);
  if (opened) return text.slice(opened[0].length).trimStart();
  const end = /^[ \t]*<\/think>[ \t]*$/m.exec(text);
  if (!end) return text;
  const fences = text.slice(0, end.index).match(/^[ \t]*(?:```|~~~)/gm) ?? [];
  return fences.length % 2 === 0 ? text.slice(end.index + end[0].length).trimStart() : text;
}
