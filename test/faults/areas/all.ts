import { edits } from './edits.ts';
import type { Area, AreaCase } from './areaCase.ts';
import { inItsFile } from './inItsFile.ts';
import { layoutOfEdits } from './layoutOfEdits.ts';
import { leftMarks } from './leftMarks.ts';
import { readingCode } from './readingCode.ts';
import { reasoning } from './reasoning.ts';
import { refusals, tooMuch } from './refusals.ts';
import { streamEnds } from './streamEnds.ts';

/** The cases of the reports that were looked up, by what they are about. */
export const areaCases: Readonly<Record<Area, readonly AreaCase[]>> = {
  'stream ends': streamEnds,
  reasoning,
  'reading code': [...readingCode, ...leftMarks],
  edits: [...edits, ...layoutOfEdits, ...inItsFile],
  refusals,
  limits: tooMuch,
};
