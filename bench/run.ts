import path from 'node:path';
import { forgetProviders } from '../scripts/support/environment.ts';
import { Refusal } from '../scripts/support/refusal.ts';
import { runMain } from '../scripts/support/runMain.ts';
import { say } from '../scripts/support/say.ts';
import { benches } from './all.ts';
import { goalLine, isMet } from './harness/goal.ts';
import { machine } from './harness/machine.ts';
import { table } from './harness/table.ts';

/** `npm run bench [-- NAME … FOLDER …]`: prints each bench's table and goals. The exit code is 1 when a goal is missed. */
async function main(): Promise<number> {
  // what holds a separator is a folder for a bench to look at
  const names = process.argv.slice(2).filter(argument => !argument.includes(path.sep));
  const unknown = names.find(name => !benches.has(name));
  if (unknown !== undefined)
    throw new Refusal(`no bench called ${unknown}; there are ${[...benches.keys()].join(', ')}`);
  forgetProviders();
  console.log(machine());
  let missed = 0;
  for (const [name, bench] of benches) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`bench ${name} …`);
    const { preface = [], rows, goals } = await bench();
    const parts = [preface.join('\n'), table(rows), goals.map(goalLine).join('\n')];
    console.log([`\n${name}`, ...parts.filter(part => part !== '')].join('\n\n'));
    missed += goals.filter(goal => !isMet(goal)).length;
  }
  return missed === 0 ? 0 : 1;
}

runMain(main);
