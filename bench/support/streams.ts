type Json = Readonly<Record<string, unknown>>;

/** The wires that are measured, by the name of the provider that speaks them. */
export type WireName = 'openai' | 'anthropic';

const code = `const net = invoice.lines.reduce((sum, line) => sum + lineTotal(line), 0);
const tax = roundToCents((net * invoice.taxPercent) / 100);
return roundToCents(net + tax);`;

/** What the server answers, whatever it is asked: 1.5 KB of Markdown as a model explains a piece of code. */
export const explanation = `\`invoiceTotal\` adds up what every line of an invoice costs and puts the tax on top, in euros.

It goes through \`invoice.lines\` once and asks \`lineTotal\` for each: quantity times unit price, less five percent when there
are more than ten of one article. The tax is a percentage of that sum, rounded to whole cents, and so is the result:

\`\`\`ts
${code}
\`\`\`

Three things could surprise:

- **The rounding always goes down.** \`Math.floor\` turns 10.996 into 10.99, while the comment above it promises 11.00. Each
  line and the tax are rounded by themselves, so that the cents that are lost add up.
- **Ten articles are not discounted.** The comment says "10 or more", the comparison is \`> 10\`. One of the two is wrong;
  the comment reads as if it were the rule that was agreed upon.
- **Binary fractions.** \`1.005 * 100\` is 100.49999999999999, so even a rounding to the nearest cent would be off here. Whole
  cents as integers would not have this problem.

An invoice without lines costs 0, and a negative \`taxPercent\` is not refused. I am not sure whether credit notes, whose
quantities are negative, are meant to pass through here: for them rounding down makes the amount larger, not smaller, and
the discount never applies.`;

/** The events of one answer, as they stand on the wire, blank lines included. */
export function streamOf(wire: WireName, text: string): readonly string[] {
  return wire === 'openai' ? chatChunks(text) : messageEvents(text);
}

/** Chat completions come token by token (5.7 characters each in a recorded answer of 300), about 320 bytes a chunk. */
function chatChunks(text: string): readonly string[] {
  const common = {
    id: 'chatcmpl-D8Z5oo6uDh67AD85p73ksdT1KxhE0',
    object: 'chat.completion.chunk',
    created: 1_767_225_600,
    model: 'bench-model-2026-01-01',
    service_tier: 'default',
    system_fingerprint: 'fp_de604bd877',
  };
  const chunk = (delta: Json, finish_reason: string | null = null): Json => ({
    ...common,
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    usage: null,
    obfuscation: 'Qup1BsQ3',
  });
  const pieces = text.match(/\s*\S{1,6}|\s+/g) ?? [];
  const usage = { prompt_tokens: 1000, completion_tokens: pieces.length, total_tokens: 1000 + pieces.length };
  return [
    chunk({ role: 'assistant', content: '', refusal: null }),
    ...pieces.map(content => chunk({ content })),
    chunk({}, 'stop'),
    { ...common, choices: [], usage },
  ]
    .map(json => `data: ${JSON.stringify(json)}\n\n`)
    .concat('data: [DONE]\n\n');
}

/** Messages come a few words at a time (18 to 42 characters in recorded answers), about 120 bytes an event. */
function messageEvents(text: string): readonly string[] {
  const usage = { input_tokens: 1000, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  const message = {
    ...{ id: 'msg_01QC4g3HwBThD4BaNtBckFDJ', type: 'message', role: 'assistant', model: 'bench-model-20260101' },
    ...{ content: [], stop_reason: null, stop_sequence: null, usage: { ...usage, output_tokens: 1 } },
  };
  const deltas = (text.match(/[^]{1,24}/g) ?? []).map(piece => ({ type: 'text_delta', text: piece }));
  const ending = { stop_reason: 'end_turn', stop_sequence: null };
  return [
    { type: 'message_start', message },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    ...deltas.map(delta => ({ type: 'content_block_delta', index: 0, delta })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: ending, usage: { ...usage, output_tokens: 400 } },
    { type: 'message_stop' },
  ].map(json => `event: ${json.type}\ndata: ${JSON.stringify(json)}\n\n`);
}
