import type { Sign } from '../../model/answer.ts';
import type { Steps } from '../../shared/steps.ts';
import { addedAddresses } from '../../secrets/addedAddresses.ts';
import { placeFinder, type NamedPlace } from '../../secrets/placeFinder.ts';
import { printedPlaceholders } from '../../secrets/printedPlaceholders.ts';
import { placeholderMoves } from '../../secrets/placeholderMoves.ts';
import type { Material } from './assessor.ts';

/** Code that lost a secret's placeholder, or has it misspelt, must not replace the code that had it. */
export function placeholderLoss({ expects, reply, text }: Material): readonly Sign[] {
  const { placeholders, code, form, isInBlocks } = expects;
  if (!placeholders || form !== 'code' || isInBlocks) return []; // what no block quotes stays as it is
  const { names, mark } = placeholders;
  const answered = answeredCode({ reply, text });
  const placesIn = placeFinder(names);
  const [sent, right] = [placesIn(code), placesIn(answered)];
  const [times, timesNow] = [timesOf(sent), timesOf(right)];
  const missing = names.filter(name => (timesNow.get(name) ?? 0) < (times.get(name) ?? 0)).length;
  const lost = missing + Math.max(0, occurrences(answered.toLowerCase(), mark) - right.length);
  return lost === 0 ? [] : [{ code: 'placeholder-lost', weight: 'hard', facts: { placeholders: lost } }];
}

/** So many of a kind are told. */
const mostTold = 5;

/** A secret that is put back where another thing stood is told, with both places. */
export function* movedPlaceholders({ expects, reply, text }: Material): Steps<readonly Sign[]> {
  const { placeholders, code, form } = expects;
  if (!placeholders || form !== 'code') return [];
  const moves = yield* placeholderMoves(placeholders.names, { before: code, after: answeredCode({ reply, text }) });
  return moves.slice(0, mostTold).map(move => ({ code: 'placeholder-moved', weight: 'soft', facts: { ...move } }));
}

/** A secret that is printed or logged where it was not, by its placeholder or by the name of what holds it, is told. */
export function* printedSecrets({ expects, reply, text }: Material): Steps<readonly Sign[]> {
  const { placeholders, code, form } = expects;
  if (!placeholders || form !== 'code') return [];
  const { names, holders = [] } = placeholders;
  const printed = yield* printedPlaceholders(names, {
    before: code,
    after: answeredCode({ reply, text }),
    holders,
  });
  return printed
    .slice(0, mostTold)
    .map(({ line }) => ({ code: 'placeholder-printed', weight: 'soft', facts: { line } }));
}

/**
 * Code that holds secrets and now speaks to somebody new: the secret may travel by a name that stands for it, which nobody
 * follows here. What the user asked for by name is no news.
 */
export function addedNetwork({ expects, reply, text, instruction }: Material): readonly Sign[] {
  const { placeholders, code, form } = expects;
  if (form !== 'code' || !placeholders?.names.some(name => code.includes(name))) return [];
  return addedAddresses(answeredCode({ reply, text }), `${code}\n${instruction}`)
    .slice(0, mostTold)
    .map(address => ({ code: 'address-added', weight: 'soft', facts: { ...address } }));
}

/** All code of an answer; an answer without blocks is code as it stands. */
const answeredCode = ({ reply, text }: Pick<Material, 'reply' | 'text'>): string =>
  reply.blocks.length > 0 ? reply.blocks.map(block => block.code).join('\n') : text;

function timesOf(places: readonly NamedPlace[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { name } of places) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

const occurrences = (text: string, wanted: string): number => text.split(wanted).length - 1;
