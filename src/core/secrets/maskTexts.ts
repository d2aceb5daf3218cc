/** Stands between texts that are masked as one: two dashes, so that no key in armour reaches across. */
const between = '\n\0--\0\n';

/**
 * Plain data with the secrets in all of its texts masked, for what is written to disk. The texts are masked as one: what is
 * known for a secret by its name in the code is masked in the answer, too, where it stands without the name. Rejects when
 * they cannot be scanned.
 */
export async function maskTexts<T>(data: T, mask: (text: string) => Promise<string>): Promise<T> {
  const texts: string[] = [];
  withTexts(data, text => (texts.push(text), text));
  const masked = await maskedTogether(texts, mask);
  let next = 0;
  return withTexts(data, text => masked[next++] ?? text);
}

async function maskedTogether(
  texts: readonly string[],
  mask: (text: string) => Promise<string>,
): Promise<readonly string[]> {
  const masked = (await mask(texts.join(between))).split(between);
  return masked.length === texts.length ? masked : Promise.all(texts.map(mask)); // a finding reached across after all
}

const withTexts = <T>(data: T, change: (text: string) => string): T =>
  JSON.parse(JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? change(value) : value))) as T;
