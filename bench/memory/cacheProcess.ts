// One process of the benches of the cache: `answers`, `similar`, or `load FOLDER`.
import { endWithParent, leaveWith } from '../harness/report.ts';
import { goFirst } from '../harness/goFirst.ts';
import { cachedAnswerTimes } from './cachedAnswerTimes.ts';
import { loadBlocks } from './loadBlocks.ts';
import { similarTimes } from './similarTimes.ts';

const [what = '', folder = ''] = process.argv.slice(2);

async function play(): Promise<object> {
  switch (what) {
    case 'answers':
      return cachedAnswerTimes();
    case 'similar':
      return similarTimes();
    default:
      return loadBlocks(folder);
  }
}

endWithParent();
goFirst();
leaveWith(await play());
