/** Wilson's score interval of a share, 95 %. `of` is 1 or more. */
export function wilson(count: number, of: number): { readonly low: number; readonly high: number } {
  const z = 1.96;
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return { low: (middle - reach) / whole, high: (middle + reach) / whole };
}
