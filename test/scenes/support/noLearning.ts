import type { EditLearning } from '../../../src/editor/present/documentWriter.ts';

/** Nobody learns from these edits. */
export const noLearning: EditLearning = {
  originOf: () => undefined,
  applied: () => undefined,
  discarded: () => undefined,
};
