import { answerCode, type Material } from './assessor.ts';
import { familyOf } from '../reading/languages.ts';
import type { Sign } from '../../model/answer.ts';

/** By which servers tell turns apart and models begin and end them (ChatML, Llama, Gemma, Mistral, DeepSeek, FIM of several), and how some call tools. */
const token =
  /<[|｜][a-z][a-z0-9_▁]{1,30}[|｜]>|<\/?(?:start_of_turn|end_of_turn)>|\[\/?INST\]|\[TOOL_CALLS\]|\[gMASK\]|<sop>|<\/?(?:tool_call|function_calls)>/u;
/** The same in the models of Llama 2 and Mistral; amid code of a language of tags it may be one. */
const sentenceEnd = /<\/s>\s*$/;
const withTags: ReadonlySet<string> = new Set(['html', 'markdown', 'php']);

/**
 * What a model or its server uses to tell its own turns apart, or JSON around the code, left in code that held nothing like it.
 * Hard: it is part of no program, unless that program is about such marks, and then the selection likely has one.
 */
export function artefacts(material: Material): readonly Sign[] {
  const code = answerCode(material);
  const { code: before, language } = material.expects;
  if (code === undefined) return [];
  const isNew = (mark: RegExp): boolean => mark.test(code) && !mark.test(before) && !mark.test(material.instruction);
  const isMarked = isNew(token) || isNew(sentenceEnd) || endsSentence(code, before, language);
  return isMarked || isInJson(code, before, language) ? [{ code: 'artefacts', weight: 'hard', facts: {} }] : [];
}

/** It ends a line, where no such tag has begun. */
const endsSentence = (code: string, before: string, language: string): boolean =>
  !withTags.has(familyOf(language) ?? '') &&
  !language.endsWith('react') &&
  /<\/s>[ \t]*$/m.test(code) &&
  !/<\/?s>/.test(before) &&
  !code.includes('<s>');

/** Is all of it one object of JSON with the code as a text in it, though the selection was no JSON? */
function isInJson(code: string, before: string, language: string): boolean {
  if (familyOf(language) === 'json' || !/^\s*\{\s*"/.test(code) || /^\s*\{/.test(before)) return false;
  try {
    const json: unknown = JSON.parse(code);
    const values: readonly unknown[] = typeof json === 'object' && json !== null ? Object.values(json) : [];
    return values.some(value => typeof value === 'string' && value.includes('\n'));
  } catch {
    return false;
  }
}
