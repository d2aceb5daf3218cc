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

/** Every model, on every wire. */
export const models: readonly PracticeModel[] = [
  model('practice-large', 'Practice Large', 3, 200_000, 'plain'),
  model('practice-medium', 'Practice Medium', 2, 128_000, 'plain'),
  model('practice-small', 'Practice Small', 1, 32_000, 'plain'),
  model('practice-careless', 'Practice Careless (answers to be doubted)', 2, 128_000, 'careless'),
  model('practice-thinking', 'Practice Thinking', 3, 200_000, 'thinking'),
  model('practice-dialect', 'Practice Dialect (refuses max_tokens and temperature)', 2, 128_000, 'dialect'),
];

/**
 * The model of that name; undefined when there is none. `practice-careless-elided` and its like are
 * `practice-careless` in one fixed manner.
 */
export function findModel(id: string): PracticeModel | undefined {
  if (id.startsWith('replay:')) return model(id, id, 3, 200_000, 'plain');
  const careless = models.find(({ manner }) => manner === 'careless');
  if (careless !== undefined && id.startsWith(`${careless.id}-`)) return { ...careless, id };
  return models.find(candidate => candidate.id === id);
}

function model(
  id: string,
  displayName: string,
  strength: PracticeModel['strength'],
  contextTokens: number,
  manner: PracticeModel['manner'],
): PracticeModel {
  return { id, displayName, strength, contextTokens, manner };
}
