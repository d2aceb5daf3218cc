import { atOnce } from '../../../src/core/shared/steps.ts';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import type { Assistance } from '../../../src/assist/assistance.ts';
import { createQuestion } from '../../../src/assist/createQuestion.ts';
import { explain } from '../../../src/assist/tasks/explain.ts';
import { surroundingsIn } from '../../../src/assist/reading/searchedText.ts';
import { AnswerCache } from '../../../src/core/cache/answerCache.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { Ask } from '../../../src/core/model/layer.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { render } from '../../../src/core/model/prompt.ts';
import { DocumentScans } from '../../../src/core/secrets/documentScans.ts';
import { maskText, type Mask } from '../../../src/core/secrets/maskText.ts';
import { Journal } from '../../../src/core/journal/journal.ts';
import type { JournalEntry } from '../../../src/core/journal/journalEntry.ts';
import { journalLine } from '../../../src/core/journal/journalLine.ts';
import { RecordList } from '../../../src/core/shared/recordList.ts';
import { promptText } from '../../../src/interaction/asking/promptText.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { readStoredAnswer, storedAnswer, type StoredAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import {
  readStoredQuestion,
  storedQuestion,
  type StoredQuestion,
} from '../../../src/interaction/history/storedQuestion.ts';
import { failedWith, incidentText, mendableText } from '../../../src/interaction/incidents/incidentText.ts';
import { logLines } from '../../../src/interaction/platform/logLines.ts';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { systemClock } from '../../../src/libraries/systemClock.ts';
import { AnswerSegments } from '../../../src/storage/answerSegments.ts';
import { createFiles } from '../../../src/storage/files.ts';
import { contextOf } from '../../assist/context.ts';
import { house } from '../../support/house.ts';
import { answerOf, targetOf } from '../../support/scripted.ts';
import { toldOfJournal } from './toldOfJournal.ts';

/** What was written down and sent, by the name of the place. */
export type SinkTexts = ReadonlyMap<string, readonly string[]>;

/** A piece of a document, and the secrets in it. */
export interface SecretPiece {
  readonly text: string;
  readonly secrets: readonly string[];
}

/** The sinks that are looked at. */
export const sinkNames = [
  'sent',
  'preview',
  'log',
  'record',
  'journal',
  'notification',
  'metrics',
  'dashboard',
  'usage.csv',
  'bundle',
  'answers.json',
  'review.json',
  'queue.json',
  'segment',
] as const;

/**
 * Asks about places around secrets, of a server that repeats what it is sent or fails with it, with the stores of the house on
 * the disk; gives all that was written down and sent.
 */
export async function playSecrets(pieces: readonly SecretPiece[]): Promise<SinkTexts> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'secret-sinks-'));
  const awake = setInterval(() => undefined, 1_000); // the clock's own timers let a process end
  try {
    const world = openWorld(folder);
    for (const [number, piece] of pieces.entries()) await askAround(piece, number, world);
    await world.answers.flush();
    for (const [name, text] of await toldOfJournal(world.entries, world.sinks.texts.get('log') ?? [], mask))
      world.sinks.add(name, text);
    for (const [name, text] of await filesIn(folder)) world.sinks.add(name, text);
    return world.sinks.texts;
  } finally {
    clearInterval(awake);
    await rm(folder, { recursive: true, force: true });
  }
}

/** In which sinks one of the secrets stands: whole, its end, or a long piece of it, from which it could be made whole. */
export function leaksOf(secrets: readonly string[], sinks: SinkTexts): readonly string[] {
  const pieces = secrets.flatMap(secret => [
    secret,
    ...(secret.includes('\n') ? longLinesOf(secret) : [secret.slice(-12)]),
  ]);
  const sought = [...new Set(pieces.flatMap(piece => [piece, JSON.stringify(piece).slice(1, -1)]))];
  const holds = (text: string): boolean => sought.some(piece => text.includes(piece));
  return [...sinks].filter(([, texts]) => texts.some(holds)).map(([name]) => name);
}

const longLinesOf = (secret: string): readonly string[] =>
  secret
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.length >= 32 && !line.startsWith('-----'))
    .map(line => line.slice(0, 24));

class Sinks {
  readonly texts = new Map<string, string[]>(sinkNames.map(name => [name, []]));

  add(name: string, text: string): void {
    this.texts.set(name, [...(this.texts.get(name) ?? []), text]);
  }
}

interface World {
  readonly sinks: Sinks;
  readonly answers: AnswerCache;
  readonly entries: readonly JournalEntry[];
  readonly client: ReturnType<typeof house>['client'];
  readonly keep: (asked: Asked, text: string) => Promise<void>;
  readonly scans: DocumentScans;
}

interface Asked {
  readonly assistance: Assistance;
  readonly context: ReturnType<typeof contextOf>;
}

const mask: Mask = (text, known) => maskText(text, { scan: scanSecrets }, known);

function openWorld(folder: string): World {
  const sinks = new Sinks();
  const fail = (trouble: string): never => {
    throw new Error(`a store is in trouble: ${trouble}`);
  };
  const store = new AnswerSegments({
    folder: path.join(folder, 'segments'),
    maxBytes: () => 1e8,
    clock: systemClock,
    onTrouble: fail,
  });
  const answers = new AnswerCache(systemClock, () => ({ maxEntries: 10_000, ttlMs: 1e9 }), { store, mask });
  let count = 0;
  const server: Ask = async question => {
    const sent = render(question.request)
      .map(({ content }) => content)
      .join('\n');
    sinks.add('sent', JSON.stringify({ ...question, signal: undefined }));
    if ((count += 1) % 3 === 0)
      throw new Failure('bad-request', { code: sent.slice(-60), facts: { param: sent }, partial: sent });
    return answerOf('a', spokenOf(sent, question));
  };
  const entries: JournalEntry[] = [];
  const journal = new Journal({
    ...{ clock: systemClock, workspace: () => 'w', costOf: () => undefined, savingsOf: () => [] },
    circuitOf: () => 'closed',
    sink: { append: entry => (entries.push(entry), sinks.add('journal', journalLine(entry))) },
  });
  const { client } = house([{ target: targetOf('a'), ask: server, calls: [], stopped: [] }], {
    clock: systemClock,
    answers,
    redaction: { scan: scanSecrets, enabled: () => true },
    observers: [
      { ...journal.observer, ended: record => (journal.observer.ended?.(record), journal.settle()) },
      { ended: record => logLines(record).forEach(({ text }) => sinks.add('log', text)) },
      {
        noted: (_, note) => sinks.add('record', inspect(note)),
        ended: record => sinks.add('record', inspect(record, { depth: 12 })),
      },
      {
        ended: record => {
          const failure = failedWith(record);
          if (!failure) return;
          for (const text of [incidentText, mendableText])
            sinks.add(
              'notification',
              text(record, failure, id => id),
            );
        },
      },
    ],
  });
  return {
    sinks,
    answers,
    entries,
    client,
    keep: keeperIn(folder, sinks, fail),
    scans: new DocumentScans(scanSecrets),
  };
}

/** All that was sent but the instructions: who repeats those is doubted, and what is doubted is kept nowhere. */
const spokenOf = (sent: string, { request }: Question): string =>
  request.parts
    .filter(({ role, priority }) => role === 'system' || priority >= 100)
    .reduce((left, { text }) => left.replace(text, ''), sent);

/** Puts what was asked and answered into the lists of the house. */
function keeperIn(folder: string, sinks: Sinks, onTrouble: (trouble: string) => never): World['keep'] {
  const lists = createFiles(folder, onTrouble);
  const common = { store: lists, limit: 40, wall: () => systemClock.wall(), onTrouble };
  const recent = new RecordList<StoredAnswer>({ ...common, name: 'answers.json', read: readStoredAnswer });
  const review = new RecordList<StoredAnswer>({ ...common, name: 'review.json', read: readStoredAnswer });
  const queue = new RecordList<StoredQuestion>({ ...common, name: 'queue.json', read: readStoredQuestion });
  let count = 0;
  return async (asked, text) => {
    const id = String((count += 1));
    const begun = newTurn({ id, title: asked.context.input || 'Explain', form: 'prose', status: 'Answered' });
    const turn = { ...begun, phase: 'done' as const, text, answer: answerOf('a', text) };
    const keeping = { conversation: id, at: count, mask };
    const [answer, question] = [await storedAnswer(turn, asked, keeping), await storedQuestion(turn, asked, keeping)];
    const [list, name] = count % 2 === 0 ? ([recent, 'answers.json'] as const) : ([review, 'review.json'] as const);
    if (answer) await list.add(answer);
    await queue.add(question);
    // a list keeps the last of them only
    sinks.add(name, JSON.stringify(answer));
    sinks.add('queue.json', JSON.stringify(question));
  };
}

const filler = (name: string, lines: number): readonly string[] =>
  Array.from({ length: lines }, (_, at) => `${name}${at}: entry ${at} of the list`);

/** Asks four times: right below the secrets, far below them, above them, and about the line in their middle. */
async function askAround({ text }: SecretPiece, number: number, world: World): Promise<void> {
  const lines = text.split('\n');
  const all = [...filler('head', 20), ...lines, ...filler('tail', 70)];
  const middle = 20 + Math.floor(lines.length / 2);
  const below = 20 + lines.length;
  const places = [
    [below, below + 2],
    [below + 50, below + 52],
    [17, 19],
    [middle, middle],
  ] as const;
  for (const [startLine, endLine] of places) await askAt({ all, startLine, endLine, number }, world);
}

interface AskedPlace {
  readonly all: readonly string[];
  readonly startLine: number;
  readonly endLine: number;
  readonly number: number;
}

async function askAt({ all, startLine, endLine, number }: AskedPlace, world: World): Promise<void> {
  const text = all.join('\n');
  const findings = await world.scans.findingsIn('document', text);
  const around = atOnce(surroundingsIn({ firstLine: 0, text, findings }, { startLine, endLine }, []));
  const context = contextOf({ ...around, code: all.slice(startLine, endLine + 1).join('\n'), document: `${number}` });
  const question = createQuestion(explain, context, {
    clock: systemClock,
    id: `${number}-${startLine}`,
    scope: '',
    totalMs: 60_000,
    signal: new AbortController().signal,
    notes: () => undefined,
  });
  world.sinks.add(
    'preview',
    promptText((await world.client.preview(question)).map(each => ({ ...each, exactTokens: 1 }))),
  );
  const said = await textOf(world.client.ask(question));
  await world.keep({ assistance: explain, context }, said);
}

/** The text of an answer, or as much of it as had arrived before a failure. */
async function textOf(answer: Promise<Answer>): Promise<string> {
  try {
    return (await answer).text;
  } catch (error) {
    if (error instanceof Failure) return error.details.partial ?? '';
    throw error;
  }
}

async function filesIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async ({ name, parentPath }) => {
        const text = await readFile(path.join(parentPath, name), 'utf8');
        return [parentPath.endsWith('segments') ? 'segment' : name, text] as const;
      }),
  );
}
