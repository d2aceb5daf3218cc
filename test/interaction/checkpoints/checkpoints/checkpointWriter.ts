import { CheckpointWorld } from './checkpointWorld.ts';

// Applies edits, types, and takes back, until it is killed. Each line of the file is edited at most once at a time.
const [folder = '', round = '0'] = process.argv.slice(2);
const world = new CheckpointWorld(folder);
process.stdout.write('begun\n');
for (let count = 0; ; count += 1) {
  const lines = world.text.split('\n');
  const step = count % 4;
  if (step === 3) await world.takeBack('newest');
  else if (step === 2) world.text = [...lines, `typed in ${round}: ${count}`].join('\n');
  else {
    const free = lines.flatMap((line, at) => (line.startsWith('line ') ? [at] : []));
    const at = free[(count * 7) % free.length] ?? 0;
    await world.apply(lines.with(at, `edit ${round}-${count}\nand more`).join('\n'));
  }
}
