import type { Task } from '../model/purpose.ts';
import { hasWords, wordsIn, type Prompt } from '../model/prompt.ts';
import type { TargetClass } from '../model/target.ts';
import { tokensByBytes } from '../prompt/tokens.ts';
import type { RoutedQuestion } from '../model/question.ts';

/** From which score a question is no longer simple, and from which it is complex. */
export interface ComplexityThresholds {
  readonly medium: number;
  readonly complex: number;
}

/**
 * Until the user sets others. With 0.3 and 0.7 in their place a thousand questions cost 3.4 dollars less, of 32.4, and half a point
 * fewer answers were kept (`npm run bench -- routing`, tiered, seeds 9001 to 9020 and 301 to 360).
 */
export const defaultThresholds: ComplexityThresholds = { medium: 0.25, complex: 0.65 };

/** What each task takes by itself; what is only passed through may be anything. */
const ofTask: Readonly<Record<Task | 'unknown', number>> = {
  rename: 0.1,
  docs: 0.2,
  commitMessage: 0.2,
  explain: 0.3,
  ask: 0.35,
  edit: 0.35,
  fix: 0.45,
  tests: 0.5,
  review: 0.55,
  reviewChanges: 0.6,
  reviewCommit: 0.6,
  editFiles: 0.75,
  unknown: 0.5,
};

/** Languages in which types, lifetimes or macros make more of the same lines. */
const involved = new Set([
  'rust',
  'cpp',
  'c',
  'cuda-cpp',
  'haskell',
  'scala',
  'fsharp',
  'ocaml',
  'sql',
  'objective-cpp',
]);

/**
 * How much a question takes, 0 to 1: by its task, its length, the code and the files that it is about, the language, whether the
 * answer has a form to keep, whether diagnostics say what is wrong, and how many steps its words name, those of earlier turns aside.
 * No word has a meaning here, so that it is the same in every language. The weights were set by hand.
 */
export function complexity({ request, purpose }: RoutedQuestion): number {
  const task = ofTask[purpose?.task ?? 'unknown'];
  if (!request) return task;
  const expects = purpose?.expects;
  const lines = expects ? linesIn(expects.code) : 0;
  const hasDiagnostics = request.parts.some(({ name }) => name === 'diagnostics');
  const parts = [
    task,
    between(tokensByBytes(request), 1_000, 32_000) * 0.2,
    lines > 0 && lines <= 5 ? -0.1 : between(lines, 20, 400) * 0.15,
    Math.min(4, purpose?.used?.length ?? 0) * 0.03,
    expects && involved.has(expects.language) ? 0.05 : 0,
    expects?.json || expects?.isInBlocks ? 0.05 : 0,
    hasDiagnostics ? 0.05 : 0,
    Math.min(4, stepsIn(latestWords(request))) * 0.04,
  ];
  const score = parts.reduce((sum, part) => sum + part, 0);
  return Math.min(1, Math.max(0, Math.round(score * 100) / 100));
}

/** How strong a model should be for a question with this score. */
export function classFor(score: number, { medium, complex }: ComplexityThresholds): TargetClass {
  if (score < medium) return 'simple';
  return score < complex ? 'medium' : 'complex';
}

/** 0 up to `least`, 1 from `most` on, by the logarithm between: twice as much is a step, wherever it begins. */
function between(value: number, least: number, most: number): number {
  if (value <= least) return 0;
  return Math.min(1, Math.log(value / least) / Math.log(most / least));
}

/** Enough to tell: of a longer text only its beginning is looked at. */
const mostLooked = 20_000;

function linesIn(code: string): number {
  if (code === '') return 0;
  let lines = 1;
  for (let at = code.indexOf('\n'); at !== -1 && at < mostLooked; at = code.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** What the user has typed now: of a conversation that is its last words. */
function latestWords({ parts }: Prompt): string {
  const part = parts.findLast(hasWords);
  return part ? wordsIn(part) : '';
}

/** Lines that begin as an item of a list does. */
const item = /^[ \t]{0,8}(?:[-*+•]|\d{1,2}[.)])[ \t]/u;
/** What ends a sentence, in Latin, Chinese, Japanese and Devanagari script. */
const sentenceEnd = /[.!?;。！？；।]/u;

/** How many steps are named: items of a list, or sentences beyond the first two. */
function stepsIn(words: string): number {
  const looked = words.slice(0, mostLooked);
  const items = looked.split('\n').filter(line => item.test(line)).length;
  const sentences = looked.split(sentenceEnd).filter(sentence => sentence.trim() !== '').length;
  return Math.max(items, sentences - 2, 0);
}
