import { playRows } from './playRow.ts';
import { bodyRows } from './rows/bodies.ts';

playRows(bodyRows);
