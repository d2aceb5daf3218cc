import type { Target } from '../model/target.ts';
import type { SectionState } from './fitPrompt.ts';
import { render, type Message, type Section } from '../model/prompt.ts';
import { tokensOf, tokensOfPrompt } from './tokens.ts';
import { roomFor, trimTo, type RoomParts } from './trimTo.ts';
import type { Question } from '../model/question.ts';

/** What one target would be sent. Tokens are estimated. */
export interface Preview {
  /** Exactly the messages that its provider gets. */
  readonly messages: readonly Message[];
  /** Every section of the question, in order; of one that is left out, the tokens that it would have had. */
  readonly sections: readonly { readonly name: string; readonly tokens: number; readonly state: SectionState }[];
  readonly tokens: number;
  /** Most tokens that this target is sent; undefined: there is no limit. */
  readonly limit: number | undefined;
  /** What is asked itself is over the limit: nothing would be sent, and all of it is shown. */
  readonly tooLong: boolean;
}

/** Of a question that is redacted already: what is shown is what leaves. */
export function previewOf(question: Question, target: Target, parts: RoomParts): Preview {
  const trimmed = trimTo(question, target, parts);
  const tooLong = 'tooLong' in trimmed;
  const { prompt } = tooLong ? question : trimmed.question;
  const states = tooLong ? question.prompt.sections.map(() => 'whole' as const) : trimmed.states;
  return {
    messages: render(prompt),
    sections: sectionsOf(question.prompt.sections, prompt.sections, states),
    tokens: tokensOfPrompt(prompt),
    limit: roomFor(question, target, parts)?.tokens,
    tooLong,
  };
}

function sectionsOf(given: readonly Section[], sent: readonly Section[], states: readonly SectionState[]) {
  const left = sent.values();
  return given.map((section, index) => {
    const state = states[index] ?? 'whole';
    const shown = state === 'left-out' ? section : (left.next().value ?? section);
    return { name: section.name, tokens: tokensOf(shown), state };
  });
}
