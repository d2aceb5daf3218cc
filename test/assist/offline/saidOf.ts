import type { Assistance, Context } from '../../../src/assist/assistance.ts';
import type { Facts } from '../../../src/assist/facts.ts';
import type { WithoutModel } from '../../../src/core/model/purpose.ts';
import { withoutModel } from '../../../src/interaction/asking/withoutModel.ts';
import { contextOf } from '../context.ts';

/** What language services say that know nothing. */
export const noFacts: Facts = {
  file: 'src/cart.ts',
  language: 'typescript',
  startLine: 3,
  endLine: 9,
  symbol: '',
  symbolKind: '',
  container: '',
  hovers: [],
  diagnostics: [],
  references: [],
  children: [],
  callers: [],
  callees: [],
  fixes: [],
};

/** What an assistance says without a model. */
export async function saidOf(
  assistance: Assistance,
  context: Partial<Context>,
  facts: Partial<Facts> = {},
): Promise<WithoutModel> {
  const request = { assistance, context: contextOf(context) };
  const said = await withoutModel(request, async () => ({ ...noFacts, ...facts }));
  if (!said) throw new Error(`${assistance.task} says nothing`);
  return said;
}

/** What the code becomes by the draft, read as any answer of the assistance; '' when it cannot be used. */
export function usedDraft(assistance: Assistance, context: Partial<Context>, { draft }: WithoutModel): string {
  const outcome = assistance.read(draft ?? '', contextOf(context));
  return outcome.kind === 'replacement' ? outcome.code : outcome.kind === 'message' ? outcome.text : '';
}
