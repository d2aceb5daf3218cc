import { faultRows } from '../../test/faults/rows/all.ts';
import type { Expected, Row } from '../../test/faults/stage/row.ts';
import { cell, code, duration, table } from './markdown.ts';
import { sentInRow } from './sentInRow.ts';

type Section = keyof typeof faultRows;

const titles: Readonly<Record<Section, string>> = {
  connection: 'Connections',
  status: 'Refusals by status',
  retryAfter: 'Waits that a server asks for',
  bodies: 'Bodies',
  cutStreams: 'Streams that end before their end',
  strangeStreams: 'Streams that are written strangely',
  meaning: 'What an answer means',
  bounds: 'Our own bounds: time, circuits, budgets, other windows',
  localWorld: 'This machine',
};

/** The whole fault matrix as a page, from the rows that the tests play. */
export async function faultMatrixPage(): Promise<string> {
  const sections = Object.keys(titles) as Section[];
  const parts = await Promise.all(sections.map(sectionText));
  return `${[preface, ...parts].join('\n\n')}\n`;
}

const preface = `# The fault matrix

What can go wrong between Steadfast and a model provider, and what Steadfast does about it. This page is made of the rows in
\`test/faults/rows\` by \`npm run docs\`, and a test holds that it says what they say. Each row is played by the tests with the
real client, over real sockets: on OpenAI's wire, on Anthropic's wire and for a server on this machine, where the row does not
say otherwise. Time is virtual, so waits are exact.

How to read it: _sent_ is what the server does with the first request. _Must happen_ begins with the rule in a sentence, then
says what must be seen when the target is **alone**, when a healthy target **elsewhere** comes after it, when another model
at the **same server** comes after it, and when the user **watches** the answer being written. _Weight_ counts against the
target's circuit, which opens at 5; while a _gate_ is closed the target is not asked. Failures have the names of
\`src/core/model/failure.ts\`.`;

async function sectionText(section: Section): Promise<string> {
  const rows: readonly Row[] = faultRows[section];
  const lines = await Promise.all(
    rows.map(async row => [nameOf(row), cell(await sentInRow(row)), cell(wantedIn(row)), heldBy(row, section)]),
  );
  return `## ${titles[section]}\n\n${table(['row', 'sent', 'must happen', 'held by'], lines)}`;
}

function nameOf({ id, variant, wires }: Row): string {
  const only = wires === undefined || wires === 'none' ? '' : ` (${wires.join(', ')})`;
  return cell(`${id}${variant === undefined ? '' : ` ${variant}`}${only}`);
}

const scenes = [
  ['alone', 'alone'],
  ['backup', 'elsewhere'],
  ['neighbour', 'same server'],
  ['watched', 'watched'],
  ['watchedBackup', 'watched, elsewhere'],
] as const;

function wantedIn(row: Row): string {
  const seen = scenes.flatMap(([scene, words]) => {
    const expected = row[scene];
    return expected ? [`**${words}**: ${outcome(expected, scene !== 'alone' && scene !== 'watched')}`] : [];
  });
  const course = row.course ? ['played as a course of events'] : [];
  const pending = row.pending === undefined ? [] : [`pending: ${row.pending}`];
  return [row.title, ...seen, ...course, ...pending].join('<br>');
}

function outcome(expected: Expected, hasSecond: boolean): string {
  const { requests, trips = 0, gate, gateMs, stored, tookMs, partial } = expected;
  return [
    endWords(expected, hasSecond),
    `${requests} ${requests === 1 ? 'request' : 'requests'}`,
    ...(trips > 0 ? [`weight ${trips}`] : []),
    ...(gate === undefined ? [] : [`gate ${gate}${gateMs === undefined ? '' : ` for ${duration(gateMs)}`}`]),
    ...(partial === undefined ? [] : [`what came is kept: ${code(partial, 40)}`]),
    ...(stored === true ? ['remembered'] : []),
    ...(tookMs === undefined ? [] : [`after ${timeWords(tookMs)}`]),
  ].join(', ');
}

function endWords({ ends = 'answered', code: finer, by }: Expected, hasSecond: boolean): string {
  const who = (by ?? (hasSecond ? 'backup' : 'target')) === 'backup' ? 'the other target' : 'the target';
  if (ends === 'answered') return `answered by ${who}`;
  if (ends === 'refused' || ends === 'length')
    return `an answer that is ${ends === 'refused' ? 'a refusal' : 'cut off'}`;
  return `ends as ${code(finer === undefined ? ends : `${ends}/${finer}`)}`;
}

const timeWords = (took: NonNullable<Expected['tookMs']>): string =>
  typeof took === 'number' ? duration(took) : `${duration(took[0])} to ${duration(took[1])}`;

function heldBy({ heldBy: elsewhere = [], ...row }: Row, section: Section): string {
  const isPlayed = row.course !== undefined || scenes.some(([scene]) => row[scene]);
  const own = isPlayed ? [`\`faults/${section}.test.ts\``] : [];
  return [...own, ...new Set(elsewhere.map(([file]) => `\`${file}\``))].join('<br>');
}
