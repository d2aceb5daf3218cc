import { readSource } from '../code/readSource.ts';
import { edit } from '../edits/edit.ts';
import type { Asked } from '../model/asked.ts';
import { findModel, type PracticeModel } from '../model/models.ts';
import type { Spoken } from '../model/spoken.ts';
import { countTokens, firstTokens } from '../model/tokens.ts';
import { answerQuestion } from './ask.ts';
import { careless } from './careless.ts';
import { commitMessage } from './commitMessage.ts';
import { complete } from './complete.ts';
import { docsOfAll } from './docsOfAll.ts';
import { editFiles } from './editFiles.ts';
import { explain } from './explain.ts';
import { type ReadPrompt, readPrompt } from './prompt.ts';
import { mendedName } from './reported.ts';
import { betterNames } from './rename.ts';
import { review, reviewOfChanges } from './review.ts';
import { testsFor } from './tests.ts';

const HONEST = '*Practice answer: worked out by rules, no model was asked.*';
const REFUSAL_WORDS = /\bReply with a refusal\b/i;

/** Answers by rules, for all models. It counts its careless answers, so that each next one is bad in another way. */
export function createAnswerer(): (asked: Asked) => Spoken {
  let carelessAnswers = 0;
  return asked => {
    const model = findModel(asked.model);
    const prompt = readPrompt(asked);
    if (REFUSAL_WORDS.test(asked.messages.at(-1)?.text ?? '')) return { thinking: '', text: '', finish: 'refused' };
    const right = prompt.exactly ?? answerTo(prompt, model?.strength ?? 2);
    const isCareless = model?.manner === 'careless' && prompt.exactly === undefined;
    const text = isCareless ? careless(asked.model, prompt, carelessAnswers++) : right;
    const thinking = model?.manner === 'thinking' ? thinkingAbout(prompt) : '';
    return cutAtLimit({ thinking, text, finish: 'stop' }, asked.maxTokens);
  };
}

type Strength = PracticeModel['strength'];

function answerTo(prompt: ReadPrompt, strength: Strength): string {
  const { task, code, language, instruction, firstLine } = prompt;
  if (task === 'commitMessage' || task === 'commitPart') return commitMessage(prompt);
  if (task === 'reviewChanges' || task === 'reviewCommit') return reviewOfChanges(prompt);
  if (task === 'editFiles') return editFiles(prompt);
  if (code === undefined) return withoutCode(instruction);
  const source = readSource(code, language, firstLine);
  if (task === 'edit') return edit(source, instruction);
  if (task === 'tests') return testsFor(prompt);
  if (task === 'rename') return betterNames(prompt);
  if (task === 'fix') return mendedName(prompt) ?? edit(source, instruction === '' ? 'fix the bug' : instruction);
  if (task === 'docs') return docsOfAll(prompt) ?? edit(source, 'add a docstring');
  if (task === 'complete') return complete(source);
  if (task === 'review') return review(source);
  if (task === 'explain' && isAboutAll(instruction)) return `${HONEST}\n\n${explain(source, strength)}`;
  return `${HONEST}\n\n${answerQuestion(source, instruction, strength)}`;
}

/** A follow-up of an explanation may ask for something else. */
function isAboutAll(instruction: string): boolean {
  return (
    instruction === '' ||
    /\bwhat does (this|the|it)( code| selection)? do\b|\bexplain\b|\bhow does (this|it)\b/i.test(instruction)
  );
}

function withoutCode(instruction: string): string {
  const asked = instruction === '' ? 'Nothing was asked' : `You asked: “${instruction.slice(0, 200)}”`;
  return `${HONEST}\n\n${asked}. The practice provider answers questions about code: select some and ask again.`;
}

function thinkingAbout({ task, language, code = '', instruction }: ReadPrompt): string {
  const size = `${code.split('\n').length} lines of ${language.title}`;
  const wish = instruction === '' ? 'There is no further wish.' : `The wish is: ${instruction}`;
  return `The task is "${task}" and there are ${size}. ${wish} I look at the functions first, then at what they do.`;
}

function cutAtLimit(spoken: Spoken, maxTokens = Infinity): Spoken {
  const thinking = countTokens(spoken.thinking);
  if (thinking + countTokens(spoken.text) <= maxTokens) return spoken;
  const left = Math.max(0, maxTokens - thinking);
  return { thinking: firstTokens(spoken.thinking, maxTokens), text: firstTokens(spoken.text, left), finish: 'length' };
}
