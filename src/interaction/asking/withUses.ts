import { asksForUses } from './asksForUses.ts';
import type { Context } from '../../assist/assistance.ts';
import type { AskRequest } from './askRequest.ts';

/** Where what was asked about is used, 'file:line'; undefined: it must not be looked for. */
export type UsesOf = (asked: AskRequest) => Promise<readonly string[] | undefined>;

/** What is known when the user's words are: their question may ask for what nobody had looked up. */
export async function withUses(asked: AskRequest, usesOf: UsesOf): Promise<Context> {
  const { uses: _, ...context } = asked.context; // of an earlier question
  const uses = asksForUses(context.input) ? await usesOf(asked) : undefined;
  return uses ? { ...context, uses } : context;
}
