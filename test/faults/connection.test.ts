import { playRows } from './playRow.ts';
import { connectingRows } from './rows/connecting.ts';
import { exchangingRows } from './rows/exchanging.ts';

playRows([...connectingRows, ...exchangingRows]);
