// One process of the layers bench: `policies`, `remembering`, or `growth WIRE SHORT_URL LONG_URL`.
import { endWithParent, leaveWith } from '../harness/report.ts';
import { goFirst } from '../harness/goFirst.ts';
import { growth } from './growth.ts';
import { policies } from './policies.ts';
import { remembering } from './remembering.ts';

const [what = '', wire, short = '', long = ''] = process.argv.slice(2);

async function play(): Promise<object> {
  switch (what) {
    case 'policies':
      return policies();
    case 'remembering':
      return remembering();
    default:
      return growth(wire === 'anthropic' ? 'anthropic' : 'openai', short, long);
  }
}

endWithParent();
goFirst();
leaveWith(await play());
