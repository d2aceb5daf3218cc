import { playRows } from './playRow.ts';
import { cutStreamRows } from './rows/cutStreams.ts';

playRows(cutStreamRows);
