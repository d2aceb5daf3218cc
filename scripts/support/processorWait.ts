import { existsSync, readFileSync } from 'node:fs';

const scheduling = '/proc/self/schedstat';
const isTold = existsSync(scheduling);

/** For how long, ms, this program's first thread could have run while others did. Only Linux tells; elsewhere 0. */
export const waitedMs = (): number => (isTold ? Number(readFileSync(scheduling, 'latin1').split(' ')[1]) / 1e6 : 0);
