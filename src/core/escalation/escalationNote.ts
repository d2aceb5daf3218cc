import type { Note } from '../model/note.ts';

/** What is noted of a doubtful answer that is followed up. */
export type EscalationNote = Extract<Note, { kind: 'escalated' | 'weighed' | 'not-escalated' }>;

/** Does the note tell of that? */
export const isEscalationNote = (note: Note): note is EscalationNote =>
  note.kind === 'escalated' || note.kind === 'weighed' || note.kind === 'not-escalated';
