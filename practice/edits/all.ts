import { annotate } from './annotate.ts';
import { declareConst } from './declareConst.ts';
import { document } from './document.ts';
import type { EditRule } from './editRule.ts';
import { fixBug } from './fixBug.ts';
import { guard } from './guard.ts';
import { handleErrors } from './handleErrors.ts';
import { editJson } from './editJson.ts';
import { removeNoise } from './removeNoise.ts';
import { rename } from './rename.ts';
import { sortImports } from './sortImports.ts';
import { strictEquality } from './strictEquality.ts';

/** Every edit that can be made by rules, in the order in which several of one instruction are made. */
export const editRules: readonly EditRule[] = [
  rename,
  fixBug,
  declareConst,
  strictEquality,
  sortImports,
  removeNoise,
  annotate,
  document,
  guard,
  handleErrors,
  editJson,
];
