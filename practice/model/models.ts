/** A model that the practice provider plays. */
export interface PracticeModel {
  readonly id: string;
  readonly displayName: string;
  /** How much it says: 3 everything, 2 without side remarks, 1 one sentence per thing. */
  readonly strength: 1 | 2 | 3;
  /** Tokens of prompt that it takes; more is refused in the wire's own words. */
  readonly contextTokens: number;
  readonly manner: 'plain' | 'careless' | 'thinking' | 'dialect';
}

const large = { strength: 3, contextTokens: 200_000, manner: 'plain' } as const;
const medium = { strength: 2, contextTokens: 128_000, manner: 'plain' } as const;

/** Every model, on every wire. */
export const models: readonly PracticeModel[] = [
  { ...large, id: 'practice-large', displayName: 'Practice Large' },
  { ...medium, id: 'practice-medium', displayName: 'Practice Medium' },
  { id: 'practice-small', displayName: 'Practice Small', strength: 1, contextTokens: 32_000, manner: 'plain' },
  {
    ...medium,
    id: 'practice-careless',
    displayName: 'Practice Careless (answers to be doubted)',
    manner: 'careless',
  },
  { ...large, id: 'practice-thinking', displayName: 'Practice Thinking', manner: 'thinking' },
  {
    ...medium,
    id: 'practice-dialect',
    displayName: 'Practice Dialect (refuses max_tokens and temperature)',
    manner: 'dialect',
  },
];

/**
 * The model of that name; undefined when there is none. `practice-careless-elided` and its like are
 * `practice-careless` in one fixed manner.
 */
export function findModel(id: string): PracticeModel | undefined {
  if (id.startsWith('replay:')) return { ...large, id, displayName: id };
  const careless = models.find(({ manner }) => manner === 'careless');
  if (careless !== undefined && id.startsWith(`${careless.id}-`)) return { ...careless, id };
  return models.find(candidate => candidate.id === id);
}
