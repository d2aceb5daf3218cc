import type { Material } from './assessor.ts';
import { familyOf } from '../reading/languages.ts';
import { filledLines } from './filledLines.ts';
import { libraryNames } from '../reading/libraryNames.ts';
import { naturalLanguage } from '../reading/naturalLanguage.ts';
import type { Sign } from '../../model/answer.ts';

/**
 * What is wrong with words about code: they decline to answer, there are none beside code that nobody asked for, or they speak of
 * other code than this. What the provider itself calls a refusal never comes here.
 */
export function explanation(material: Material): readonly Sign[] {
  const { expects } = material;
  if (expects.form !== 'prose' || expects.json !== undefined) return [];
  const declined = declines(material);
  if (declined.length > 0) return declined;
  return [...onlyCode(material), ...otherNames(material), ...otherLanguage(material)];
}

/** A longer answer says something besides. */
const longestRefusal = 600;

/** How refusals begin, in the languages that VS Code speaks most. */
const refusal = new RegExp(
  `^\\W*(?:${[
    "(?:i(?:['’]m| am)(?: very| really| so)? )?(?:sorry|afraid)(?:,? but)?,? (?:i (?:can|am not|am un|won)|as an?\\b)",
    "i (?:can(?:['’]t|not)|won['’]t|am unable to|am not able to) (?:help|assist|answer|comply|provide|explain|do that|fulfil|continue|discuss)",
    "(?:unfortunately|regrettably),? i(?:['’]m| am| can)(?:['’]t|not| un| not able)",
    'as an? (?:ai|(?:large )?language model)\\b',
    "i (?:can(?:['’]t|not)|do(?:n['’]t| not)|am (?:unable|not able) to|['’]m (?:unable|not able) to) (?:see|view|access|read|open|have access to|analy[sz]e|explain) (?:this|the|your|any) (?:code|files?|contents?|image|selection)",
    '(?:this|your) (?:request|question|prompt) (?:goes against|violates|is not something|falls outside)',
    "(?:i['’]m|i am) (?:unable|not able) to",
    'could you (?:please )?(?:paste|share|provide|send|upload)',
    '(?:es )?tut mir leid|leider kann ich|ich kann (?:\\p{L}+ ){0,4}nicht (?:helfen|beantworten|erklären)|als (?:ki|sprachmodell)\\b',
    "(?:je suis )?désolé|je ne peux pas (?:vous aider|répondre|expliquer)|en tant qu['’]ia",
    'lo siento|no puedo (?:ayudar|responder|explicar)|mi dispiace|non posso (?:aiutar|rispondere)|sinto muito|não posso (?:ajudar|responder)',
    'извините, (?:но )?я не|я не могу (?:помочь|ответить)|к сожалению, я не',
    '(?:很)?抱歉|对不起|我无法|我不能|作为(?:一个)?(?:ai|人工智能)|申し訳(?:ありません|ございません)|죄송(?:합니다|하지만)',
  ].join('|')})`,
  'iu',
);

function declines({ reply, text }: Material): readonly Sign[] {
  const isShort = text.trim().length <= longestRefusal && reply.blocks.length === 0;
  return isShort && refusal.test(reply.prose.trim()) ? [{ code: 'declines', weight: 'soft', facts: {} }] : [];
}

/** Fewer words beside code explain nothing. */
const fewestWords = 4;
const asksForCode =
  /\b(?:write|implement|generate|give me|show me|example|snippet|rewrite|refactor|convert|translate|schreib|zeig|beispiel|écri[st]|exemple|escrib|ejemplo)|写|例|напиши|пример/i;

/** The code itself, or other code in its language, where words were asked for. */
function onlyCode({ reply, expects, instruction }: Material): readonly Sign[] {
  const [block] = reply.blocks;
  if (!block || asksForCode.test(instruction) || wordsOf(reply.prose).length >= fewestWords) return [];
  const own = new Set(filledLines(expects.code).map(line => line.text));
  const isOwn = filledLines(block.code).some(line => line.text.length > 8 && own.has(line.text));
  const isCode = familyOf(block.info) !== undefined && familyOf(block.info) === familyOf(expects.language);
  return isOwn || isCode ? [{ code: 'only-code', weight: 'soft', facts: {} }] : [];
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}{2,}/gu) ?? [];

/** Of fewer names nothing is concluded. */
const fewestNames = 4;
/** At least so much of what it names is in the code that an explanation is about, or beside it. */
const leastKnown = 1 / 3;
/** A name as a program writes it, alone between backticks, perhaps called. */
const quotedName = /`([\p{L}_$][\p{L}\p{N}_$]{2,60})(?:\(\))?`/gu;
/** One that no sentence has by chance: two words in one. */
export const compound = /[\p{Ll}\p{N}]\p{Lu}|\p{L}_\p{L}/u;
const mostShown = 3;

/**
 * It speaks of other names than those that were sent: a doubt where most of them are unknown, else a fact where some are that look
 * like names of this program. Facts: how many names, how many of them are not there, and the first of these.
 */
function otherNames({ reply, expects: { code, around, language }, sent = [] }: Material): readonly Sign[] {
  if (code === '' || familyOf(language) === undefined) return [];
  const names = new Set([...reply.prose.matchAll(quotedName)].map(([, name = '']) => name));
  if (names.size === 0) return [];
  const known = [code, around?.before ?? '', around?.after ?? '', ...sent];
  const there = new Set(known.flatMap(text => text.match(anyName) ?? []));
  const missing = [...names].filter(name => !there.has(name));
  const facts = { names: names.size, missing: missing.length };
  if (names.size >= fewestNames && names.size - missing.length < names.size * leastKnown)
    return [{ code: 'other-names', weight: 'soft', facts }];
  const own = missing.filter(name => compound.test(name) && !isInLibrary(name, language));
  if (own.length === 0) return [];
  return [
    { code: 'unknown-names', weight: 'fact', facts: { names: own.slice(0, mostShown).join(', '), count: own.length } },
  ];
}

/** A name of the standard library of TypeScript and JavaScript; of other languages nothing is known. */
export const isInLibrary = (name: string, language: string): boolean =>
  familyOf(language) === 'script' && libraryNames().has(name);

const anyName = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** It is written in another language than the user's words: a fact, for somebody may have told the model so. */
function otherLanguage({ reply, instruction }: Material): readonly Sign[] {
  const asked = naturalLanguage(instruction);
  const answered = asked && naturalLanguage(reply.prose);
  if (asked === undefined || answered === undefined || asked === answered) return [];
  return [{ code: 'other-language', weight: 'fact', facts: { asked, answered } }];
}
