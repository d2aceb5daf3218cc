import { playRows } from './playRow.ts';
import { meaningRows } from './rows/meaning.ts';

playRows(meaningRows);
