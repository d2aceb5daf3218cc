import type { Answer, Confidence, Usage } from '../../core/model/answer.ts';
import type { Context } from '../../assist/assistance.ts';
import type { AskRequest } from './askRequest.ts';

/** What is asked, and how. */
export interface Divided {
  readonly request: AskRequest;
  readonly parts: readonly Context[];
  readonly ask: (request: AskRequest, at: number) => Promise<Answer>;
}

/** The first request of those that it takes. */
export const firstOf = (divided: Pick<Divided, 'request' | 'parts'>): AskRequest => requestAt(divided, 0);

/** The first and the last one: by them the size of all of them is estimated. */
export const samplesOf = (divided: Pick<Divided, 'request' | 'parts'>): readonly AskRequest[] =>
  [0, ...(divided.parts.length > 1 ? [divided.parts.length - 1] : [])].map(at => requestAt(divided, at));

function requestAt({ request, parts }: Pick<Divided, 'request' | 'parts'>, at: number): AskRequest {
  const { division } = request.assistance;
  const assistance = parts.length > 1 && division?.ofPart ? division.ofPart : request.assistance;
  return { ...request, assistance, context: parts[at] ?? request.context };
}

/** How many there are. */
export const requestsOf = ({ request, parts }: Pick<Divided, 'request' | 'parts'>): number =>
  parts.length > 1 && request.assistance.division?.ofWhole ? parts.length + 1 : Math.max(1, parts.length);

/** Asks about each part, one after the other, and gives one answer of all; what fails or is stopped ends it. */
export async function inParts({ request, parts, ask }: Divided): Promise<Answer> {
  const { division } = request.assistance;
  if (!division || parts.length <= 1) return ask({ ...request, context: parts[0] ?? request.context }, 0);
  const assistance = division.ofPart ?? request.assistance;
  const answers: Answer[] = [];
  for (const [at, context] of parts.entries()) {
    const answer = await ask({ ...request, assistance, context }, at);
    if (answer.freshness === 'offline') return answer; // without a model all of it is spoken of at once
    answers.push(answer);
  }
  const texts = answers.map(({ text }) => text);
  const whole = division.ofWhole?.(texts, request.context);
  if (!whole) return joined(answers, division.join?.(texts) ?? texts.join('\n\n'));
  const last = await ask({ ...request, assistance: whole }, parts.length);
  return { ...joined([last, ...answers], last.text), finish: last.finish };
}

/** What is true of all of them, and what is worst. */
function joined(answers: readonly Answer[], text: string): Answer {
  const sent = answers.find(({ freshness }) => freshness === 'live') ?? answers[0];
  const of = answers.find(({ insteadOf }) => insteadOf) ?? sent;
  if (!of) throw new Error('there is no part to ask about');
  const { confidence: _, ...rest } = of;
  const confidence = lowest(answers.flatMap(answer => answer.confidence ?? []));
  return {
    ...rest,
    text,
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
