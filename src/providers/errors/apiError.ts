import { parseJson } from '../../core/shared/parseJson.ts';
import { asList, asObject, asText } from './json.ts';
import type { Json } from './json.ts';

/** What a server says is wrong, in whichever of the known shapes it said it. Empty text: it did not say. */
export interface ApiError {
  /** Anthropic's `error.details.error_code`, Azure's inner code: the finest code there is. */
  readonly detail: string;
  readonly code: string;
  readonly type: string;
  /** The parameter that it names. */
  readonly param: string;
  readonly message: string;
  /** The HTTP status it claims, as some gateways put it into `code`; undefined: none. */
  readonly status: number | undefined;
  /** Request fields that a validator points at (FastAPI's `detail[].loc`). */
  readonly fields: readonly string[];
  /** Google's `RetryInfo`: '3s', '0.5s'. */
  readonly retryDelay: string;
}

/** No server wraps an error deeper than this. */
const maxWraps = 4;

/**
 * Reads the error shapes of OpenAI, Anthropic, Azure, OpenRouter, Google (a list of one), Mistral, vLLM, FastAPI, Ollama,
 * LM Studio (`{"error":"text"}`) and MiniMax (`base_resp`), and opens what a gateway has wrapped: the error of the server
 * behind it says more than the gateway's own. Undefined: the value complains of nothing.
 */
export function readApiError(value: unknown, wraps = 0): ApiError | undefined {
  const outer = asObject(value) ?? asObject(asList(value)[0]);
  if (outer === undefined) return undefined;
  const complaint = complaintIn(outer);
  if (complaint === undefined || wraps >= maxWraps) return complaint;
  const wrapped = wrappedIn(outer, complaint.message).map(inner => readApiError(inner, wraps + 1));
  const inner = wrapped.find(candidate => candidate !== undefined && candidate.message !== '');
  return inner ? { ...inner, status: inner.status ?? complaint.status } : complaint;
}

function complaintIn(outer: Json): ApiError | undefined {
  const { error } = outer;
  if (typeof error === 'string' && error !== '') return complaintOf({ ...outer, message: error });
  const inner = asObject(error);
  if (inner !== undefined && Object.keys(inner).length > 0) return complaintOf(inner);
  const minimax = asObject(outer['base_resp']);
  if (minimax !== undefined && (minimax['status_code'] ?? 0) !== 0)
    return complaintOf({ code: minimax['status_code'], message: minimax['status_msg'] });
  if (outer['object'] === 'error' || outer['type'] === 'error' || outer['detail'] !== undefined)
    return complaintOf(outer);
  const speaks = asText(outer['message']) !== '' || asText(outer['msg']) !== '';
  return speaks && outer['choices'] === undefined ? complaintOf(outer) : undefined;
}

/** What a gateway has put of another server's error into its own: as an object, or as JSON in a string. */
function wrappedIn(outer: Json, message: string): readonly unknown[] {
  const error = asObject(outer['error']) ?? outer;
  const raw = asObject(error['metadata'])?.['raw'];
  const nested = [raw, error['error'], asObject(error['message']), message.slice(Math.max(0, message.search(/[[{]/)))];
  return nested.map(each => (typeof each === 'string' ? (/^[[{]/.test(each) ? parseJson(each) : undefined) : each));
}

function complaintOf(error: Json): ApiError {
  const message = error['message'] ?? error['detail'] ?? error['msg'];
  const problems = asList(asObject(message)?.['detail'] ?? message).map(problem => asObject(problem) ?? {});
  const code = typeof error['code'] === 'number' ? String(error['code']) : asText(error['code']);
  const details = asList(error['details']).map(detail => asObject(detail) ?? {});
  return {
    detail:
      asText(asObject(error['details'])?.['error_code']) ||
      asText((asObject(error['innererror']) ?? asObject(error['inner_error']))?.['code']) ||
      asText(details.find(detail => 'reason' in detail)?.['reason']),
    code,
    type: asText(error['type']) || asText(error['status']) || asText(problems[0]?.['type']),
    param: asText(error['param']),
    message: asText(message) || asText(problems[0]?.['msg']),
    status: /^[45]\d\d$/.test(code) ? Number(code) : undefined,
    fields: problems.flatMap(problem => asList(problem['loc']).filter(part => typeof part === 'string')),
    retryDelay: asText(details.find(detail => 'retryDelay' in detail)?.['retryDelay']),
  };
}
