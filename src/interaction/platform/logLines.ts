import type { Failure } from '../../core/model/failure.ts';
import { isEscalationNote, type EscalationNote } from '../../core/escalation/escalationNote.ts';
import { isInjected } from '../../core/model/failure.ts';
import { cleanLine } from '../text/cleanText.ts';
import type { AnswerRecord, QuestionRecord } from '../../core/model/questionRecord.ts';
import type { CircuitEntry } from '../../core/journal/journalEntry.ts';
import type { AttemptNote, Note } from '../../core/model/note.ts';

/** A line of the log: what happened, as names and numbers only. No prompt, answer, key, or word of a provider. */
export interface JournalLine {
  readonly level: 'info' | 'warn';
  readonly text: string;
}

type Fields = Readonly<Record<string, string | number | undefined>>;

/** One line for each attempt, and one for the question with what was decided on the way. */
export function logLines(entry: QuestionRecord): readonly JournalLine[] {
  const attempts = entry.notes.filter(note => note.kind === 'attempt').map(note => attemptLine(entry, note));
  return [...attempts, questionLine(entry)];
}

function attemptLine({ id, task }: QuestionRecord, note: AttemptNote): JournalLine {
  const { target, number, outcome, tookMs, firstTokenMs, usage, spent, requestId, failure } = note;
  const isGood = outcome === 'answered' || outcome === 'cancelled';
  const text = line('attempt', {
    id,
    task,
    target,
    number,
    outcome,
    ...failureFields(failure),
    ms: Math.round(tookMs),
    firstTokenMs: firstTokenMs === undefined ? undefined : Math.round(firstTokenMs),
    in: usage?.inputTokens,
    out: usage?.outputTokens,
    spent,
    doubted: doubtedFields(usage),
    requestId,
  });
  return { level: isGood ? 'info' : 'warn', text };
}

/** Counts of the server that are not believed: 'output-low:2'. */
const doubtedFields = (usage: AttemptNote['usage']): string | undefined =>
  usage?.doubted?.map(({ side, why, reported }) => [`${side}-${why}`, reported].filter(isSaid).join(':')).join();

const isSaid = (value: string | number | undefined): boolean => value !== undefined;

function questionLine({ id, task, tookMs, notes, end }: QuestionRecord): JournalLine {
  const attempts = notes.filter(note => note.kind === 'attempt').length;
  const outcome = 'answer' in end ? 'answered' : end.failure.kind;
  const text = line('question', {
    id,
    task,
    outcome,
    ...('answer' in end ? answerFields(end.answer) : failureFields(end.failure)),
    ms: Math.round(tookMs),
    attempts,
    ...decisions(notes),
  });
  return { level: outcome === 'answered' || outcome === 'cancelled' ? 'info' : 'warn', text };
}

function answerFields({ from, model, freshness, finish, degraded, confidence, insteadOf }: AnswerRecord): Fields {
  return {
    from,
    model,
    freshness,
    finish,
    degraded: degraded.join() || undefined,
    tier: confidence?.tier,
    score: confidence?.score,
    insteadOf: insteadOf?.kind,
    rehearsed: isInjected(insteadOf) ? 'yes' : undefined,
  };
}

function failureFields(failure: Failure | undefined): Fields {
  if (!failure) return {};
  const { code, status, retryAfterMs, sent, facts } = failure.details;
  const { limitMs } = facts ?? {}; // which of our limits was over
  return { code, status, limitMs, retryAfterMs, sent, rehearsed: isInjected(failure) ? 'yes' : undefined };
}

/** One line for each change of a circuit, so that the log says since when a target is not asked. */
export function circuitLine({ target, before, after }: CircuitEntry): JournalLine {
  const text = line('circuit', { target, before, after });
  return { level: after === 'open' ? 'warn' : 'info', text };
}

/** What the layers said besides the attempts, in order. */
function decisions(notes: readonly Note[]): Fields {
  const of = (kind: Note['kind']) =>
    notes
      .filter(note => note.kind === kind)
      .map(decision)
      .join() || undefined;
  return {
    routed: of('routed'),
    skipped: of('skipped'),
    retries: of('retry'),
    noRetry: of('no-retry'),
    waited: of('waited'),
    otherKeys: of('other-key'),
    triedEarly: of('tried-early'),
    hedged: of('hedged'),
    trimmed: of('trimmed'),
    overBudget: of('over-budget'),
    askedAgain: of('asked-again'),
    fallbacks: of('fallback'),
    masked: of('masked'),
    hiddenShown: of('hidden-shown'),
    remembered: of('remembered'),
    uncached: of('uncached'),
    joined: of('joined'),
    instructions: of('instructions'),
    lastResort: of('last-resort'),
    judged: of('judged'),
    escalated: of('escalated'),
    weighed: of('weighed'),
    notEscalated: of('not-escalated'),
  };
}

function decision(note: Note): string {
  if (isEscalationNote(note)) return escalation(note);
  switch (note.kind) {
    case 'attempt':
      return note.outcome;
    case 'retry':
    case 'waited':
      return `${note.target}:${note.because}:${Math.round(note.delayMs)}ms`;
    case 'other-key':
      return `${note.target}:${note.keyName}:${note.because}`;
    case 'tried-early':
      return note.target;
    case 'hedged':
      return `${note.target}:${note.beside}:${Math.round(note.afterMs)}ms`;
    case 'trimmed':
      return [note.target, note.leftOut.join('+'), note.shortened.join('+')].join(':');
    case 'no-retry':
    case 'over-budget':
    case 'skipped':
      return `${note.target}:${note.because}`;
    case 'asked-again':
    case 'uncached':
      return note.because;
    case 'routed':
    case 'fallback':
    case 'last-resort':
      return choice(note);
    case 'hidden-shown':
      return `${note.count}:${note.kinds.join('+')}`;
    case 'remembered':
      return `${note.target}:${Math.round(note.ageMs)}ms`;
    case 'masked':
    case 'joined':
      return note.kind === 'joined' ? 'yes' : String(note.count);
    case 'instructions':
      return [note.used, note.cut, note.unused].map(({ length }) => length).join(':');
    case 'judged':
      return [note.tier, note.score, ...note.signs].join(':');
  }
}

/** How a doubtful answer was followed up, and what that came to. */
function escalation(note: EscalationNote): string {
  if (note.kind === 'escalated') return [`${note.from}>${note.target}`, note.how, ...note.because].join(':');
  if (note.kind === 'weighed') return `${note.target}:${note.how}:${note.outcome}`;
  return [note.because, ...(note.target === undefined ? [] : [note.target])].join(':');
}

/** Who was chosen, and why. */
function choice(note: Extract<Note, { kind: 'routed' | 'fallback' | 'last-resort' }>): string {
  if (note.kind === 'routed') return note.because.code === 'chain' ? '' : `${note.target}:${note.because.code}`;
  return note.kind === 'fallback' ? `${note.from}>${note.to}:${note.because}` : `${note.by}:${note.because}`;
}

/** 'attempt id=q1 target="my model"': values with spaces are quoted, empty ones left out. */
function line(name: string, fields: Fields): string {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return [name, ...pairs.map(([key, value]) => `${key}=${shown(String(value))}`)].join(' ');
}

/** Enough for the decisions of a question that went to six targets. */
const longestValue = 300;

function shown(value: string): string {
  const clean = cleanLine(value, longestValue);
  return /[\s"=]/.test(clean) ? JSON.stringify(clean) : clean;
}
