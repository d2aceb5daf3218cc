import { areaCases } from '../../test/faults/areas/all.ts';
import { allAssistanceCases } from '../../test/faults/assistances/playAssistance.ts';
import { playedTasks, type AssistanceCase, type PlayedTask } from '../../test/faults/assistances/assistanceCase.ts';
import type { AreaCase } from '../../test/faults/areas/areaCase.ts';
import { cell, code, table } from './markdown.ts';

/** Which public reports were looked up, what became a case of each, and what was wrong before. */
export function reportPage(): string {
  const sections = Object.entries(areaCases).map(([area, cases]) => areaText(area, cases));
  return `${[preface, overview(), ...sections, ...playedTasks.map(taskText)].join('\n\n')}\n`;
}

const preface = `# Public reports that are played

What people reported of other assistants, clients and servers, in six areas: how streams end, where models put their
thoughts, which part of an answer is the code, what an edit does to a file, what servers refuse, and what is too much for them. Each report has become one case in
\`test/faults/areas\`, which \`test/faults/areas.test.ts\` plays with the real client and the real adapters, over real sockets where
something is sent. Other reports are played by \`test/faults/reports.test.ts\`; those of five assistances, fix, tests, docs,
rename and the message of a commit, by \`test/faults/assistances/assistances.test.ts\` with the assistances' own readings and prompts. This page is made of the cases by \`npm run docs\`.

How to read it: _sent_ is what a server or a model gives. _Before_ says what came of it before Steadfast was mended; where it
is empty, it has always been right.`;

const overview = (): string =>
  table(
    ['area', 'reports', 'were wrong before'],
    [...Object.entries(areaCases), ...playedTasks.map(task => [task, casesOf(task)] as const)].map(([area, cases]) => [
      area,
      String(cases.length),
      String(cases.filter(wasWrong).length),
    ]),
  );

const casesOf = (task: PlayedTask): readonly AssistanceCase[] =>
  allAssistanceCases.filter(([each]) => each === task).map(([, report]) => report);

const wasWrong = ({ before }: Pick<AreaCase, 'before'>): boolean => before !== undefined;

function areaText(area: string, cases: readonly AreaCase[]): string {
  const rows = cases.map(({ name, source, sent, must, before = '' }) => [
    cell(name),
    `[${nameOf(source)}](${source})`,
    cell(sent),
    cell(must),
    cell(before),
  ]);
  return `## ${area.charAt(0).toUpperCase()}${area.slice(1)}\n\n${table(['case', 'report', 'sent', 'must happen', 'before'], rows)}`;
}

/** What was reported of an assistance; its case, by name, in `test/fixtures/reports/assistances`. */
function taskText(task: PlayedTask): string {
  const rows = casesOf(task).map(({ name, source, alsoReported = [], happened, must, before }) => [
    name,
    [source, ...alsoReported].map(each => `[${nameOf(each)}](${each})`).join(', '),
    cell(happened),
    cell(must),
    before === undefined ? '' : code(before),
  ]);
  return `## ${task}\n\n${table(['case', 'reports', 'happened', 'must happen', 'before'], rows)}`;
}

/** 'owner/repository#number'. */
function nameOf(source: string): string {
  const [owner, repository, , number] = new URL(source).pathname.split('/').slice(1);
  return `${owner}/${repository}#${number}`;
}
