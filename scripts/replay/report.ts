import type { Bundle } from './bundle/readBundle.ts';
import type { Replay } from './replayBundle.ts';
import type { Difference } from './run.ts';

/** What a replay came to, as lines for a terminal: what was replayed, a line for each difference, the sum. */
export function report({ version, madeAt, badLines, settings }: Bundle, replay: Replay): readonly string[] {
  const { counts, differences } = replay;
  const asked = counts.replayed + counts.shared + counts.joined + counts.otherSettings + counts.rehearsed;
  const targets = settings.targets.map(({ id }) => plain(id)).join(', ');
  return [
    `Bundle of version ${version}, made at ${madeAt}: ${many(asked, 'question')}, to ${targets || 'nobody'}.`,
    ...(badLines > 0
      ? [
          `${many(badLines, 'line')} of its journal could not be read and ${badLines === 1 ? 'was' : 'were'} passed over.`,
        ]
      : []),
    ...differences.map(difference => plain(lineOf(difference))),
    sumOf(asked, replay),
  ];
}

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function lineOf(difference: Difference): string {
  const at = new Date(difference.at).toISOString();
  if (difference.kind === 'question')
    return `${at}  ${difference.id}: recorded: ${difference.recorded}; now: ${difference.now}.`;
  const { now, recorded, target } = difference;
  const wanted = recorded ? `it went from ${recorded.before} to ${recorded.after}` : 'no change';
  return `${at}  circuit of ${target}: recorded: ${wanted}; now: it is ${now}.`;
}

function sumOf(asked: number, { counts, differences, assumedKeys }: Replay): string {
  const different = differences.filter(({ kind }) => kind === 'question').length;
  const circuits = differences.length - different;
  const parts = [
    `${counts.replayed - different} as recorded`,
    ...told(counts.joined, 'answered by an equal one under way'),
    ...told(counts.shared, 'not compared, because an equal one waited on'),
    ...told(counts.otherSettings, 'asked with other settings'),
    ...told(counts.rehearsed, 'with a simulated failure'),
  ];
  const keys = assumedKeys > 0 ? ` ${many(assumedKeys, 'time')} a new key or new credit was assumed.` : '';
  const changes = circuits > 0 ? ` and ${many(circuits, 'change')} of circuits` : '';
  const verb = different === 1 && circuits === 0 ? 'differs' : 'differ';
  return `${many(asked, 'question')}: ${parts.join(', ')}; ${different}${changes} ${verb}.${keys}`;
}

const told = (count: number, what: string): readonly string[] => (count > 0 ? [`${count} ${what}`] : []);

/** What others have named is shown in a terminal, which control characters would steer. */
const plain = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ');
