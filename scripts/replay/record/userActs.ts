import type {
  CircuitEntry,
  CircuitState,
  JournalEntry,
  QuestionEntry,
} from '../../../src/core/journal/journalEntry.ts';
import { wasLetGo, type RecordedQuestion } from './recordedQuestion.ts';

/** What befell a circuit that no question did. Moments are wall-clock ms. */
export interface UserAct {
  readonly at: number;
  readonly target: string;
  /** The user paused it, or wanted it asked again; or it is only known that it stood so from then on. */
  readonly does: 'pause' | 'reset' | { readonly adopt: CircuitState };
}

/** The changes of circuits, by whether a question brought them about. */
export interface CircuitStory {
  readonly acts: readonly UserAct[];
  /** What the client is to do again, by time. */
  readonly expected: readonly CircuitEntry[];
}

/** Between the end of an attempt and what follows for its circuit, ms. */
const slackMs = 60;

/** Sorts the changes of circuits out, and finds how each stood when the journal began. `entries` by time. */
export function circuitStory(entries: readonly JournalEntry[], questions: readonly RecordedQuestion[]): CircuitStory {
  const changes = entries.filter(entry => entry.kind === 'circuit');
  const beganAt = entries[0]?.at ?? 0;
  const firsts = new Map<string, CircuitEntry>();
  for (const change of changes) if (!firsts.has(change.target)) firsts.set(change.target, change);
  const acts: UserAct[] = [...firstStates(firsts, entries)].map(([target, state]) => ({
    ...{ at: beganAt, target, does: { adopt: state } },
  }));
  const probes = probesOf(questions);
  const expected: CircuitEntry[] = [];
  for (const change of changes) {
    const { at, target, before, after } = change;
    const isFirst = firsts.get(target) === change;
    if (isFirst && before === 'half-open')
      acts.push({ at, target, does: { adopt: after } }); // by a question from before
    else if (after === 'paused') acts.push({ at, target, does: 'pause' });
    else if (after === 'closed' && !(before === 'half-open' && isProbed(at, probes.get(target))))
      acts.push({ at, target, does: 'reset' });
    expected.push(change);
  }
  return {
    acts,
    expected: expected.filter(change => !(firsts.get(change.target) === change && change.before === 'half-open')),
  };
}

/** How circuits stood at the beginning that were not closed. */
function firstStates(
  firsts: ReadonlyMap<string, CircuitEntry>,
  entries: readonly JournalEntry[],
): ReadonlyMap<string, CircuitState> {
  const states = new Map<string, CircuitState>();
  for (const [target, { before }] of firsts) if (before !== 'closed') states.set(target, before);
  for (const entry of entries)
    if (entry.kind === 'question')
      for (const target of pausedIn(entry))
        if (entry.at < (firsts.get(target)?.at ?? Infinity)) states.set(target, 'paused');
  return states;
}

const pausedIn = ({ decisions }: QuestionEntry): readonly string[] =>
  decisions.flatMap(({ because, target }) => (because === 'paused-by-user' && target !== undefined ? [target] : []));

/** From when to when a target was tried again, wall-clock ms. */
type Span = readonly [from: number, to: number];

function probesOf(questions: readonly RecordedQuestion[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  const add = (target: string, span: Span): void => void spans.set(target, [...(spans.get(target) ?? []), span]);
  for (const question of questions) {
    const { at, attempts, decisions } = question.entry;
    for (const { target, circuitBefore, startMs, tookMs } of attempts)
      if (circuitBefore === 'half-open')
        add(target, [at + startMs + tookMs - slackMs, at + startMs + tookMs + slackMs]);
    for (const { kind, other } of decisions)
      if (kind === 'hedged' && other !== undefined && wasLetGo(question, other)) add(other, [at, Infinity]);
  }
  return spans;
}

const isProbed = (at: number, spans: readonly Span[] = []): boolean =>
  spans.some(([from, to]) => from <= at && at <= to);
