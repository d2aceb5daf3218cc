import type { Layer } from '../model/layer.ts';
import { ScannedTexts } from '../secrets/scannedTexts.ts';
import { unlessAborted } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import { Placeholders, type Scanned } from '../secrets/placeholders.ts';
import { mapText } from '../model/prompt.ts';
import { placesOfKnown } from '../secrets/knownSecrets.ts';
import type { Finding, Scan } from '../secrets/secretScan.ts';
import type { AnswerEvent } from '../model/answerEvent.ts';
import type { Question } from '../model/question.ts';

export interface RedactParts {
  readonly scan: Scan;
  /** Does the user want secrets masked? */
  readonly enabled: () => boolean;
}

/**
 * Nothing below sees a secret: each is replaced in the prompt and in the expected code by a placeholder, and put back
 * where the answer names it, in streamed pieces and in partial texts too. The pairs live as long as the question.
 * A prompt that could not be scanned is not sent: Failure 'unknown', code 'scan-failed'.
 */
export const redact =
  ({ scan, enabled }: RedactParts): Layer =>
  next => {
    const clean = new ScannedTexts();
    return async question => {
      if (!enabled()) return next(question);
      const placeholders = await unlessAborted(findPlaceholders(question, scan, clean), question.signal);
      if (placeholders === undefined) return next(question);
      question.notes({ kind: 'masked', count: placeholders.count });
      const masked = mask(question, placeholders);
      const stream = question.onEvent && restoreStream(placeholders, question.onEvent);
      try {
        const answer = await next({ ...masked, ...(stream && { onEvent: stream.hear }) });
        return { ...answer, text: placeholders.restore(answer.text) };
      } catch (error) {
        throw error instanceof Failure ? restoreFailure(error, placeholders) : error;
      } finally {
        if (!question.signal.aborted) stream?.flush();
      }
    };
  };

/** The question as everything below `redact` sees it. */
export async function maskedQuestion(question: Question, { scan, enabled }: RedactParts): Promise<Question> {
  const placeholders = enabled() ? await findPlaceholders(question, scan, new ScannedTexts()) : undefined;
  return placeholders ? mask(question, placeholders) : question;
}

/** undefined: there is nothing to mask, which is the usual case. */
async function findPlaceholders(
  question: Question,
  scan: Scan,
  clean: ScannedTexts,
): Promise<Placeholders | undefined> {
  const texts = question.request.parts.map(part => part.text);
  const code = question.purpose?.expects.code ?? '';
  // from the end, where the selection stands: a look for it in all texts before takes as long as all else here
  const isPart = texts.findLastIndex(text => text.includes(code)) >= 0;
  if (!isPart) texts.push(code);
  const { secrets: known = [] } = question.request;
  const holdsKnown = texts.some(text => placesOfKnown(known, text).length > 0);
  const unknown = texts.filter(text => !clean.has(text));
  if (unknown.length === 0 && !holdsKnown) return undefined;
  try {
    // one scan of all of them: each scan has its price, however short the text
    const found = unknown.length > 0 ? await scan(unknown.join(between)) : [];
    if (found.length > 0 || holdsKnown)
      return new Placeholders(scannedTexts({ texts, searched: unknown, code }, found), known);
    for (const text of unknown) clean.add(text);
    return undefined;
  } catch (cause) {
    throw new Failure('unknown', { code: 'scan-failed', sent: 'no', cause });
  }
}

/** Between texts that are scanned as one: no secret that is told by its surroundings reaches across it. */
const between = '\n\0\n';

interface Searched {
  readonly texts: readonly string[];
  /** Those of them that were scanned. */
  readonly searched: readonly string[];
  readonly code: string;
}

/** Each text, and the code, with the findings that lie in it; a finding across texts counts in each of them. */
function scannedTexts({ texts, searched, code }: Searched, findings: readonly Finding[]): Scanned[] {
  let place = 0;
  const inTexts = new Map<string, Finding[]>();
  for (const text of searched) {
    inTexts.set(text, within(findings, place, text.length));
    place += text.length + between.length;
  }
  return texts.flatMap(text => {
    const own = inTexts.get(text) ?? [];
    const codeAt = text.indexOf(code);
    const whole = { text, findings: own };
    return codeAt < 0 ? [whole] : [whole, { text: code, findings: within(own, codeAt, code.length) }];
  });
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

function mask(question: Question, placeholders: Placeholders): Question {
  const { purpose } = question;
  const { secrets: _secrets, ...sent } = question.request;
  const request = mapText(sent, text => placeholders.mask(text));
  if (!purpose) return { ...question, request };
  const code = placeholders.mask(purpose.expects.code);
  const expected = placeholders.expectedFrom(request.parts.map(part => part.text));
  return {
    ...question,
    request,
    purpose: { ...purpose, expects: { ...purpose.expects, code, placeholders: expected } },
  };
}

function restoreFailure(failure: Failure, placeholders: Placeholders): Failure {
  const { partial, others } = failure.details;
  return failure.with({
    ...(partial !== undefined && { partial: placeholders.restore(partial) }),
    ...(others && { others: others.map(other => restoreFailure(other, placeholders)) }),
  });
}

/** Restores text events; holds back what may be the beginning of a placeholder until it is clear what it is. */
function restoreStream(placeholders: Placeholders, emit: (event: AnswerEvent) => void) {
  let held = '';
  const say = (text: string) => text !== '' && emit({ kind: 'text', text });
  const hear = (event: AnswerEvent): void => {
    if (event.kind === 'restart') held = '';
    if (event.kind !== 'text') return emit(event);
    const text = held + event.text;
    const certain = text.length - placeholders.beginningAtEndOf(text);
    held = text.slice(certain);
    say(placeholders.restore(text.slice(0, certain)));
  };
  const flush = (): void => {
    say(held);
    held = '';
  };
  return { hear, flush };
}
