import { playRows } from './playRow.ts';
import { faultRows } from './rows/all.ts';

playRows(faultRows.cutStreams);
