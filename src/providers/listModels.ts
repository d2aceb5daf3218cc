import { Failure } from '../core/model/failure.ts';
import { openBody, readWhole } from './http/bodyText.ts';
import type { SendOptions, Wire } from './wire/chatCompletion.ts';
import { parseJson, valuesOfList } from '../core/shared/parseJson.ts';
import { asList, asObject, asText } from './errors/json.ts';
import { abortable, keyHeaders, keyOfTarget, openConnection } from './http/connection.ts';
import type { Connection } from './http/connection.ts';
import type { Endpoint, Ports } from '../core/model/provider.ts';
import { isName } from './errors/serverText.ts';
import { withLikelyAddress } from './errors/likelyAddress.ts';
import { Refusal, noAnswer } from './errors/refusal.ts';

/** More than any list that a person chooses from. */
const maxModels = 1000;
/** So many rows are looked at. */
const mostRows = 2 * maxModels;

/** Whose models are listed, and how its server is asked. */
export interface Listing {
  readonly endpoint: Endpoint;
  readonly ports: Ports;
  readonly signal: AbortSignal;
  readonly wire: Pick<Wire, 'headers' | 'keyHeader'>;
  /** Makes exactly one HTTP request, through the SDK. */
  readonly send: (line: Connection, options: SendOptions) => Promise<Response>;
}

/** Asks an endpoint for its models: their ids, in its order, at most 1000. Rejects with a Failure. */
export function listModels({ endpoint, ports, signal, wire, send }: Listing): Promise<readonly string[]> {
  return abortable(signal, async stop => {
    const line = openConnection(endpoint, ports);
    const key = await keyOfTarget(endpoint, ports);
    const headers = { ...wire.headers, ...keyHeaders(endpoint.auth, wire.keyHeader, key) };
    const call = { id: 'models', headers, key, learn: () => undefined, onStage: () => undefined };
    const response = await line.transport.call(call, headers => send(line, { headers, signal: stop.signal }));
    return readModels(parseJson(await readWhole(openBody(response.body)), valuesOfList), key);
  }).catch((error: unknown) => {
    if (error instanceof Refusal) throw new Failure('bad-request', { said: error.said });
    throw error instanceof Failure ? withLikelyAddress(error, endpoint) : error;
  });
}

/** Reads a list of models as the known servers write it; throws what a refusal is when it is none. */
export function readModels(json: unknown, key: string | undefined): readonly string[] {
  const document = asObject(json);
  if (document?.['data'] === null || document?.['models'] === null) return []; // a server without a model
  const rows = document?.['data'] ?? document?.['models'] ?? json;
  if (!Array.isArray(rows)) throw noAnswer(json, key);
  const ids = asList(rows)
    .slice(0, mostRows)
    .map(row => asText(asObject(row)?.['id']) || asText(asObject(row)?.['name']));
  return [...new Set(ids)].filter(id => isName(id, key)).slice(0, maxModels);
}
