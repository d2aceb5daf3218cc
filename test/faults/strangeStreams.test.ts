import { playRows } from './playRow.ts';
import { strangeStreamRows } from './rows/strangeStreams.ts';

playRows(strangeStreamRows);
