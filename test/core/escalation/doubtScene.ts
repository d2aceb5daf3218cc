import type { Parts } from '../../../src/core/client.ts';
import type { EscalationSettings, OnDoubt } from '../../../src/core/escalation/escalationParts.ts';
import type { Note } from '../../../src/core/model/note.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { rephrasedOnce } from '../../../src/assist/rephrase.ts';
import { house } from '../../support/house.ts';
import { ask, scripted, type Act, type Asked, type QuestionChanges, type Scripted } from '../../support/scripted.ts';

export const code = { form: 'code', language: 'go', code: 'a()\n' } as const;
/** Nothing speaks against it. */
export const good = { says: '```go\nb()\n```' } as const;
/** A hard fact: no code. */
export const unfit = { says: 'I would rather not.' } as const;
/** A sign that is no hard fact: it returns what it was given. */
export const soft = { says: '```go\na()\n```' } as const;

/** A target of this class that plays its acts. */
export const classed = (id: string, targetClass: Target['class'], ...acts: readonly Act[]): Scripted => {
  const source = scripted(id, ...acts);
  return { ...source, target: { ...source.target, class: targetClass } };
};

/** The same one on this machine. */
export const local = (source: Scripted): Scripted => ({ ...source, target: { ...source.target, loopback: true } });

export const settings = (
  more: Partial<EscalationSettings> & { readonly doubt?: OnDoubt } = {},
): EscalationSettings => ({
  onDoubt: () => more.doubt ?? 'escalate',
  thresholds: () => ({ auto: 0.8, review: 0.5 }),
  rephrased: rephrasedOnce,
  ...more,
});

/** The whole client around these, which follows doubtful answers up. */
export const escalating = (sources: readonly Scripted[], more: Partial<Parts> = {}) =>
  house(sources, { escalation: settings(), ...more });

/** An edit that a user waits for. */
export const askEdit = (changes: QuestionChanges = {}): Asked => ask({ task: 'edit', expects: code, ...changes });

/** What was decided about a doubted answer, in short. */
export const decidedIn = (notes: readonly Note[]): readonly string[] =>
  notes.flatMap(note => {
    if (note.kind === 'escalated') return [`${note.how}: ${note.from} > ${note.target}`];
    if (note.kind === 'weighed') return [note.outcome];
    return note.kind === 'not-escalated' ? [`not: ${[note.because, note.target].filter(Boolean).join(' ')}`] : [];
  });
