import { fingerprint } from '../../core/model/fingerprint.ts';
import type { LearntFacts } from '../../core/model/learntFacts.ts';
import type { Message, Prompt, TextPart } from '../../core/model/prompt.ts';
import type { Target } from '../../core/model/target.ts';
import { estimatedTokens } from '../../core/prompt/tokens.ts';
import type { Json } from '../errors/json.ts';
import { breakEvenOf, usualBreakEven, type Boundary, type SentPrefixes } from './sentPrefixes.ts';

/** What is known when a request is put together. */
export interface SendingNow {
  readonly sent: SentPrefixes;
  readonly facts: LearntFacts;
  /** Monotonic ms. */
  readonly nowMs: number;
  /** What stands before the prompt in a request, and is remembered with it: a tool. undefined: nothing. */
  readonly before?: string;
}

/**
 * The messages in Anthropic's form, cut into blocks where the prompt says that it repeats, and marked where that pays. Joined,
 * the blocks are the messages as `render` gives them. undefined: nothing of it repeats, or too little to be remembered.
 */
export function markedMessages(
  { parts }: Prompt,
  target: Target,
  { sent, facts, nowMs, before = '' }: SendingNow,
): readonly Json[] | undefined {
  const isOn = facts.takesCacheMarks && !('cache_control' in target.parameters); // the user's own goes before
  if (!isOn || !parts.some(({ repeats }) => repeats)) return undefined;
  const leastTokens = leastRemembered(target.model);
  const messages = blocksOf(parts.filter(({ role }) => role !== 'system'));
  const system = parts.filter(({ role }) => role === 'system').map(({ text }) => text);
  const places = boundariesOf(messages, before + system.join('\n\n'));
  if (!places.some(({ boundary }) => boundary.tokens >= leastTokens)) return undefined;
  const breakEven = target.price ? breakEvenOf(target.price) : usualBreakEven;
  const chosen = sent.choose(
    places.map(({ boundary }) => boundary),
    nowMs,
    { leastTokens, breakEven },
  );
  const marked = new Set(places.filter(({ boundary }) => chosen.includes(boundary)).map(({ block }) => block));
  return messages.map(({ role, blocks }) => ({
    role,
    content: blocks.map(block => ({
      type: 'text',
      text: block.text,
      ...(marked.has(block) && { cache_control: { type: 'ephemeral' } }),
    })),
  }));
}

/** By Anthropic's word; of others the least that any has. A mark before fewer tokens costs nothing and does nothing. */
const leastTokensOf: readonly (readonly [model: RegExp, tokens: number])[] = [
  [/haiku-4-5|opus-4-[56]/, 4_096],
  [/haiku-3|3-haiku|3-5-haiku|opus-4-7/, 2_048],
  [/(?:opus|fable|mythos)-5/, 512],
];

const leastRemembered = (model: string): number => leastTokensOf.find(([name]) => name.test(model))?.[1] ?? 1_024;

interface Block {
  text: string;
  /** How it ends: with which section, or within one; undefined: as the message does, and is no place for a mark. */
  end?: { readonly kind: string | undefined };
}

interface BlockMessage {
  readonly role: Message['role'];
  readonly blocks: Block[];
}

/**
 * Neighbours of the same role are one message, as in `render`. No block holds nothing but blanks: that is refused. Of sections
 * of one name in a row the last ends them; there may be more of them the next time.
 */
function blocksOf(parts: readonly TextPart[]): readonly BlockMessage[] {
  const messages: BlockMessage[] = [];
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const isLast = !next?.repeats || next.name !== part.name;
    let message = messages.at(-1);
    const isNext = message?.role === part.role;
    if (!message || !isNext) messages.push((message = { role: part.role, blocks: [] }));
    const { blocks } = message;
    piecesOf(part, isLast).forEach(({ text, kind }, at, all) => {
      add(blocks, at === 0 && isNext ? `\n\n${text}` : text);
      const last = blocks.at(-1);
      if (last && last.text.trim() !== '' && (part.repeats || at < all.length - 1)) last.end = { kind };
    });
  }
  return messages;
}

function add(blocks: Block[], text: string): void {
  const last = blocks.at(-1);
  if (last && (last.end === undefined || text.trim() === '')) last.text += text;
  else if (text !== '') blocks.push({ text });
}

type Piece = Pick<Block, 'text'> & { readonly kind: string | undefined };

function piecesOf({ name, text, repeats }: TextPart, isLast: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  const { splits = [], steady } = repeats ?? {};
  let [line, from] = [0, 0];
  for (const split of splits) {
    let at = from;
    for (; line < split && at < text.length; line += 1) at = text.indexOf('\n', at) + 1 || text.length;
    if (at >= text.length) break;
    if (at > from) pieces.push({ text: text.slice(from, at), kind: split === steady ? `steady ${name}` : undefined });
    from = at;
  }
  return [...pieces, { text: text.slice(from), kind: isLast ? name : undefined }];
}

interface Place {
  readonly block: Block;
  readonly boundary: Boundary;
}

/** Each place stands for all before it. */
function boundariesOf(messages: readonly BlockMessage[], system: string): readonly Place[] {
  let key = fingerprint(system);
  let length = system.length;
  const places: Place[] = [];
  for (const { role, blocks } of messages)
    for (const block of blocks) {
      key = `${fingerprint(key + block.text)}${role[0] ?? ''}`;
      length += block.text.length;
      if (block.end) places.push({ block, boundary: { key, kind: block.end.kind, tokens: estimatedTokens(length) } });
    }
  return places;
}
