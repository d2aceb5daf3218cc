import { isEscalationNote, type EscalationNote } from '../escalation/escalationNote.ts';
import type { Note } from '../model/note.ts';
import type { DecisionEntry } from './journalEntry.ts';

/** What the layers decided besides the attempts, in order; at most `mostDecisions`, because a line has to stay small. */
export function decisionsOf(notes: readonly Note[]): readonly DecisionEntry[] {
  return notes.flatMap(note => decisionOf(note) ?? []).slice(0, mostDecisions);
}

/** More than a question to six targets makes. */
const mostDecisions = 24;

const waitOf = ({ waitMs }: Extract<Note, { kind: 'fallback' }>): Pick<DecisionEntry, 'ms'> =>
  waitMs === undefined ? {} : { ms: Math.round(waitMs) };

/** undefined: the entry has it elsewhere, as an attempt, as the verdict of the cache, as confidence. */
function decisionOf(note: Note): DecisionEntry | undefined {
  if (isEscalationNote(note)) return escalationOf(note);
  const { kind } = note;
  switch (kind) {
    case 'attempt':
    case 'uncached':
    case 'joined':
    case 'judged':
      return undefined;
    case 'retry':
    case 'waited':
      return { kind, target: note.target, because: note.because, ms: Math.round(note.delayMs) };
    case 'other-key': // the name that the user gave a key stays here
    case 'no-retry':
    case 'skipped':
      return { kind, target: note.target, because: note.because };
    case 'routed': // the chain as it is written is no decision; what was known of each stays here
      return note.because.code === 'chain' ? undefined : { kind, target: note.target, because: note.because.code };
    case 'over-budget':
      return { kind, target: note.target, because: note.because, ...(note.tokens && { count: note.tokens.needed }) };
    case 'tried-early':
      return { kind, target: note.target };
    case 'hedged':
      return { kind, target: note.target, other: note.beside, ms: Math.round(note.afterMs) };
    case 'asked-again':
      return { kind, because: note.because };
    case 'trimmed':
      return { kind, target: note.target, ...(note.tokens !== undefined && { count: note.tokens }) };
    case 'fallback':
      return { kind, target: note.from, other: note.to, because: note.because, ...waitOf(note) };
    case 'remembered':
      return { kind, target: note.target, ms: Math.round(note.ageMs) };
    case 'masked':
    case 'hidden-shown':
    case 'instructions': // names of files stay here, too
      return { kind, count: note.kind === 'instructions' ? note.used.length : note.count };
    case 'last-resort':
      return { kind, target: note.by, because: note.because };
  }
}

/** Which signs spoke against the answer stands with its confidence. */
function escalationOf(note: EscalationNote): DecisionEntry {
  const { kind, target } = note;
  if (kind === 'escalated') return { kind, target: note.target, other: note.from, because: note.how };
  return { kind, because: kind === 'weighed' ? note.outcome : note.because, ...(target !== undefined && { target }) };
}
