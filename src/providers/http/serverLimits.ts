import type { ServerLimit, ServerLimits } from '../../core/model/answerEvent.ts';

/**
 * What a response says of the server's limits, by the headers of OpenAI (`x-ratelimit-*`, also Groq, Azure and others), of
 * Anthropic (`anthropic-ratelimit-*`) or of Mistral (`x-ratelimit-*-req-minute`); undefined: nothing that can be used.
 */
export function serverLimits(headers: Headers): ServerLimits | undefined {
  const requests =
    openaiLimit(headers, 'requests') ?? anthropicLimit(headers, 'requests') ?? minuteLimit(headers, 'req-minute');
  const tokens =
    openaiLimit(headers, 'tokens') ?? anthropicLimit(headers, 'tokens') ?? minuteLimit(headers, 'tokens-minute');
  return requests || tokens ? { ...(requests && { requests }), ...(tokens && { tokens }) } : undefined;
}

type Kind = 'requests' | 'tokens';

function openaiLimit(headers: Headers, kind: Kind): ServerLimit | undefined {
  return limitOf(
    headers.get(`x-ratelimit-limit-${kind}`),
    headers.get(`x-ratelimit-remaining-${kind}`),
    durationMs(headers.get(`x-ratelimit-reset-${kind}`)),
  );
}

function anthropicLimit(headers: Headers, kind: Kind): ServerLimit | undefined {
  return limitOf(
    headers.get(`anthropic-ratelimit-${kind}-limit`),
    headers.get(`anthropic-ratelimit-${kind}-remaining`),
    untilMs(headers.get(`anthropic-ratelimit-${kind}-reset`), headers.get('date')),
  );
}

/** Mistral names the period and not the moment; at the latest it is over after a minute. */
const minuteLimit = (headers: Headers, kind: 'req-minute' | 'tokens-minute'): ServerLimit | undefined =>
  limitOf(headers.get(`x-ratelimit-limit-${kind}`), headers.get(`x-ratelimit-remaining-${kind}`), 60_000);

/** Longer than any server's measure takes to be full again: what says more is a mistake. */
const longestResetMs = 86_400_000;

function limitOf(limitText: string | null, remainingText: string | null, resetMs: number | undefined) {
  const limit = count(limitText);
  const remaining = count(remainingText);
  if (limit === undefined || remaining === undefined || resetMs === undefined) return undefined;
  if (limit === 0 || remaining > limit || resetMs > longestResetMs) return undefined;
  return { limit, remaining, resetMs };
}

function count(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined;
}

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** '20ms', '1s', '6m0s', '1h2m3.5s'; Azure's bare seconds. */
function durationMs(text: string | null): number | undefined {
  if (text !== null && /^\d{1,9}$/.test(text.trim())) return Number(text) * 1_000;
  const parts = text?.trim().match(/^(?:\d{1,9}(?:\.\d{1,9})?(?:ms|s|m|h)){1,4}$/) ? text.match(/[\d.]+[a-z]+/g) : null;
  return parts?.reduce((sum, part) => sum + parseFloat(part) * (unitsMs[part.replace(/[\d.]+/, '')] ?? 0), 0);
}

/** From the response's own date to the moment it names, so that a wrong clock here changes nothing. */
function untilMs(reset: string | null, date: string | null): number | undefined {
  const at = Date.parse(reset ?? '');
  const now = Date.parse(date ?? '');
  return Number.isNaN(at) || Number.isNaN(now) ? undefined : Math.max(0, at - now);
}
