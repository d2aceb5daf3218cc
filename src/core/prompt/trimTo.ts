import type { Target } from '../model/target.ts';
import { fitPrompt, type SectionState } from './fitPrompt.ts';
import { frameTokens, tokensOfPrompt } from './tokens.ts';
import { languageOf, type Question, type Sampling } from '../model/question.ts';

/** What is known of the room that a target has. */
export interface RoomParts {
  /** Tokens the model takes, those it writes included; undefined: unknown, then only the user's limit counts. */
  readonly windowOf: (target: Target) => number | undefined;
  /** Tokens that are hardly ever exceeded for each estimated one, see `Calibration`. */
  readonly upperFactor: (model: string, language: string) => number;
}

export type Trimmed =
  | {
      /** The very question that was given, when nothing had to change. */
      readonly question: Question;
      readonly leftOut: readonly string[];
      readonly shortened: readonly string[];
      readonly states: readonly SectionState[];
    }
  /** What is asked itself is too long: for the target's window, or for the user's setting. In tokens as the target counts. */
  | { readonly tooLong: 'window' | 'setting'; readonly tokens: number; readonly limit: number };

/** The question as this target can take it: its prompt within the room, its answer within what is then left. */
export function trimTo(question: Question, target: Target, parts: RoomParts): Trimmed {
  const room = roomFor(question, target, parts);
  if (!room || surelyFits(question, room)) return whole(question);
  const { tokens: limit, factor } = room;
  const fitted = fitPrompt(question.request, limit);
  if (fitted === 'too-long') {
    const scale = room.by === 'window' ? factor : 1;
    const tokens = Math.ceil(tokensOfPrompt(question.request) * scale);
    return { tooLong: room.by, tokens, limit: Math.floor(limit * scale) };
  }
  const { prompt, ...rest } = fitted;
  const { request } = question;
  const sampling = samplingIn(request.sampling, Math.ceil(tokensOfPrompt(prompt) * factor), room);
  const same = prompt === request && sampling === request.sampling;
  return { question: same ? question : { ...question, request: { ...prompt, sampling } }, ...rest };
}

/** What of a question says how much room it needs. */
type FittedQuestion = Pick<Question, 'request' | 'purpose' | 'maxInputTokens'>;

/** How much of a prompt has room, in estimated tokens; undefined: there is no limit. */
export function roomFor(
  question: FittedQuestion,
  target: Target,
  { windowOf, upperFactor }: RoomParts,
): Room | undefined {
  const window = windowOf(target) ?? Infinity;
  const setting = question.maxInputTokens ?? Infinity;
  if (window === Infinity && setting === Infinity) return undefined;
  const factor = upperFactor(target.model, languageOf(question));
  const maxOutput = Math.min(question.request.sampling.maxOutputTokens, target.maxOutputTokens ?? Infinity);
  const inWindow = Math.floor((window - Math.min(maxOutput, window * mostForOutput)) / factor);
  return { tokens: Math.min(setting, inWindow), by: setting < inWindow ? 'setting' : 'window', window, factor };
}

interface Room {
  readonly tokens: number;
  readonly by: 'window' | 'setting';
  readonly window: number;
  readonly factor: number;
}

/** In a small window the question has half of it, however long the answer may be. */
const mostForOutput = 0.5;
/** No character costs more tokens, by the estimate. */
const mostTokensPerChar = 2;

/** By its characters alone, without counting: the usual case. */
function surelyFits({ request: { parts, sampling } }: Question, { tokens, window, factor }: Room): boolean {
  const chars = parts.reduce((sum, { text }) => sum + text.length, 0);
  const most = chars * mostTokensPerChar + frameTokens(parts);
  return most <= tokens && most * factor + sampling.maxOutputTokens <= window;
}

function whole(question: Question): Trimmed {
  const states = question.request.parts.map(() => 'whole' as const);
  return { question, leftOut: [], shortened: [], states };
}

function samplingIn(sampling: Sampling, inputTokens: number, { window }: Room): Sampling {
  const left = Math.max(1, window - inputTokens);
  return sampling.maxOutputTokens <= left ? sampling : { ...sampling, maxOutputTokens: left };
}
