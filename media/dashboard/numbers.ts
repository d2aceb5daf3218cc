import type { Unit } from '../../src/shared/dashboardProtocol.ts';

/** A number at an axis: '$0.5', '12K', '2 s'. */
export function axisText(unit: Unit, value: number, language: string): string {
  return new Intl.NumberFormat(language, forms[unit]).format(value);
}

const forms: Readonly<Record<Unit, Intl.NumberFormatOptions>> = {
  seconds: { style: 'unit', unit: 'second', unitDisplay: 'narrow', maximumSignificantDigits: 3 },
  usd: { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', maximumSignificantDigits: 3 },
  tokens: { notation: 'compact', maximumSignificantDigits: 3 },
  count: { notation: 'compact', maximumSignificantDigits: 3 },
};

/** When a point was, in the time zone of the extension: 'Nov 24, 10:42'. */
export function momentText(
  at: number,
  { language, timeZone }: { readonly language: string; readonly timeZone: string },
): string {
  const form: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' };
  return new Intl.DateTimeFormat(language, { ...form, ...(timeZone !== '' && { timeZone }) }).format(at);
}

/** How long a question took: '1.2s'. */
export const durationText = (ms: number, language: string): string => axisText('seconds', ms / 1_000, language);
