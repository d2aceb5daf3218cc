import type { Row } from '../../harness/bench.ts';
import { languageOf, languages } from '../code/languages.ts';
import { inHalf, isAlarm, isTold, shareOf, shown, type Judged } from './judged.ts';

/** What is told of each kind of bad answer, and how often right ones are doubted: test half, then tuning half and languages. */
export function kindRows(all: readonly Judged[]): readonly Row[] {
  const kinds = Map.groupBy(all, ({ group, kind }) => `${group}: ${kind}`);
  const isOfRule = ({ group }: Judged): boolean => group !== 'real edits' && !group.endsWith('in voices');
  return [...kinds].flatMap(([name, own]) => (own.some(isOfRule) ? [rowOf(name, own)] : []));
}

/** The same for each way of speaking, of writing a fence, and for each natural language around the code. */
export function voiceRows(all: readonly Judged[]): readonly Row[] {
  const spoken = all.filter(({ group }) => group.endsWith('in voices'));
  const habits = [...new Set(spoken.flatMap(({ kind }) => kind.split(' · ')))];
  return habits.flatMap(habit =>
    [...Map.groupBy(spoken, ({ group }) => group)].map(([group, own]) =>
      rowOf(
        `${group}: ${habit}`,
        own.filter(({ kind }) => kind.split(' · ').includes(habit)),
      ),
    ),
  );
}

/** The same for each group, and for each group in each language. */
export function groupRows(all: readonly Judged[]): readonly Row[] {
  return [...Map.groupBy(all, ({ group }) => group)].flatMap(([group, own]) => [
    rowOf(`${group}: all`, own),
    ...[...Map.groupBy(own, ({ language }) => language)].map(([language, some]) =>
      rowOf(`${group}: ${language}`, some, false),
    ),
  ]);
}

function rowOf(name: string, own: readonly Judged[], withLanguages = true): Row {
  const isBad = own[0]?.isBad ?? false;
  const counts = isBad ? isTold : isAlarm;
  const test = inHalf(own, 'test');
  const remarks = [
    `tuning ${shown(shareOf(inHalf(own, 'tuning'), counts))}`,
    waysOf(test),
    withLanguages ? byLanguage(test, counts) : '',
  ];
  return {
    measure: `${isBad ? 'told' : 'falsely doubted'}, ${name}`,
    steadfast: shown(shareOf(test, counts)),
    remark: remarks.filter(remark => remark !== '').join('; '),
  };
}

/** In which ways those of the test half were told. */
function waysOf(own: readonly Judged[]): string {
  const ways = (['review', 'disclaim', 'fact'] as const).map(
    way => [way, own.filter(({ telling }) => telling === way).length] as const,
  );
  return ways
    .filter(([, count]) => count > 0)
    .map(([way, count]) => `${way} ${count}`)
    .join(', ');
}

const byLanguage = (own: readonly Judged[], counts: (judged: Judged) => boolean): string =>
  [...languages.keys()]
    .map(id => ({
      id,
      share: shareOf(
        own.filter(({ language }) => language === id),
        counts,
      ),
    }))
    .filter(({ share }) => share.of > 0)
    .map(({ id, share }) => `${languageOf(id).fence} ${share.count}/${share.of}`)
    .join(' ');
