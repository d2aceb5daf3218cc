import { areaCases } from '../../test/faults/areas/all.ts';
import type { AreaCase } from '../../test/faults/areas/areaCase.ts';
import { cell, table } from './markdown.ts';

/** Which public reports were looked up, what became a case of each, and what was wrong before. */
export function reportPage(): string {
  const sections = Object.entries(areaCases).map(([area, cases]) => areaText(area, cases));
  return `${[preface, overview(), ...sections].join('\n\n')}\n`;
}

const preface = `# Public reports that are played

What people reported of other assistants, clients and servers, in six areas: how streams end, where models put their
thoughts, which part of an answer is the code, what an edit does to a file, what servers refuse, and what is too much for them. Each report has become one case in
\`test/faults/areas\`, which \`test/faults/areas.test.ts\` plays with the real client and the real adapters, over real sockets where
something is sent. Other reports are played by \`test/faults/reports.test.ts\`. This page is made of the cases by \`npm run docs\`.

How to read it: _sent_ is what a server or a model gives. _Before_ says what came of it before Steadfast was mended; where it
is empty, it has always been right.`;

const overview = (): string =>
  table(
    ['area', 'reports', 'were wrong before'],
    Object.entries(areaCases).map(([area, cases]) => [
      area,
      String(cases.length),
      String(cases.filter(wasWrong).length),
    ]),
  );

const wasWrong = ({ before }: AreaCase): boolean => before !== undefined;

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

/** 'owner/repository#number'. */
function nameOf(source: string): string {
  const [owner, repository, , number] = new URL(source).pathname.split('/').slice(1);
  return `${owner}/${repository}#${number}`;
}
