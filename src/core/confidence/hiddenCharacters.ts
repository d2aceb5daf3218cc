import { answerCode, type Material } from './assessor.ts';
import type { Sign } from '../model/answer.ts';

/**
 * Characters in code that are invisible, that show the code in another order than it runs (CVE-2021-42574), or that stand for
 * bytes lost on the way (U+FFFD), where the selection held fewer of them. Facts: the character as 'U+200B', its line.
 * Outside of code they are legitimate parts of Arabic, Hebrew and emoji, and stay.
 */
export function hiddenCharacters(material: Material): readonly Sign[] {
  const code = answerCode(material);
  const texts = code === undefined ? material.reply.blocks.map(block => block.code) : [code];
  const found = texts.flatMap(text => hiddenIn(text, material.expects.code));
  const worst = found.find(({ character }) => treacherous.test(character)) ?? found[0];
  if (!worst) return [];
  const isUnfit = material.expects.form === 'code' && treacherous.test(worst.character);
  const { character, line } = worst;
  return [
    { code: 'hidden-characters', weight: isUnfit ? 'hard' : 'soft', facts: { character: nameOf(character), line } },
  ];
}

/** Those that rustc refuses in source by default (text_direction_codepoint), and tags, which only ever smuggle. */
const treacherous = /[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;

const hidden =
  /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u061C\u115F\u1160\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFFD\u{E0000}-\u{E007F}\u{E0100}-\u{E01EF}]/gu;

/** A colour variant after an emoji, a keycap, a regional flag. */
const emoji = /\p{Extended_Pictographic}\uFE0F|[#*0-9]\uFE0F\u20E3|\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;

interface Hidden {
  readonly character: string;
  readonly line: number;
}

function hiddenIn(text: string, source: string): readonly Hidden[] {
  const allowed = new Map<string, number>();
  for (const [character] of source.replace(emoji, '').matchAll(hidden)) {
    allowed.set(character, (allowed.get(character) ?? 0) + 1);
  }
  const found: Hidden[] = [];
  for (const [index, line] of text.replace(emoji, '').split('\n').entries()) {
    for (const [character] of line.matchAll(hidden)) {
      const left = allowed.get(character) ?? 0;
      if (left > 0) allowed.set(character, left - 1);
      else found.push({ character, line: index + 1 });
    }
  }
  return found;
}

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
