import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { faultMatrixPage } from './docs/faultMatrix.ts';
import { reportPage } from './docs/reportPage.ts';
import { vendorPage } from './docs/vendorPage.ts';
import { projectRoot } from './support/projectRoot.ts';
import { runMain } from './support/runMain.ts';
import { say } from './support/say.ts';

/** The pages that are made of what the tests play, and how each is made. */
export const generatedPages: readonly (readonly [file: string, make: () => string | Promise<string>])[] = [
  ['docs/fault-matrix.md', faultMatrixPage],
  ['docs/providers.md', vendorPage],
  ['docs/reports.md', reportPage],
];

if (import.meta.main) {
  runMain(async () => {
    for (const [file, make] of generatedPages) {
      await writeFile(path.join(projectRoot, file), await make());
      say(`wrote ${file}`);
    }
    return 0;
  });
}
