import type { WithoutModel } from '../../core/model/purpose.ts';
import type { Facts } from '../../assist/facts.ts';
import type { AskRequest } from './askRequest.ts';

/**
 * What can be said about a question without a model. Never rejects: a language service that fails is one that knows nothing, and the
 * answer says so. undefined: its assistance has nothing to say.
 */
export async function withoutModel(
  request: AskRequest,
  facts: (request: AskRequest) => Promise<Facts>,
): Promise<WithoutModel | undefined> {
  const { assistance, context } = request;
  if (!assistance.offline) return undefined;
  const known = await facts(request).catch(() => undefined);
  const { offlineTexts } = await import('../offline/offlineTexts.ts'); // as long as a model answers nobody needs them
  return assistance.offline({ facts: known, context }, offlineTexts());
}
