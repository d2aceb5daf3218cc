import { Failure } from '../../../../src/core/model/failure.ts';
import { priced, workspace } from '../../stage/budgetOf.ts';
import { endOf } from '../../stage/endOf.ts';
import { silent, streaming } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

/** VIII. What becomes of that which is kept on this machine, F174 to F180. */
export const keepingRows: readonly Row[] = [
  {
    id: 'F174',
    title: 'deactivating ends five streams and writes what they cost',
    serve: streaming(wire => wire.begun('It '), silent),
    target: () => priced,
    world: { budget: { dayTokens: 10_000 } },
    heldBy: [
      [
        'core/budget/ledger/files.test.ts',
        'F174 what is settled while the window closes stands in the file when that returns',
      ],
      ['storage/fileLog/disk.test.ts', 'a window that closes writes what waits before it returns'],
    ],
    course: async stage => {
      const asked = [1, 2, 3, 4, 5].map(one => stage.ask({ words: String(one), watched: true }));
      await stage.clock.quiet();
      const at = stage.clock.now();
      for (const { stop } of asked) stop.abort(new Failure('cancelled'));
      const ends = await Promise.all(asked.map(one => endOf(one, stage)));
      await stage.clock.quiet();
      const told = asked.flatMap(({ notes }) => stage.attempts(notes)).map(({ usage }) => usage);
      const tokens = told.reduce((sum, usage) => sum + (usage ? usage.inputTokens + usage.outputTokens : 0), 0);
      const { used, reserved } = stage.ledger?.standing(workspace).day ?? {};
      const open = stage.server?.unsettled;
      return { ends, tookMs: stage.clock.now() - at, open, reserved, isWritten: tokens > 0 && used === tokens };
    },
    played: { ends: Array(5).fill('cancelled'), tookMs: 0, open: 0, reserved: 0, isWritten: true },
  },
  elsewhere('F175', 'a kill at any moment loses nothing that was acknowledged', [
    [
      'core/budget/ledger/processes.test.ts',
      'F175 F177 eight windows, killed at any moment, lose no settled token, count none twice and overspend nothing, ${name}',
    ],
    [
      'core/budget/ledger.test.ts',
      'F175 a window that was closed in the middle leaves its estimate, which counts as spent a minute after its deadline',
    ],
    [
      'storage/fileLog/processes.test.ts',
      'eight windows, killed at any moment, lose nothing that was acknowledged and agree on the order, ${name}',
    ],
    [
      'storage/answerSegments/processes.test.ts',
      'F175, F176: windows that are killed while they keep answers lose none that was kept, and damage nothing',
    ],
    ['storage/files.test.ts', 'a process that is killed at any moment leaves a whole text, the old one or the new one'],
  ]),
  elsewhere('F176', 'an old and a new host append to the same files', [
    [
      'storage/answerSegments.test.ts',
      'F176: an old window that still lives beside the new one adds its answers, and both find all',
    ],
    ['storage/fileLog.test.ts', 'has one order for all windows, each with its own records in their place'],
    ['core/budget/ledger/files.test.ts', 'windows that turn the day together agree, and count nothing twice'],
    ['core/shared/recordList.test.ts', 'two windows see and keep what the other added'],
  ]),
  elsewhere('F177', 'eight windows share gates and do not overspend', [
    [
      'core/budget/ledger.test.ts',
      'F177 of eight windows that want the last tokens at once, as many are granted as fit, and all agree',
    ],
    [
      'core/budget/ledger/processes.test.ts',
      'F175 F177 eight windows, killed at any moment, lose no settled token, count none twice and overspend nothing, ${name}',
    ],
    ['core/layers/budget.test.ts', 'F177 what other windows hold counts against an attempt here'],
    ['core/resilience/sharedCircuits.test.ts', 'what one window finds out the others know a second later'],
    ['core/resilience/sharedCircuits.test.ts', 'a rate limit holds in every window, for the same rest'],
  ]),
  elsewhere('F178', 'a full, forbidden or missing disk stops no question', [
    ['core/layers/budget.test.ts', 'F178 otherwise requests keep working while the ledger cannot be kept'],
    [
      'core/layers/budget.test.ts',
      'F178 where the user wants it strict, nothing that costs is sent while the ledger cannot be kept',
    ],
    [
      'core/budget/ledger/files.test.ts',
      'F178 where nothing can be kept half of what was left is granted, and all of it again when it can',
    ],
    [
      'core/budget/ledger/files.test.ts',
      'F178 after the folder was deleted the windows go on, and what they know is not forgotten',
    ],
    [
      'storage/fileLog/disk.test.ts',
      'a disk that fails is said once; the window goes on alone and tells the others when it works again',
    ],
    ['storage/fileLog/disk.test.ts', 'a read-only folder is said as forbidden'],
    ['storage/fileLog/disk.test.ts', 'a file that cannot grow is said as full'],
    [
      'storage/answerSegments/disk.test.ts',
      'F178: a disk that fails is said once and tried again later, and nothing is thrown, but who wants all forgotten is told',
    ],
    [
      'storage/answerSegments/disk.test.ts',
      'F178: a full disk is said as full, and when there is space again answers are kept again',
    ],
    ['core/shared/recordList.test.ts', 'when the disk fails it goes on in memory and says so once'],
  ]),
  elsewhere('F179', 'a damaged file is set aside and never throws', [
    [
      'core/budget/ledger/damage.test.ts',
      'F179 a ledger that was cut anywhere opens and counts what is whole, no more and no less',
    ],
    [
      'core/budget/ledger/damage.test.ts',
      'F179 a ledger with any byte changed opens and counts what is whole, no more and no less',
    ],
    [
      'storage/fileLog/damage.test.ts',
      '${name} in the place of the file is set aside, said once, and the log begins anew',
    ],
    ['storage/fileLog/damage.test.ts', 'a whole line of a later version is passed over'],
    [
      'storage/answerSegments/damage.test.ts',
      'F175, F179: of a segment that was cut anywhere all whole answers are found, and no other',
    ],
    [
      'storage/answerSegments/damage.test.ts',
      'F179: an answer with a byte changed anywhere is never given, and the others are',
    ],
    [
      'storage/answerSegments/damage.test.ts',
      'F179: a folder and a file of 1 GB in the place of segments are set aside, said once, and keep nobody from the others',
    ],
    ['storage/files.test.ts', 'a folder in the place of a file is set aside, whole, when it is read'],
    ['core/shared/recordList.test.ts', 'a file of no use is set aside and not lost: ${JSON.stringify(text)}'],
  ]),
  elsewhere('F180', 'a rename that is refused is tried again, and the old file is whole', [
    ['storage/replaceFile.test.ts', 'F180 a file that is held for a moment gets its new text when it is let go'],
    ['storage/replaceFile.test.ts', 'F180 a file that is held for long keeps its old text, and no draft is left'],
  ]),
];

/** A row that is not about a wire, and held by tests elsewhere. */
function elsewhere(id: Row['id'], title: string, heldBy: NonNullable<Row['heldBy']>): Row {
  return { id, title, wires: 'none', heldBy };
}
