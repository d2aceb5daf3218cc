// One process of the chaos bench: `mix PERCENT`, `stalls` or `dead`, and the ports of the two providers.
import { endWithParent, leave, report } from '../report.ts';
import { playDeadPrimary } from './deadPrimary.ts';
import { playMix } from './mixContest.ts';
import { playStalls } from './stalls.ts';

const [part, percent, first, second] = process.argv.slice(2);
const ports = [Number(first), Number(second)] as const;

async function play(): Promise<void> {
  switch (part) {
    case 'mix':
      report(await playMix(ports, Number(percent)));
      break;
    case 'stalls':
      report(await playStalls(ports));
      break;
    default:
      report(await playDeadPrimary(ports));
  }
  leave();
}

endWithParent();
void play();
