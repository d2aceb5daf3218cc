import type { WireName } from '../../wire.ts';
import { meaningOfReason, type ReadStream } from './readAnswers.ts';

/** One stream and what became of it, by ours and by the SDK's own reader. */
export interface ReadTwice {
  readonly text: string;
  readonly ours: ReadStream;
  readonly theirs: ReadStream;
}

/** A difference that is meant: when it is this one, and why ours does otherwise. */
export interface AnswerDifference {
  readonly reason: string;
  readonly applies: (both: ReadTwice) => boolean;
}

/** Both give up, or both have the same text and reason. What was written before a failure is not compared. */
export function isAlike({ ours, theirs }: ReadTwice): boolean {
  if (ours.over !== theirs.over) return false;
  return ours.over === 'threw' || (ours.text === theirs.text && ours.reason === meaningOfReason(theirs.reason));
}

const noEnd: AnswerDifference = {
  reason: 'A stream that ends without its end mark is no answer; the SDK ends silently, and it looks like one.',
  applies: ({ ours, theirs }) => ours.over === 'threw' && theirs.over === 'ended' && theirs.reason === '',
};

const faultBehind: AnswerDifference = {
  reason: 'What is broken behind a whole answer costs a note and not the answer; the SDK throws.',
  applies: ({ ours, theirs }) =>
    ours.over === 'ended' &&
    theirs.over === 'threw' &&
    isSameText(ours.text, theirs.text) &&
    theirs.reason !== '' &&
    meaningOfReason(theirs.reason) === ours.reason,
};

/** Ours has besides what came without a name. */
function isSameText(ours: string, theirs: string): boolean {
  return ours === theirs || ours.replaceAll('unnamed ', '') === theirs;
}

const openai: readonly AnswerDifference[] = [
  noEnd,
  faultBehind,
  {
    reason: 'A reason that says that the server has failed is a failure; the SDK hands it on as a word.',
    applies: ({ ours, theirs }) =>
      ours.over === 'threw' && theirs.over === 'ended' && meaningOfReason(theirs.reason) === 'failure',
  },
  {
    reason:
      'An event without data, or with blanks around [DONE], means nothing or the end; the SDK cannot parse it and throws.',
    applies: ({ text, ours, theirs }) =>
      ours.over === 'ended' && theirs.over === 'threw' && /(?:data:|event: x)\r?\n\r?\n|\[DONE\] /.test(text),
  },
];

const anthropic: readonly AnswerDifference[] = [
  noEnd,
  faultBehind,
  {
    reason: 'An event goes by the type in its data, also when nobody named it; the SDK passes over what has no name.',
    applies: ({ text, ours, theirs }) =>
      theirs.over === 'ended' &&
      (ours.over === 'ended' ? isSameText(ours.text, theirs.text) : /(?:^|\n\r?\n)data: \{"type":"error"/.test(text)),
  },
  {
    reason: 'A message that has not begun has no text; the SDK hands its blocks on.',
    applies: ({ text, ours }) => {
      const begins = text.indexOf('"message_start"');
      return ours.over === 'threw' && (begins < 0 || begins > text.indexOf('"content_block_'));
    },
  },
  {
    reason: 'A message that begins anew behind its first text is another one; the SDK joins the two.',
    applies: ({ text, ours }) =>
      ours.over === 'threw' && text.lastIndexOf('"message_start"') > text.indexOf('"content_block_'),
  },
  {
    reason: 'Whoever writes on behind a reason has not ended; for the SDK the reason stands.',
    applies: ({ text, ours }) =>
      ours.over === 'threw' && text.lastIndexOf('"text_delta"') > text.lastIndexOf('"stop_reason"'),
  },
  {
    reason: 'Behind message_stop nothing counts; the SDK reads on.',
    applies: ({ text, ours }) => ours.over === 'ended' && /"message_stop"\}\s+\S/.test(text),
  },
  {
    reason: 'Servers end a body behind their last event without its blank line; the SDK drops that event.',
    applies: ({ text, ours, theirs }) => ours.over === 'ended' && theirs.over === 'ended' && !/\n\r?\n$/.test(text),
  },
];

/** Where ours means to differ from the SDK of a wire. */
export const answerDifferences: Readonly<Record<WireName, readonly AnswerDifference[]>> = { openai, anthropic };
