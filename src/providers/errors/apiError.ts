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
}

/**
 * Reads the error shapes of OpenAI, Anthropic, Azure, OpenRouter, Google (a list of one), Mistral, vLLM, FastAPI, Ollama
 * and LM Studio (`{"error":"text"}`). Undefined: the value complains of nothing.
 */
export function readApiError(value: unknown): ApiError | undefined {
  const outer = asObject(value) ?? asObject(asList(value)[0]);
  if (outer === undefined) return undefined;
  if (typeof outer['error'] === 'string') return complaintOf({ message: outer['error'] });
  const inner = asObject(outer['error']);
  if (inner !== undefined) return complaintOf(inner);
  if (outer['object'] === 'error' || outer['type'] === 'error' || outer['detail'] !== undefined)
    return complaintOf(outer);
  return asText(outer['message']) !== '' && outer['choices'] === undefined ? complaintOf(outer) : undefined;
}

function complaintOf(error: Json): ApiError {
  const message = error['message'] ?? error['detail'] ?? error['msg'];
  const problems = asList(asObject(message)?.['detail'] ?? message).map(problem => asObject(problem) ?? {});
  const code = typeof error['code'] === 'number' ? String(error['code']) : asText(error['code']);
  return {
    detail:
      asText(asObject(error['details'])?.['error_code']) ||
      asText((asObject(error['innererror']) ?? asObject(error['inner_error']))?.['code']),
    code,
    type: asText(error['type']) || asText(error['status']) || asText(problems[0]?.['type']),
    param: asText(error['param']),
    message: asText(message) || asText(problems[0]?.['msg']),
    status: /^[45]\d\d$/.test(code) ? Number(code) : undefined,
    fields: problems.flatMap(problem => asList(problem['loc']).filter(part => typeof part === 'string')),
  };
}
