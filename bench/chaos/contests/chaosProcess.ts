// One process of the chaos bench: `mix PERCENT`, `stalls` or `dead`, and the ports of the two providers.
import { endWithParent, leaveWith } from '../../harness/report.ts';
import { goFirst } from '../../harness/goFirst.ts';
import { playDeadPrimary } from './deadPrimary.ts';
import { playMix } from './mixContest.ts';
import { playStalls } from './stalls.ts';
import { warmUp } from '../sides/warmUp.ts';

const [part = '', percent, first, second] = process.argv.slice(2);
const ports = [Number(first), Number(second)] as const;

function play(): Promise<object> {
  switch (part) {
    case 'mix':
      return playMix(ports, Number(percent));
    case 'stalls':
      return playStalls(ports);
    default:
      return playDeadPrimary(ports);
  }
}

endWithParent();
goFirst();
await warmUp(ports);
leaveWith(await play());
