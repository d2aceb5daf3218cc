import { atOnce } from '../../src/core/shared/steps.ts';
import { placeholdersFor } from '../../src/core/secrets/placeholders.ts';
import { scanSecrets } from '../../src/libraries/secrets.ts';
import { armouredKey, cuts, lineDecorations } from '../../test/libraries/secrets/written/armouredKeys.ts';
import { crossedCorpus, crossing, type Crossed } from '../../test/libraries/secrets/written/crossedCorpus.ts';
import { foundByPublicRules } from '../../test/libraries/secrets/written/publicRules.ts';
import { leftOf, type Planted } from '../../test/libraries/secrets/written/secretCorpus.ts';
import type { Figures, Row } from '../harness/bench.ts';
import fc from 'fast-check';

/** Of so many ways of writing each format is drawn in. */
const waysOfEach = 40;
const seed = 2_026;
const halves = ['tune', 'test'] as const;

/** Generated secrets that are whole or can be put together again after masking, by the way in which they are written. */
export async function masking(): Promise<Figures> {
  const corpus = crossedCorpus(waysOfEach, seed);
  const missed = new Set<Crossed>();
  let known = 0;
  for (const one of corpus) {
    const findings = await scanSecrets(one.text);
    if (leftOf(one, findings).length > 0) missed.add(one);
    known += foundByPublicRules(atOnce(placeholdersFor([{ text: one.text, findings }])).mask(one.text)).length;
  }
  const keys = await keysLeft();
  const count = (half: Crossed['half']): readonly [number, number] => [
    [...missed].filter(one => one.half === half).length,
    corpus.filter(one => one.half === half).length,
  ];
  return {
    preface: [
      `${corpus.length} secrets of ${crossing.formats} formats in ${crossing.ways} ways of writing and ${crossing.surroundings} surroundings.`,
    ],
    rows: [
      ...wayRows(corpus, missed),
      {
        measure: 'keys in armour that are left, by line',
        steadfast: `${keys.left} of ${keys.all}`,
        remark: keys.remark,
      },
      { measure: "what gitleaks' prefixes find in the masked texts", steadfast: String(known) },
    ],
    goals: [
      ...halves.map(half => ({
        name: `guards secrets whole or recoverable, ${half} half of ${count(half)[1]}`,
        value: count(half)[0],
        limit: 0,
      })),
      { name: 'guards keys in armour of which a line is left', value: keys.left, limit: 0 },
      { name: "guards found by gitleaks' prefixes after masking", value: known, limit: 0 },
    ],
  };
}

function wayRows(corpus: readonly Crossed[], missed: ReadonlySet<Crossed>): Row[] {
  const shown = (texts: readonly Crossed[], half: Crossed['half']): string => {
    const own = texts.filter(one => one.half === half);
    return `${own.filter(one => missed.has(one)).length} of ${own.length}`;
  };
  return [...Map.groupBy(corpus, ({ way }) => way)].map(([way, texts]) => ({
    measure: `left of secrets: ${way}`,
    steadfast: shown(texts, 'tune'),
    baseline: shown(texts, 'test'),
    remark: 'tune half, then test half',
  }));
}

async function keysLeft(): Promise<{ readonly left: number; readonly all: number; readonly remark: string }> {
  const keys: Planted[] = Object.values(lineDecorations).flatMap(write =>
    cuts.flatMap(cut => fc.sample(armouredKey(write, cut), { numRuns: 5, seed })),
  );
  let left = 0;
  for (const one of keys) if (leftOf(one, await scanSecrets(one.text)).length > 0) left += 1;
  const remark = `${Object.keys(lineDecorations).length} ways to write a line; ${cuts.join(', ')}`;
  return { left, all: keys.length, remark };
}
