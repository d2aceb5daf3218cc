import { definitionLines } from '../../src/assist/evidence/definitionLines.ts';
import { namesUsed } from '../../src/assist/evidence/namesUsed.ts';
import { blocksAround } from '../../src/assist/enclosing/enclosingBlock.ts';
import { isMostlySecrets } from '../../src/assist/reading/mostlySecrets.ts';
import { surroundingsIn } from '../../src/assist/reading/searchedText.ts';
import { DocumentScans } from '../../src/core/secrets/documentScans.ts';
import { inSteps } from '../../src/core/shared/steps.ts';
import { pace } from '../../src/interaction/platform/pace.ts';
import { scanSecrets } from '../../src/libraries/secrets.ts';
import { sha256 } from '../../src/libraries/sha256.ts';
import type { Figures } from '../harness/bench.ts';

const methods = 5_000;
const language = 'java';
/** Only so many ms may gathering take, whatever the file. */
const budgetMs = 150;
const rounds = 12;
const line = methods * 2;

const methodsOf = (rate: number): string =>
  Array.from(
    { length: methods },
    (_, at) => `  int sum${at}(int net) {\n    return Tax.of(net) + ${rate};\n  }\n`,
  ).join('\n');

/**
 * What our own code takes of the budget for a question in a file of 20 000 lines, without what language services and the disk
 * take: those are cut off when the budget ends (`test/scenes/context`).
 */
export async function context(): Promise<Figures> {
  const scans = new DocumentScans(scanSecrets);
  const [took, shown]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const text = `class Big {\n${methodsOf(0).replace('net) + 0', `net) + ${round}`)}}\n`; // typed between two questions
    const begun = performance.now();
    await gather(text, scans);
    took.push(performance.now() - begun);
    const searching = performance.now();
    await inSteps(blocksAround({ text, language, line }), pace);
    shown.push(performance.now() - searching);
  }
  const [first = 0, ...later] = took;
  const worst = Math.max(...later);
  return {
    rows: [
      {
        measure: 'context of a file of 20 000 lines, ms: the first question',
        steadfast: first.toFixed(0),
        remark: 'all of it is searched for secrets',
      },
      {
        measure: 'context of a file of 20 000 lines, ms: after an edit, the worst',
        steadfast: worst.toFixed(0),
        remark: `of ${later.length}`,
      },
      {
        measure: 'the block around the cursor in it, where nothing is selected, ms, the worst',
        steadfast: Math.max(...shown).toFixed(0),
      },
    ],
    goals: [{ name: 'assist context of a file of 20 000 lines after an edit, ms', value: worst, limit: budgetMs }],
  };
}

async function gather(text: string, scans: DocumentScans): Promise<void> {
  const findings = await scans.findingsIn('Big.java', text);
  await inSteps(isMostlySecrets(text, findings), pace);
  const [first, last] = [line, line + 2];
  const code = text
    .split('\n')
    .slice(first, last + 1)
    .join('\n');
  await inSteps(namesUsed(code, language, 8), pace);
  await inSteps(definitionLines(text, language, { first, last: first }), pace);
  await inSteps(surroundingsIn({ firstLine: 0, text, findings }, { startLine: first, endLine: last }, []), pace);
  sha256(text);
}
