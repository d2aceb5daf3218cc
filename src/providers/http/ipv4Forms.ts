/**
 * Every IPv4 address that a host may lead to, dotted: itself, and those that stand in an IPv6 address and that a gateway would
 * pass on to: mapped, compatible and translated (RFC 4291, 2765), NAT64 (64:ff9b::/96 of RFC 6052, 64:ff9b:1::/48 of RFC 8215),
 * 6to4 (2002::/16), Teredo's server and client (2001::/32, RFC 4380), ISATAP (RFC 5214). None for a name. `host` is what the URL
 * parser makes of it: short, in lower case, without brackets.
 */
export function ipv4Forms(host: string): readonly string[] {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return [host];
  const groups = groupsOf(host);
  if (!groups) return [];
  return placesOf(groups).map(([high, low]) => [high >> 8, high & 255, low >> 8, low & 255].join('.'));
}

type Pair = readonly [high: number, low: number];

function placesOf(groups: readonly number[]): readonly Pair[] {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, high = 0, low = 0] = groups;
  const isZero = (from: number, to: number): boolean => groups.slice(from, to).every(group => group === 0);
  const last: Pair = [high, low];
  if (isZero(0, 6) && (high !== 0 || low > 1)) return [last];
  if (isZero(0, 5) && sixth === 0xffff) return [last];
  if (isZero(0, 4) && fifth === 0xffff && sixth === 0) return [last];
  if (first === 0x64 && second === 0xff9b)
    return third === 1 && fourth !== 0 ? [last, around(fourth, fifth, sixth)] : [last];
  if (first === 0x2002) return [[second, third]];
  if (first === 0x2001 && second === 0)
    return [
      [third, fourth],
      [high ^ 0xffff, low ^ 0xffff],
    ];
  if ((fifth & 0xfdff) === 0 && sixth === 0x5efe) return [last];
  return [];
}

/** In a network of 48 bits the address stands on both sides of the bits 64 to 71, which are zero. */
const around = (before: number, middle: number, after: number): Pair => [before, ((middle & 0xff) << 8) | (after >> 8)];

/** The eight groups of an IPv6 address; undefined: it is none. */
function groupsOf(host: string): readonly number[] | undefined {
  if (!/^[0-9a-f:]{2,39}$/.test(host) || !host.includes(':')) return undefined;
  const [before = '', after] = host.split('::');
  const [start, end] = [before, after ?? ''].map(part => part.split(':').filter(group => group !== ''));
  const given = [...(start ?? []), ...(end ?? [])].map(group => Number.parseInt(group, 16));
  const left = 8 - given.length;
  if (left < 0 || (left > 0 && after === undefined)) return undefined;
  const at = start?.length ?? 0;
  return [...given.slice(0, at), ...Array.from({ length: left }, () => 0), ...given.slice(at)];
}
