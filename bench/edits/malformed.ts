interface Entry {
  readonly id: string;
  readonly text: string;
}

type Spoil = (items: readonly Entry[], random: () => number) => string;

const json = (items: readonly unknown[]): string => JSON.stringify({ items });
const someOf = <T>(items: readonly T[], random: () => number): readonly T[] => items.filter(() => random() < 0.5);
const shuffled = (items: readonly Entry[], random: () => number): readonly Entry[] =>
  items
    .map(item => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);

/** How models spoil a batch; the reports stand in the tests of `assist/batch`. */
const ways: Readonly<Record<string, Spoil>> = {
  cut: (items, random) => json(items).slice(0, Math.floor(json(items).length * random())),
  fenced: items => `\`\`\`json\n${json(items)}\n\`\`\``,
  'fenced and cut': items => `\`\`\`json\n${json(items).slice(0, -9)}`,
  'prose around': items => `Here are the comments:\n\n${json(items)}\n\nLet me know if you need more.`,
  'ids twice, with other texts': items =>
    json([...items, ...items.map(({ id }, at) => ({ id, text: items[at - 1]?.text ?? '' }))]),
  'swapped order': (items, random) => json(shuffled(items, random)),
  'unknown ids': (items, random) =>
    json([...someOf(items, random), ...items.map(({ text }, at) => ({ id: String(at + 1), text }))]),
  'missing ids': (items, random) => json(someOf(items, random)),
  'wrong types': (items, random) =>
    json(items.map(item => (random() < 0.5 ? item : { ...item, text: random() < 0.5 ? [item.text] : 7 }))),
  'no ids': items => json(items.map(({ text }) => text)),
  'another form': items => JSON.stringify({ comments: items.map(({ text }) => text) }),
  empty: () => '',
};

export const malformedKinds = Object.keys(ways);

/** A spoilt answer to a batch; to a single question, in place of this whole one, a cut one or none. */
export function malformed(items: readonly Entry[], plain: string, random: () => number): string {
  const way = Object.values(ways)[Math.floor(random() * malformedKinds.length)];
  if (items.length > 0) return way?.(items, random) ?? '';
  return [plain.slice(0, -4), '…?!', ''][Math.floor(random() * 3)] ?? '';
}
