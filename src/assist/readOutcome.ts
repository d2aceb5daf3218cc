import { asksForLess } from '../core/confidence/evidence/assessor.ts';
import { readCode } from '../core/confidence/reading/reading.ts';
import { expectationOf } from './expectation.ts';
import type { Context, Outcome } from './assistance.ts';

/** An answer to be read as it is. */
export function readNote(text: string): Outcome {
  return text.trim() === '' ? { kind: 'unusable', markdown: text } : { kind: 'note', markdown: text.trim() };
}

/**
 * An answer whose code replaces the selection: the very code that the gate has judged. Whatever leaves a doubt about which
 * code is meant, or whether it is all there, is shown and not applied (F139).
 */
export function readReplacement(text: string, context: Context): Outcome {
  const reading = readCode(text, expectationOf('code', context));
  const isWhole = reading.is === 'code' && (reading.block?.closed ?? true);
  const isMeant = reading.is === 'code' && (reading.code.trim() !== '' || asksForLess(context.input));
  return reading.is === 'code' && isWhole && isMeant
    ? { kind: 'replacement', code: reading.code }
    : { kind: 'unusable', markdown: text };
}
