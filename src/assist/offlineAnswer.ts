import type { OfflineAnswer } from '../core/layers/lastResort.ts';
import type { Answer } from '../core/model/answer.ts';
import type { Facts, Question } from '../core/model/question.ts';

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

const mostListed = 12;

/**
 * An answer without any model: what the language services know about the code, said as such. undefined for an edit, which
 * cannot be done without one. The phrases are looked up at each answer, when the translation is there. Never rejects: where
 * nothing is known it says that.
 */
export const offlineAnswer =
  (phrases: () => OfflinePhrases): OfflineAnswer =>
  async question =>
    question.task === 'edit' ? undefined : { ...unasked, text: textOf(question, await factsOf(question), phrases()) };

const unasked: Omit<Answer, 'text'> = {
  from: 'offline',
  model: '',
  usage: { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, exact: true },
  freshness: 'offline',
  ageMs: 0,
  finish: 'stop',
  degraded: ['offline'],
};

async function factsOf({ facts }: Question): Promise<Facts | undefined> {
  try {
    return await facts?.();
  } catch {
    return undefined; // a language service that fails is one that knows nothing, and the answer says so
  }
}

function textOf(question: Question, facts: Facts | undefined, phrases: OfflinePhrases): string {
  const known = facts ? knowledge(facts, phrases) : [];
  const open = question.task === 'ask' ? [phrases.questionOpen] : [];
  const place = facts ? placeOf(facts, phrases) : extentOf(question, phrases);
  const rest = known.length > 0 ? known : [phrases.nothingKnown];
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

function extentOf({ expects }: Question, phrases: OfflinePhrases): string {
  const lines = expects.code.replace(/\r?\n$/, '').split('\n').length;
  return expects.code === '' ? '' : phrases.extent(lines, expects.language);
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

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
