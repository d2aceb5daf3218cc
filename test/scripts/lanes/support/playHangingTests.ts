import path from 'node:path';
import { runNodeTests } from '../../../../scripts/lanes/nodeTests.ts';
import { projectRoot } from '../../../../scripts/support/projectRoot.ts';

// Plays the tests that hang as a lane would, but with a short limit, and prints what came of it.
const file = path.relative(projectRoot, path.join(import.meta.dirname, 'hangingTests.ts'));
const result = await runNodeTests({ files: [file], only: [], manner: 'one by one', testLimitMs: 1_000 });
console.log('result', JSON.stringify(result));
