import { mutationsOf } from './mutation.ts';

const placed = ['test/assist/edits/placeBlocks.test.ts'];
const read = ['test/assist/edits/readBlocks.test.ts'];

/** The rules by which answers change several files, and by which changes are taken or left. */
export const fileEdits = [
  ...mutationsOf('src/assist/edits/placeBlock.ts', placed, [
    [
      'of several places the first is taken',
      "return place.isOnly ? { first: place.first, ...wanted } : 'several';",
      'return { first: place.first, ...wanted };',
    ],
    [
      'of several places further in the first is taken',
      "  if (!place.isOnly) return 'several';\n  yield;\n  const there",
      '  yield;\n  const there',
    ],
    ['other blanks are guessed at', 'return fits ? { blanks, isOut } : undefined;', 'return { blanks, isOut };'],
    ['a remark stands in place of code', "if (mark?.weight === 'hard') return 'elided';", ''],
    ['what quotes nothing is put anywhere', "return file.text.trim() === ''", "return file.text !== '-'"],
  ]),
  ...mutationsOf('src/assist/edits/placeBlocks.ts', placed, [
    [
      'two blocks change the same lines',
      "else if (placed.some(other => overlaps(other.hunks, hunks))) left.push({ block, fault: 'overlaps' });",
      '',
    ],
    ['what is said twice is done twice', "known.has(identity) ? 'repeated' : ", ''],
  ]),
  ...mutationsOf('src/assist/edits/fileLines.ts', placed, [
    ['line ends are those of the model', "text.includes('\\r\\n') ? '\\r\\n' : '\\n'", "'\\n'"],
    ['a file without a last line end gets one', 'if (end < lines.length || endsWithLineEnd)', 'if (lines.length >= 0)'],
  ]),
  ...mutationsOf('src/assist/edits/readBlocks.ts', read, [
    ['marks of a merge are taken for those of a block', "block.dividers === 1 ? unknown : 'dividers'", 'unknown'],
    ['an unended block gives the next its file', 'isBegunInside ? undefined : read.at(-1)', 'read.at(-1)'],
    ['marks may be those of a file', 'longest < shortestMarks ? shortestMarks : longest + 1', 'shortestMarks'],
  ]),
  ...mutationsOf('src/assist/edits/writtenBlocks.ts', read, [
    ['shorter marks end a block', 'if (ends >= open.marks) return', 'if (ends > 0) return'],
    [
      'what the answer breaks off in counts',
      "if (open) blocks.push(ended(open, 'cut'));",
      "if (open) blocks.push(ended(open, 'closed'));",
    ],
  ]),
  ...mutationsOf(
    'src/assist/edits/fileNames.ts',
    ['test/assist/edits/fileNames.test.ts'],
    [
      [
        'the end of a path is one of several',
        'return ending.length === 1 ? ending[0] : undefined;',
        'return ending[0];',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/edits/hunkChoice.ts',
    ['test/assist/edits/hunkChoice.test.ts'],
    [
      ['what is left is made', '    if (!isTaken(index)) continue;\n', ''],
      ['what is left moves the lines below', 'isTaken(index) ? lines : end - first', 'lines'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/conversation/presentEdits.ts',
    ['test/interaction/conversation/presentEdits.test.ts'],
    [['what has no place is not named', 'cautions: [...told, ...ofNote, ...cautions]', 'cautions']],
  ),
  ...mutationsOf(
    'src/assist/noted/withNote.ts',
    ['test/assist/noted/withNote.test.ts'],
    [
      ['what a model wrote ends the comment', "/[^\\p{Script=Latin}0-9 .,:;()%’“”„…]+/gu, ' '", "/\\n/g, ' '"],
      ['a comment stands in JSX as text', "isMarkup !== marks.open.startsWith('<')", 'isMarkup === undefined'],
    ],
  ),
  ...mutationsOf(
    'src/assist/tasks/editFiles.ts',
    ['test/assist/tasks/editFiles.test.ts'],
    [['a file may go in part', "section('files', 95,", "section('files', 60,"]],
  ),
];
