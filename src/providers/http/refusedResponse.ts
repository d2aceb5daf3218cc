import type { Clock } from '../../core/model/clock.ts';
import { Failure } from '../../core/model/failure.ts';
import type { FailureDetails } from '../../core/model/failure.ts';
import type { Address } from './address.ts';
import { openBody } from './bodyText.ts';
import { readApiError } from '../errors/apiError.ts';
import type { ApiError } from '../errors/apiError.ts';
import { parseJson } from '../../core/shared/parseJson.ts';
import { readRetryAfter, waitIn } from '../errors/retryAfter.ts';
import { serverText, serverId } from '../errors/serverText.ts';
import { isUnbilled, isOnceMore } from '../errors/statusFailure.ts';
import { type Refusal, meaningOf } from '../errors/refusal.ts';

/** An error's text is read up to here. */
const maxErrorLength = 64 * 1024;
/** And not longer than this: the status already says most. */
const errorTextMs = 2000;

/** What nginx and Go servers say to http on a port that speaks https. */
const wantsTls = /plain HTTP request was sent to (?:an )?HTTPS port|HTTP request to an HTTPS server/i;

/** The server that was asked, the key to mask in its text, and what learns from a refusal. */
export interface Refused {
  readonly address: Address;
  readonly key: string | undefined;
  readonly learn: (complaint: ApiError) => string | undefined;
}

/** Why a response is not worth reading, as a Failure or a Refusal; undefined: it is. */
export async function refusedResponse(
  response: Response,
  call: Refused,
  clock: Clock,
): Promise<Failure | Refusal | undefined> {
  const { status, headers } = response;
  const requestId = requestIdOf(headers, call.key);
  const details: FailureDetails = { status, ...(requestId === undefined ? {} : { requestId }) };
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) return redirected(response, details, call);
  if (status === 204 || status === 205) return new Failure('empty', { ...details, noRetry: true });
  if (!response.ok) return refusedStatus(response, details, { ...call, clock });
  if (/^(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '')) {
    return new Failure('not-the-api', { ...details, code: 'html', sent: 'no' });
  }
  return undefined;
}

/** The provider's own id of a request, for its support; undefined when it echoes the key. */
export function requestIdOf(headers: Headers, key: string | undefined): string | undefined {
  const id = serverId(headers.get('x-request-id') ?? headers.get('request-id') ?? headers.get('apim-request-id'));
  return key !== undefined && id?.includes(key) ? undefined : id;
}

/** A redirect is never followed: the prompt and the key were meant for one origin, and another could read them. */
function redirected(response: Response, details: FailureDetails, { address, key }: Refused): Failure {
  const { status } = response;
  const location = response.headers.get('location');
  const answersNothing = (status === 300 || status === 304) && location === null;
  if (answersNothing) return new Failure('empty', { ...details, noRetry: true });
  const url = location === null ? null : URL.parse(location, response.url || undefined);
  const to = url === null ? undefined : serverText(url.origin + url.pathname, key);
  const facts = { host: address.host, port: address.port, ...(to === undefined ? {} : { to }) };
  return new Failure('redirected', { ...details, sent: 'no', facts });
}

async function refusedStatus(
  response: Response,
  details: FailureDetails,
  { address, key, learn, clock }: Refused & { readonly clock: Clock },
): Promise<Failure | Refusal> {
  const text = await errorText(response, clock);
  if (response.status === 400 && wantsTls.test(text)) {
    return new Failure('wrong-protocol', {
      ...details,
      code: 'tls',
      sent: 'no',
      facts: { host: address.host, port: address.port },
    });
  }
  const complaint = readApiError(parseJson(text));
  if (complaint === undefined && isWall(response, text))
    return new Failure('not-the-api', { ...details, code: 'html', sent: 'no' });
  const hints = { ...details, ...hintsOf(response, complaint, clock) };
  const failure = meaningOf({ complaint, status: response.status, key }, hints);
  if (!(failure instanceof Failure)) return failure;
  const parameter = mayLearn(failure) && complaint !== undefined ? learn(complaint) : undefined;
  if (parameter !== undefined)
    return new Failure('unsupported-parameter', { ...failure.details, facts: { parameter } });
  const said = complaint === undefined && isPlain(response) ? serverText(text, key) : undefined;
  return said === undefined ? failure : failure.with({ said });
}

/** A refusal that a request with other parameters may not meet. */
const mayLearn = ({ kind }: Failure): boolean => kind === 'bad-request' || kind === 'not-found' || kind === 'auth';

/** A web page in place of an API's word: a firewall, a proxy or a login stands in between, and knows nothing of keys. */
const isWall = ({ status, headers }: Response, text: string): boolean =>
  (status === 401 || status === 403) &&
  (/^text\/html\b/i.test(headers.get('content-type') ?? '') || /^\s*</.test(text));

function hintsOf({ status, headers }: Response, complaint: ApiError | undefined, clock: Clock): FailureDetails {
  const mayWait = status === 429 || status === 408 || status >= 500;
  const retryAfterMs = mayWait ? (readRetryAfter(headers, clock.wall()) ?? waitIn(complaint)) : undefined;
  return {
    sent: isUnbilled(status) ? 'no' : 'maybe',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(headers.get('x-should-retry') === 'false' || status === 407 ? { noRetry: true } : {}),
    ...(isOnceMore(status) ? { once: true } : {}),
  };
}

function isPlain(response: Response): boolean {
  return /^text\/plain\b/i.test(response.headers.get('content-type') ?? '');
}

/** At most 64 KB of an error's body; what does not come within 2 s, or breaks off, is left out. */
async function errorText(response: Response, clock: Clock): Promise<string> {
  const body = openBody(response.body);
  const cancel = clock.after(errorTextMs, () => body.close());
  let text = '';
  try {
    for (
      let piece = await body.next();
      piece !== undefined && text.length < maxErrorLength;
      piece = await body.next()
    ) {
      text += piece;
    }
  } catch {
    return text; // the status is known, and it decides
  } finally {
    cancel();
    body.close();
  }
  return text;
}
