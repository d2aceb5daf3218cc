import { playRows } from './playRow.ts';
import { refusalRows } from './rows/refusals.ts';
import { statusRows } from './rows/statuses.ts';

playRows([...refusalRows, ...statusRows]);
