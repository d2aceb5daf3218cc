/** VS Code's language, for numbers: BCP 47. Set once, when the extension starts; English before. */
let language = 'en';

/** From now on numbers are written as they are in this language; one that is not known leaves them English. */
export function writeNumbersIn(wanted: string): void {
  language = isKnown(wanted) ? wanted : 'en';
}

/** A number with at most so many digits behind its sign: '0.3' in English, '0,3' in German. */
export const decimal = (value: number, mostDigits: number): string =>
  formatted(value, { maximumFractionDigits: mostDigits, useGrouping: false });

/** A number with exactly so many digits behind its sign: '0.30'. */
export const fixed = (value: number, digits: number): string =>
  formatted(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });

/** US dollars: '$12.40', '12,40 $'; `significant`: with at most so many digits that count, '$0.042'. */
export const dollars = (value: number, significant?: number): string =>
  formatted(value, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...(significant === undefined ? {} : { maximumSignificantDigits: significant }),
  });

/** Hours and minutes of a moment, wall-clock ms, as people here write them: '10:42', '10:42 AM'. */
export const timeOfDay = (wallMs: number): string =>
  new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(wallMs);

const formatted = (value: number, options: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(language, options).format(value);

function isKnown(wanted: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([wanted]).length > 0;
  } catch {
    return false; // no name of a language at all
  }
}
