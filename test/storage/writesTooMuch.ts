import { StoreError } from '../../src/core/shared/store.ts';
import { createFiles } from '../../src/storage/files.ts';

/** Run by files.test.ts with a limit on the size of files: says what trouble it had. */
const [folder = ''] = process.argv.slice(2);
const files = createFiles(folder, () => undefined);
const said = await files.write('a.json', 'x'.repeat(1_000_000)).then(
  () => 'none',
  (error: unknown) => (error instanceof StoreError ? error.trouble : String(error)),
);
process.stdout.write(said);
