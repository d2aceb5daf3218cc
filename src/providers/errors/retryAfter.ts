import type { ApiError } from './apiError.ts';

/** A server that says "at once" is still given this long (three requests in 8 ms are no help). */
const minMs = 250;
/** Longer than an hour is asked again after an hour. */
const maxMs = 3_600_000;

/** Every form that HTTP knows (RFC 9110, 5.6.7), and the one that programs write. */
const dates =
  /[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)/g;

/**
 * How long the server asks us to wait, ms, in [250, 3 600 000]; undefined when it does not say or says nonsense.
 * `retry-after-ms` wins; seconds may have a fraction; of several values the largest counts; a date, or a moment in seconds or
 * milliseconds since 1970, is measured against the response's own `Date`, so that a wrong local clock does not matter. Without
 * these the moment counts at which a limit with nothing left begins anew (`x-ratelimit-reset`: OpenRouter, GitHub, gateways).
 */
export function readRetryAfter(headers: Headers, wallMs: number): number | undefined {
  const precise = largest(numbers(headers.get('retry-after-ms') ?? ''));
  if (precise !== undefined) return bounded(precise);
  const nowMs = dateOf(headers.get('date') ?? '') ?? wallMs;
  const wait = waitOf(headers.get('retry-after') ?? '', nowMs) ?? waitOf(resetOf(headers), nowMs);
  return wait === undefined ? undefined : bounded(wait);
}

function waitOf(value: string, nowMs: number): number | undefined {
  const untilDates = (value.match(dates) ?? []).map(date => Date.parse(asUtc(date)) - nowMs).filter(ms => ms > 0);
  const waits = numbers(value.replace(dates, ''))
    .map(number => fromNow(number, nowMs))
    .filter(ms => ms >= 0);
  return largest([...untilDates, ...waits]);
}

/** When the limit that was hit begins anew, as it is written; '' when something of it is left, or nothing is said. */
function resetOf(headers: Headers): string {
  const of = (name: string): string => headers.get(`x-ratelimit-${name}`) ?? headers.get(`ratelimit-${name}`) ?? '';
  return of('remaining').trim() === '0' ? of('reset') : '';
}

/** The form of the C library names no zone and means UTC. */
const asUtc = (date: string): string => (/\d$/.test(date) && !date.includes('T') ? `${date} GMT` : date);

/** Nobody waits for thirty years: such numbers are moments. */
const leastMoment = 1_000_000_000;

/** Seconds; or a moment in seconds or in milliseconds since 1970. Below 0: it is over. */
function fromNow(number: number, nowMs: number): number {
  if (number < leastMoment || number === Infinity) return number * 1000;
  return (number < leastMoment * 1000 ? number * 1000 : number) - nowMs;
}

/** The wait that a server names in the body of its refusal and not in a header, ms; undefined: none. */
export function waitIn(complaint: Pick<ApiError, 'retryDelay' | 'message'> | undefined): number | undefined {
  if (complaint === undefined) return undefined;
  const spoken = inWords.exec(complaint.message.slice(0, longestMessage));
  const told = /^(\d{1,6}(?:\.\d{1,9})?)s$/.exec(complaint.retryDelay)?.[1];
  if (told !== undefined) return bounded(Number(told) * 1000);
  const { hours = '0', minutes = '0', amount, unit = '' } = spoken?.groups ?? {};
  if (amount === undefined) return undefined;
  return bounded(Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(amount) * unitMsOf(unit));
}

function unitMsOf(unit: string): number {
  if (/^m(?:s|illi)/i.test(unit)) return 1;
  if (/^h/i.test(unit)) return 3_600_000;
  return /^m/i.test(unit) ? 60_000 : 1_000;
}

/** Longer messages are not read to their end. */
const longestMessage = 2_000;

// OpenAI "Please try again in 1m12.5s" and "in 114h18m0s", groq "in 7.66s", Gemini "Please retry in 3s", Azure "Please retry after 30 seconds"
const inWords =
  /(?:again|retry|wait|reset)\b.{0,20}?\b(?:in|after|for) (?:about )?(?:(?<hours>\d{1,4})h ?)?(?:(?<minutes>\d{1,4})m(?:in)? ?)?(?<amount>\d{1,6}(?:\.\d{1,9})?) ?(?<unit>ms\b|milliseconds?|s\b|sec(?:ond)?s?\b|m\b|min(?:ute)?s?\b|h\b|hours?\b)/i;

/** Plain decimals and 'Infinity': '-5', '1e3', 'NaN', 'soon' and '' are not waits. */
function numbers(list: string): number[] {
  return list
    .split(',')
    .map(part => part.trim())
    .filter(part => /^(?:\d+(?:\.\d+)?|Infinity)$/.test(part))
    .map(Number);
}

function largest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}

function bounded(ms: number): number {
  return Math.min(maxMs, Math.max(minMs, Math.round(ms)));
}

function dateOf(text: string): number | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
