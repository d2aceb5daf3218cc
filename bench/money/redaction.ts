import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import fc from 'fast-check';
import { scanSecrets } from '../../src/libraries/secrets.ts';
import { leftOf, secretCorpus, type Planted } from '../../test/libraries/secrets/written/secretCorpus.ts';
import type { Figures } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';

const eachFormat = 20;
const seed = 1;
const root = path.resolve(import.meta.dirname, '../..');
const folders = ['src', 'scripts', 'practice', 'node_modules/openai/src', 'node_modules/@anthropic-ai/sdk/src'];

/** C9: of secrets drawn from over 200 forms, how many are not masked whole; and how much harmless code is. */
export async function redaction(): Promise<Figures> {
  const formats = Object.values(secretCorpus);
  const corpus = formats.flatMap(format => fc.sample(format, { numRuns: eachFormat, seed }));
  const missed = await countMissed(corpus);
  const byPreset = await countReported(corpus);
  const { lines, pieces } = await searchSources();
  const falsePer10000 = (pieces / lines) * 10_000;
  return {
    rows: [
      { measure: 'formats of secrets', steadfast: String(formats.length) },
      {
        measure: 'secrets found whole',
        steadfast: `${corpus.length - missed} of ${corpus.length}`,
        baseline: `${byPreset} of ${corpus.length}`,
        remark: "baseline: secretlint's recommended preset; a report anywhere in the text counts",
      },
      {
        measure: 'harmless pieces taken for secrets, per 10 000 lines',
        steadfast: falsePer10000.toFixed(2),
        remark: `${pieces} in ${lines} lines of our own sources and of both SDKs'`,
      },
      { measure: 'scan of 4 KB of code', steadfast: `${(await scanTimeMs()).toFixed(2)} ms`, remark: 'median' },
    ],
    goals: [
      { name: 'C9 generated secrets that are not masked whole', value: missed, limit: 0 },
      { name: 'C9 harmless pieces masked per 10 000 lines', value: falsePer10000, limit: 1 },
    ],
  };
}

async function countMissed(corpus: readonly Planted[]): Promise<number> {
  let missed = 0;
  for (const planted of corpus) if (leftOf(planted, await scanSecrets(planted.text)).length > 0) missed += 1;
  return missed;
}

/** The part of a secretlint rule that is used here. */
interface Rule {
  readonly meta: { readonly id: string };
  create(
    context: object,
    options: object,
  ): { file?(source: { readonly content: string; readonly ext: string }): unknown };
}

// the one is not a rule, the other reads files
const isUsed = ({ meta }: Rule): boolean => !/-(?:filter-comments|gcp)$/.test(meta.id);
const preset = (rules as unknown as readonly Rule[]).filter(isUsed);

/** In how many of the texts the preset reports anything. */
async function countReported(corpus: readonly Planted[]): Promise<number> {
  let found = 0;
  for (const { text } of corpus) {
    let reports = 0;
    const report = (): void => void (reports += 1);
    const createTranslator = () => (): object => ({});
    for (const rule of preset)
      await rule.create({ sharedOptions: {}, createTranslator, report }, {}).file?.({ content: text, ext: '' });
    if (reports > 0) found += 1;
  }
  return found;
}

async function searchSources(): Promise<{ readonly lines: number; readonly pieces: number }> {
  let [lines, pieces] = [0, 0];
  for (const folder of folders) {
    const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter(one => one.isFile() && /\.(?:ts|md|json)$/.test(one.name))) {
      const text = await readFile(path.join(entry.parentPath, entry.name), 'utf8');
      lines += text.split('\n').length;
      pieces += new Set((await scanSecrets(text)).map(({ start, end }) => text.slice(start, end))).size;
    }
  }
  return { lines, pieces };
}

async function scanTimeMs(): Promise<number> {
  const text = (await readFile(path.join(root, 'src/core/client.ts'), 'utf8')).slice(0, 4096);
  const times: number[] = [];
  for (let run = 0; run < 300; run += 1) {
    const startedAt = performance.now();
    await scanSecrets(`${text}${run}`);
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
