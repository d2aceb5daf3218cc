import { createFiles } from '../../src/storage/files.ts';

/** Run by files.test.ts and killed by it: writes one file again and again, each text marked at both ends. */
const [folder = ''] = process.argv.slice(2);
const files = createFiles(folder, () => undefined);
for (let count = 0; ; count += 1) {
  await files.write('data.json', `${count} ${'x'.repeat(300_000)} ${count}`);
  if (count === 0) process.stdout.write('writing');
}
