import type { Layer } from '../model/layer.ts';
import { ScannedTexts } from '../secrets/scannedTexts.ts';
import { unlessAborted } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import { placeholdersFor, type Placeholders, type Scanned } from '../secrets/placeholders.ts';
import { RestoreStream } from '../secrets/restoreStream.ts';
import { Restorer, type SentTexts } from '../secrets/restorer.ts';
import { confidenceOf } from '../confidence/assess.ts';
import { mapText, wordsIn } from '../model/prompt.ts';
import type { Answer, Sign } from '../model/answer.ts';
import type { Expectation } from '../model/purpose.ts';
import { placesOfKnown } from '../secrets/knownSecrets.ts';
import type { Finding, Masking } from '../secrets/secretScan.ts';
import { inSteps, unpaced, type Steps } from '../shared/steps.ts';
import type { Question } from '../model/question.ts';

export interface RedactParts extends Masking {
  /** Does the user want secrets masked? */
  readonly enabled: () => boolean;
}

/**
 * Nothing below sees a secret: each is replaced in the prompt and in the expected code by a placeholder, and put back
 * where the answer names it, in streamed pieces and in partial texts too, but for places from which it would travel, see
 * `Restorer`. The pairs live as long as the question.
 * A prompt that could not be scanned is not sent: Failure 'unknown', code 'scan-failed'.
 */
export const redact =
  ({ enabled, ...masking }: RedactParts): Layer =>
  next => {
    const clean = new ScannedTexts();
    return async question => {
      if (!enabled()) return next(question);
      const placeholders = await unlessAborted(findPlaceholders(question, masking, clean), question.signal);
      if (placeholders === undefined) return next(question);
      question.notes({ kind: 'masked', count: placeholders.count });
      const steps = stepsBy(masking);
      const masked = await unlessAborted(steps(mask(question, placeholders)), question.signal);
      const restorer = new Restorer(placeholders, sentTexts(masked));
      const stream = question.onEvent && new RestoreStream({ placeholders, restorer, emit: question.onEvent });
      try {
        const answer = await next({ ...masked, ...(stream && { onEvent: event => stream.hear(event) }) });
        return await steps(restoredAnswer(answer, restorer, question.purpose?.expects.form));
      } catch (error) {
        throw error instanceof Failure ? await steps(restoreFailure(error, restorer)) : error;
      } finally {
        if (!question.signal.aborted) stream?.flush();
      }
    };
  };

/** The question as everything below `redact` sees it. */
export async function maskedQuestion(question: Question, { enabled, ...masking }: RedactParts): Promise<Question> {
  const placeholders = enabled() ? await findPlaceholders(question, masking, new ScannedTexts()) : undefined;
  return placeholders ? stepsBy(masking)(mask(question, placeholders)) : question;
}

const stepsBy =
  ({ pace = unpaced }: Masking) =>
  <T>(work: Steps<T>): Promise<T> =>
    inSteps(work, pace);

/** undefined: there is nothing to mask, which is the usual case. */
async function findPlaceholders(
  question: Question,
  { scan, pace = unpaced }: Masking,
  clean: ScannedTexts,
): Promise<Placeholders | undefined> {
  const texts = question.request.parts.map(part => part.text);
  const code = question.purpose?.expects.code ?? '';
  const place = placeOf(code, texts);
  if (!place) texts.push(code);
  const { secrets: known = [] } = question.request;
  const holdsKnown = texts.some(text => placesOfKnown(known, text).length > 0);
  const unknown = texts.filter(text => !clean.has(text));
  if (unknown.length === 0 && !holdsKnown) return undefined;
  try {
    // one scan of all of them: each scan has its price, however short the text
    const found = unknown.length > 0 ? await scan(unknown.join(between)) : [];
    if (found.length > 0 || holdsKnown)
      return await inSteps(
        placeholdersFor(scannedTexts({ texts, searched: unknown, code, place }, found), known),
        pace,
      );
    for (const text of unknown) clean.add(text);
    return undefined;
  } catch (cause) {
    throw new Failure('unknown', { code: 'scan-failed', sent: 'no', cause });
  }
}

/** Between texts that are scanned as one: no secret that is told by its surroundings reaches across it. */
const between = '\n\0\n';

/** Where the code stands in the texts. */
interface Place {
  readonly text: string;
  readonly at: number;
}

/** From the end, where the selection stands: a look for it in all texts before takes as long as all else here. */
function placeOf(code: string, texts: readonly string[]): Place | undefined {
  for (const text of texts.toReversed()) {
    const at = text.indexOf(code);
    if (at >= 0) return { text, at };
  }
  return undefined;
}

interface Searched {
  readonly texts: readonly string[];
  /** Those of them that were scanned. */
  readonly searched: readonly string[];
  readonly code: string;
  /** undefined: the code is a text of its own. */
  readonly place: Place | undefined;
}

/** Each text, and the code, with the findings that lie in it; a finding across texts counts in each of them. */
function scannedTexts({ texts, searched, code, place }: Searched, findings: readonly Finding[]): Scanned[] {
  let from = 0;
  const inTexts = new Map<string, Finding[]>();
  for (const text of searched) {
    inTexts.set(text, within(findings, from, text.length));
    from += text.length + between.length;
  }
  const scanned = texts.map(text => ({ text, findings: inTexts.get(text) ?? [] }));
  if (!place) return scanned;
  return [...scanned, { text: code, findings: within(inTexts.get(place.text) ?? [], place.at, code.length) }];
}

function within(findings: readonly Finding[], place: number, length: number): Finding[] {
  return findings
    .filter(({ start, end }) => start < place + length && end > place)
    .map(({ start, end, kind }) => ({
      start: Math.max(0, start - place),
      end: Math.min(length, end - place),
      kind,
    }));
}

function* mask(question: Question, placeholders: Placeholders): Steps<Question> {
  const { purpose } = question;
  const { secrets: _secrets, ...sent } = question.request;
  const request = mapText(sent, text => placeholders.mask(text));
  if (!purpose) return { ...question, request };
  const code = placeholders.mask(purpose.expects.code);
  const expected = yield* placeholders.expectedFrom(request.parts.map(part => part.text));
  return {
    ...question,
    request,
    purpose: { ...purpose, expects: { ...purpose.expects, code, placeholders: expected } },
  };
}

/** What is told apart of a masked question: all that was sent, and what is the user's own. */
function sentTexts({ request, purpose }: Question): SentTexts {
  const texts = request.parts.map(({ text }) => text);
  const own = [purpose?.expects.code ?? '', ...request.parts.map(wordsIn)];
  return { texts, own, isCode: purpose?.expects.form === 'code' };
}

/** Code with a placeholder left in it is no code; of prose the user is told. */
function* restoredAnswer(answer: Answer, restorer: Restorer, form: Expectation['form'] = 'prose'): Steps<Answer> {
  const { text, left } = yield* restorer.restoring(answer.text);
  if (left === 0 || !answer.confidence) return { ...answer, text };
  const weight = form === 'code' ? 'hard' : 'soft';
  const sign: Sign = { code: 'placeholder-in-address', weight, facts: { placeholders: left } };
  return { ...answer, text, confidence: confidenceOf([...answer.confidence.signs, sign], { whole: true }) };
}

function* restoreFailure(failure: Failure, restorer: Restorer): Steps<Failure> {
  const { partial, others } = failure.details;
  const restored: Failure[] = [];
  for (const other of others ?? []) restored.push(yield* restoreFailure(other, restorer));
  return failure.with({
    ...(partial !== undefined && { partial: (yield* restorer.restoring(partial)).text }),
    ...(others && { others: restored }),
  });
}
