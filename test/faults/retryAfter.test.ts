import { playRows } from './playRow.ts';
import { retryAfterRows } from './rows/retryAfter.ts';

playRows(retryAfterRows);
