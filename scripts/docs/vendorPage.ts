import { vendorProfiles, type VendorProfile, type VendorRefusal } from '../../test/faults/vendors/vendorProfile.ts';
import { cell, code, table } from './markdown.ts';

/** Which vendors were tried, how, and what is special about each, from the profiles that the tests play. */
export function vendorPage(): string {
  const profiles = vendorProfiles();
  return `${[preface, overview(profiles), ...profiles.map(vendorText)].join('\n\n')}\n`;
}

const preface = `# Providers that were tried

Steadfast was not tried against the vendors' own servers: that needs keys and money. Each vendor has a _profile_ in
\`test/fixtures/vendors\`: its list of models, one whole stream, its limits, and its ways of saying each refusal, with where each
was seen. The tests play all of it over real sockets with the real client. The list must be read, the stream answered whole, and
each refusal must be understood and the next healthy target must answer. This page is made of the profiles by
\`npm run docs\`.

_Recorded_: the bytes are a recording of the real server. _From documentation_: written as the vendor's own pages show it.
_From reports_: written as people quoted it in public bug reports.`;

const overview = (profiles: readonly VendorProfile[]): string =>
  table(
    ['vendor', 'stream', 'refusals tried', 'limits in headers', 'what is special'],
    profiles.map(({ name, stream, refusals, limits, special }) => [
      name,
      stream.how,
      String(refusals.length),
      limits ? 'read' : 'none known',
      cell(special.join('<br>')),
    ]),
  );

function vendorText({ name, refusals, never = {}, models, stream, limits }: VendorProfile): string {
  const sources = [
    `models: ${models.source}`,
    `stream: ${stream.source}`,
    ...(limits ? [`limits: ${limits.source}`] : []),
  ];
  const rows = refusals.map(refusal => [
    refusal.says,
    String(refusal.status),
    said(refusal),
    kindOf(refusal),
    cell(refusal.source),
  ]);
  const nevers = Object.entries(never).map(([says, why]) => `- no refusal for _${says}_: ${why}`);
  return [
    `## ${name}`,
    sources.map(source => `- ${source}`).join('\n'),
    table(['about', 'status', 'what it says', 'understood as', 'seen'], rows),
    ...(nevers.length > 0 ? [nevers.join('\n')] : []),
  ].join('\n\n');
}

/** A body, or what is streamed in its place. */
function said({ body, events }: VendorRefusal): string {
  const texts = events?.map(event => (typeof event === 'string' ? event : `data: ${JSON.stringify(event)}\n\n`));
  return code(texts === undefined ? JSON.stringify(body) : texts.join(''), 260);
}

const kindOf = ({ kind, waitMs, parameter }: VendorRefusal): string =>
  [
    kind,
    ...(waitMs === undefined ? [] : [`wait ${waitMs} ms`]),
    ...(parameter === undefined ? [] : [`learns \`${parameter}\``]),
  ].join(', ');
