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

/** A count, with what parts its thousands: '100,000', '100.000'. */
export const wholeNumber = (value: number): string => formatted(value, { maximumFractionDigits: 0 });

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

/** Days without their year: 'Nov 24', '24. Nov.'. Many at once, because making what writes them takes longer than writing. */
export const dayTexts = (moments: readonly number[]): readonly string[] =>
  written(moments, { day: 'numeric', month: 'short' });

/** The same with hours and minutes: 'Nov 24, 10:42 AM'. */
export const dayAndTimeTexts = (moments: readonly number[]): readonly string[] =>
  written(moments, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });

/** Hours and minutes of many moments. */
export const timeTexts = (moments: readonly number[]): readonly string[] =>
  written(moments, { hour: 'numeric', minute: '2-digit' });

/** A part of a whole: '30%', '30 %'; '' where there is no whole. */
export const percentText = (part: number, whole: number): string =>
  whole > 0 ? formatted(part / whole, { style: 'percent', maximumFractionDigits: part < whole / 100 ? 1 : 0 }) : '';

/** The language that numbers are written in, BCP 47. */
export const numberLanguage = (): string => language;

/** In the time zone of now. */
function written(moments: readonly number[], options: Intl.DateTimeFormatOptions): readonly string[] {
  const format = new Intl.DateTimeFormat(language, options);
  return moments.map(moment => (Number.isFinite(moment) ? format.format(moment) : ''));
}

/** What writes numbers, by language and form; there are a dozen forms. */
const formats = new Map<string, Intl.NumberFormat>();

function formatted(value: number, options: Intl.NumberFormatOptions): string {
  const form = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(form) ?? new Intl.NumberFormat(language, options);
  formats.set(form, format);
  return format.format(value);
}

function isKnown(wanted: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([wanted]).length > 0;
  } catch {
    return false; // no name of a language at all
  }
}
