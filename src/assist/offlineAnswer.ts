import type { Facts } from './facts.ts';

/** The sentences around the facts; the editor translates them. What files and services say is never put into them raw. */
export interface OfflinePhrases {
  /** Said first. */
  readonly noModel: string;
  /** That a question in words is therefore still open. */
  readonly questionOpen: string;
  readonly nothingKnown: string;
  readonly signature: string;
  readonly members: string;
  readonly problems: string;
  readonly uses: (count: number) => string;
  readonly place: (file: string, startLine: number, endLine: number) => string;
  /** How much code it is, where not even its place is known. */
  readonly extent: (lines: number, language: string) => string;
  readonly symbol: (kind: string, name: string) => string;
  readonly line: (line: number) => string;
  readonly more: (count: number) => string;
}

/** What is known where no model is asked. */
export interface Known {
  /** undefined: the language services said nothing, or failed. */
  readonly facts: Facts | undefined;
  readonly code: string;
  readonly language: string;
}

const mostListed = 12;

/**
 * A text without any model: what the language services know about the code, said as such; where nothing is known it says
 * that. `isOpen`: the user asked something in words, which this does not answer.
 */
export function offlineAnswer(known: Known, phrases: OfflinePhrases, { isOpen }: { readonly isOpen: boolean }): string {
  const { facts } = known;
  const parts = facts ? knowledge(facts, phrases) : [];
  const open = isOpen ? [phrases.questionOpen] : [];
  const place = facts ? placeOf(facts, phrases) : extentOf(known, phrases);
  const rest = parts.length > 0 ? parts : [phrases.nothingKnown];
  return [[phrases.noModel, ...open].join(' '), place, ...rest].filter(text => text !== '').join('\n\n');
}

function knowledge(facts: Facts, phrases: OfflinePhrases): string[] {
  return [
    section(
      phrases.signature,
      facts.hovers.map(hover => fenced(facts.language, hover)),
    ),
    section(
      phrases.members,
      listed(facts.children, phrases, ({ name, kind, line }) => memberLine(name, kind, phrases.line(line))),
    ),
    section(
      phrases.problems,
      listed(facts.diagnostics, phrases, problem => problemLine(problem, phrases)),
    ),
    section(
      phrases.uses(facts.references.length),
      listed(facts.references, phrases, ({ file, line }) => `- ${code(`${file}:${line}`)}`),
    ),
  ].filter(text => text !== '');
}

function placeOf({ file, startLine, endLine, symbol, symbolKind }: Facts, phrases: OfflinePhrases): string {
  const place = phrases.place(code(file), startLine, endLine);
  return symbol === '' ? place : `${phrases.symbol(symbolKind, code(symbol))} ${place}`;
}

function extentOf({ code, language }: Known, phrases: OfflinePhrases): string {
  const lines = code.replace(/\r?\n$/, '').split('\n').length;
  return code === '' ? '' : phrases.extent(lines, language);
}

const section = (title: string, parts: readonly string[]): string =>
  parts.length === 0 ? '' : [`**${title}**`, parts.join('\n')].join('\n\n');

function listed<T>(all: readonly T[], phrases: OfflinePhrases, line: (one: T) => string): readonly string[] {
  const lines = all.slice(0, mostListed).map(line);
  return all.length > mostListed ? [...lines, `- ${phrases.more(all.length - mostListed)}`] : lines;
}

const memberLine = (name: string, kind: string, place: string): string => `- ${code(name)} (${kind}, ${place})`;

const problemLine = ({ line, severity, message }: Facts['diagnostics'][number], phrases: OfflinePhrases): string =>
  `- ${severity}, ${phrases.line(line)}: ${code(message)}`;

/** What files and services say is data: a fence longer than any inside keeps it so. */
function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.trim()}\n${fence}`;
}

function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const fence = '`'.repeat(longestRun(line) + 1);
  return `${fence} ${line} ${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
