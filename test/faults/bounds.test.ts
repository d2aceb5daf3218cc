import { playRows } from './playRow.ts';
import { boundRows } from './rows/bounds.ts';
import { circuitRows } from './rows/circuits.ts';

playRows([...boundRows, ...circuitRows]);
