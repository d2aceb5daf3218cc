import type { Answer, Confidence, Usage } from '../../core/model/answer.ts';
import type { Context, Division } from '../../assist/assistance.ts';

/** Asks about each part, one after the other, and gives one answer of all; what fails or is stopped ends it. */
export async function inParts(
  parts: readonly Context[],
  ask: (part: Context, at: number) => Promise<Answer>,
  division: Division | undefined,
): Promise<Answer> {
  const answers: Answer[] = [];
  for (const [at, part] of parts.entries()) answers.push(await ask(part, at));
  const [first, ...others] = answers;
  if (!first) throw new Error('there is no part to ask about');
  return division && others.length > 0 ? joined([first, ...others], division) : first;
}

/** What is true of all of them, and what is worst. */
function joined(answers: readonly [Answer, ...Answer[]], { join }: Division): Answer {
  const [first] = answers;
  const sent = answers.find(({ freshness }) => freshness === 'live') ?? first;
  const { confidence: _, ...rest } = answers.find(({ insteadOf }) => insteadOf) ?? sent;
  const confidence = lowest(answers.flatMap(answer => answer.confidence ?? []));
  return {
    ...rest,
    text: join(answers.map(({ text }) => text)),
    usage: answers.map(({ usage }) => usage).reduce(sumOf),
    ageMs: Math.max(...answers.map(({ ageMs }) => ageMs)),
    finish: answers.every(({ finish }) => finish === 'refused') ? 'refused' : finishOf(answers),
    degraded: [...new Set(answers.flatMap(({ degraded }) => degraded))],
    ...(confidence && { confidence }),
  };
}

const finishOf = (answers: readonly Answer[]): Answer['finish'] =>
  answers.some(({ finish }) => finish === 'length') ? 'length' : 'stop';

const lowest = (all: readonly Confidence[]): Confidence | undefined =>
  all.toSorted((one, other) => one.score - other.score)[0];

const sumOf = (one: Usage, other: Usage): Usage => {
  const cacheWriteTokens = (one.cacheWriteTokens ?? 0) + (other.cacheWriteTokens ?? 0);
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    cachedInputTokens: one.cachedInputTokens + other.cachedInputTokens,
    ...(cacheWriteTokens > 0 && { cacheWriteTokens }),
    exact: one.exact && other.exact,
  };
};
