import type { Claim } from './claims.ts';
import { wrongArity } from './arity.ts';
import { entities, jsonAround, lineNumbers, oddUnicode, specialTokens } from './artefacts.ts';
import { pythonIndentation, syntaxError } from './broken.ts';
import type { DamageGroup, DamageRule } from './damage.ts';
import { elided } from './elided.ts';
import { cutAtLength, cutAtStatement, cutInLine, doubled, openFence } from './endings.ts';
import { awaitLost, flippedCondition, flippedLiteral, flippedOperator, swappedArguments } from './flips.ts';
import { blockLoop, longLoop, shortLoop } from './loops.ts';
import { commentsLost, memberLost, middleLost, signatureChanged, tailLost } from './lost.ts';
import { inventedImport, inventedMember, undefinedHelper, undefinedName } from './names.ts';
import * as shapes from './shapes.ts';

/** A way in which an answer is bad. */
export interface DamageKind {
  readonly kind: string;
  readonly group: DamageGroup;
  /** Who says this of such an answer says what is false. */
  readonly breaks: Claim;
  readonly rule: DamageRule;
}

const kindsOf =
  (group: DamageGroup, breaks: Claim) =>
  (rules: Readonly<Record<string, DamageRule>>): readonly DamageKind[] =>
    Object.entries(rules).map(([kind, rule]) => ({ kind, group, breaks, rule }));

/** Every kind of damage; a new one is its rule and its row. */
export const damageKinds: readonly DamageKind[] = [
  ...kindsOf(
    'form',
    'whole',
  )({
    'open fence': openFence,
    'cut at length': cutAtLength,
    'cut in a line': cutInLine,
    'cut at a statement': cutAtStatement,
    'prose instead': shapes.proseInstead,
    'two blocks': shapes.twoBlocks,
    unchanged: shapes.unchanged,
    'diff instead': shapes.diffInstead,
    'lines around repeated': shapes.surroundingsRepeated,
    'stub body': shapes.stub,
    elided,
    'other code of the file': shapes.otherCode,
    'whole answer doubled': doubled,
    'loop, short': shortLoop,
    'loop, long': longLoop,
    'loop of blocks': blockLoop,
  }),
  ...kindsOf(
    'form',
    'parses',
  )({
    'syntax error': syntaxError,
    'wrong language': shapes.wrongLanguage,
    'Python indentation': pythonIndentation,
    'line numbers': lineNumbers,
    'HTML entities': entities,
    'JSON around': jsonAround,
    'special tokens': specialTokens,
    'odd Unicode': oddUnicode,
  }),
  ...kindsOf(
    'names',
    'names',
  )({
    'undefined name': undefinedName,
    'undefined helper': undefinedHelper,
    'invented member': inventedMember,
    'invented import': inventedImport,
  }),
  ...kindsOf('call', 'meaning')({ 'wrong arity': wrongArity }),
  ...kindsOf(
    'lost',
    'whole',
  )({
    'tail lost': tailLost,
    'middle lost': middleLost,
    'member lost': memberLost,
    'comments lost': commentsLost,
    'signature changed': signatureChanged,
  }),
  ...kindsOf(
    'flips',
    'meaning',
  )({
    'operator flipped': flippedOperator,
    'literal changed': flippedLiteral,
    'condition negated': flippedCondition,
    'await lost': awaitLost,
    'arguments swapped': swappedArguments,
  }),
];
