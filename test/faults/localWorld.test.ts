import { playRows } from './playRow.ts';
import { localWorldRows } from './rows/localWorld.ts';

playRows(localWorldRows);
