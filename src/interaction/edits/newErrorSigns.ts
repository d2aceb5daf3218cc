import { type AnsweredEdit, lineInAnswer } from '../../assist/placing/factLine.ts';
import type { NewError } from '../../core/confidence/reading/newErrors.ts';
import type { Sign } from '../../core/model/answer.ts';

/**
 * What a compiler has found after an edit, as facts about its answer. Their lines are of the answer's code; of what stands elsewhere
 * in the file, whose text with the edit is `text`, no line is told.
 */
export const newErrorSigns = (
  errors: readonly NewError[],
  edit: Omit<AnsweredEdit, 'original'>,
  text: string,
): readonly Sign[] =>
  errors.map(({ line, message }) => {
    const own = lineInAnswer(line - 1, edit, text);
    return { code: 'new-error', weight: 'fact', facts: { message, ...(own !== undefined && { line: own }) } };
  });
