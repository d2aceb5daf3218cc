/**
 * The colour of a theme, opaque, when it can be told from what it is painted on; else the one that stands in for it, or which of the two
 * can be told better. Some themes take a translucent highlight for a colour of charts, which is hardly seen as a line. A colour in a
 * form that is not known here is left as it is.
 */
export function legibleColour(wanted: string, standIn: string, background: string): string {
  const [colour, ground] = [read(wanted), read(background)];
  if (!colour || !ground) return wanted;
  const opaque = `rgb(${colour.join(', ')})`;
  const other = read(standIn);
  if (contrast(colour, ground) >= leastContrast || !other) return opaque;
  return contrast(other, ground) > contrast(colour, ground) ? standIn : opaque;
}

/** WCAG 2.2, 1.4.11: what is needed to understand a drawing. */
const leastContrast = 3;

type Rgb = readonly [red: number, green: number, blue: number];

/** '#rgb', '#rrggbb', both with or without alpha, 'rgb(…)' and 'rgba(…)', without alpha. */
function read(colour: string): Rgb | undefined {
  const [, hex = ''] = /^#([0-9a-f]{3,8})$/i.exec(colour.trim()) ?? [];
  if (hex.length === 3 || hex.length === 4) return rgbOf([0, 1, 2].map(at => parseInt(hex.charAt(at).repeat(2), 16)));
  if (hex.length === 6 || hex.length === 8) return rgbOf([0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16)));
  const [, parts = ''] = /^rgba?\(([\d\s.,/%]{5,60})\)$/i.exec(colour.trim()) ?? [];
  return rgbOf(parts.split(/[\s,/]+/).flatMap(part => (/^\d{1,3}(?:\.\d+)?$/.test(part) ? [Number(part)] : [])));
}

function rgbOf([red, green, blue]: readonly number[]): Rgb | undefined {
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
}

/** From 1 to 21, by WCAG. */
function contrast(one: Rgb, other: Rgb): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
