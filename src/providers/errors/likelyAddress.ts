import type { Failure } from '../../core/model/failure.ts';
import { likelyBaseUrl } from '../../core/model/likelyBaseUrl.ts';
import type { Endpoint } from '../../core/model/provider.ts';

/** A failure that a wrong base URL may be behind, with the address that is most likely meant; any other as it is. */
export function withLikelyAddress(failure: Failure, { baseUrl, provider }: Endpoint): Failure {
  const { kind, details } = failure;
  const isWhole = provider === 'anthropic' && URL.parse(baseUrl)?.pathname === '/'; // its client adds the /v1
  if (kind !== 'not-the-api' || details.code === 'portal' || isWhole) return failure;
  const likely = likelyBaseUrl(baseUrl);
  if (likely === undefined) return failure;
  return failure.with({ facts: { ...details.facts, likely: likely.replace(/\?[^]*$/, '') } }); // a query may hold a key
}
