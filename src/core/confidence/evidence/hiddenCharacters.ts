import { answerCode, type Material } from './assessor.ts';
import type { Sign } from '../../model/answer.ts';
import type { Steps } from '../../shared/steps.ts';
import { hiddenInSteps, nameOfCharacter, type HiddenCharacter } from '../../unicode/hiddenText.ts';
import { marksIn } from '../../unicode/hiddenMarks.ts';
import { lookAlikesIn } from '../../unicode/lookAlikes.ts';
import { noBreakBlanksIn } from '../../unicode/noBreakBlanks.ts';
import { privateUseIn } from '../../unicode/privateUse.ts';

/**
 * Characters in code that are invisible, that show the code in another order than it runs (CVE-2021-42574), that end a line
 * which seems to go on, or that stand for bytes lost on the way (U+FFFD), where the selection held fewer of them. Facts: the
 * character as 'U+200B', its line. Characters for private use are a sign, too, but for the icons that stood in the selection or
 * around it. Outside of code they are legitimate parts of many scripts and of emoji, and stay; but for tags, in which whole
 * sentences travel unseen to whoever the text is copied to.
 */
export function* hiddenCharacters(material: Material): Steps<readonly Sign[]> {
  const { expects } = material;
  const icons = iconsOf(material);
  const all: Seen[] = [];
  for (const code of codesIn(material)) {
    const strange = privateUseIn(code).filter(({ character }) => !icons().has(character));
    all.push({ code, unseen: inOrder([...(yield* unseenIn(code, expects.language)), ...strange]) });
    yield;
  }
  if (expects.form === 'prose') all.push(yield* taggedProse(material));
  if (all.every(({ unseen }) => unseen.length === 0)) return []; // nearly always: the selection need not be looked at
  const allowed = new Map<string, number>();
  for (const { character } of yield* unseenIn(expects.code, expects.language))
    allowed.set(character, (allowed.get(character) ?? 0) + 1);
  yield;
  const worst = worstOf(all, allowed);
  if (!worst) return [];
  const isUnfit = expects.form === 'code' && treacherous.test(worst.character);
  const facts = { character: nameOfCharacter(worst.character), line: lineNumberAt(worst.code, worst.index) };
  return [{ code: 'hidden-characters', weight: isUnfit ? 'hard' : 'soft', facts }];
}

/** Tags in an answer to be read, but for those of flags. */
function* taggedProse({ text }: Material): Steps<Seen> {
  const unseen = tag.test(text) ? yield* hiddenInSteps(text) : [];
  return { code: text, unseen: unseen.filter(({ character }) => tag.test(character)) };
}

/** Characters for private use that stood there already, however often; looked for only when the answer has some. */
function iconsOf({ expects }: Material): () => ReadonlySet<string> {
  let found: ReadonlySet<string> | undefined;
  const texts = [expects.code, expects.around?.before ?? '', expects.around?.after ?? ''];
  return () => (found ??= new Set(texts.flatMap(privateUseIn).map(({ character }) => character)));
}

const inOrder = (found: readonly HiddenCharacter[]): readonly HiddenCharacter[] =>
  found.toSorted((one, other) => one.index - other.index);

/** Code, and what of it is not seen. */
interface Seen {
  readonly code: string;
  readonly unseen: readonly HiddenCharacter[];
}

interface Unseen extends HiddenCharacter {
  readonly code: string;
}

/** The first treacherous one that the selection did not hold, or else the first one. */
function worstOf(all: readonly Seen[], allowed: Map<string, number>): Unseen | undefined {
  let first: Unseen | undefined;
  for (const { code, unseen } of all) {
    for (const { character, index } of unseen) {
      if (isTaken(character, allowed)) continue;
      if (treacherous.test(character)) return { character, index, code };
      first ??= { character, index, code };
    }
  }
  return first;
}

/** A name in code that passes for another (CVE-2021-42694). Facts: the letter that looks like a Latin one, its line. */
export function mixedScripts(material: Material): readonly Sign[] {
  const all = codesIn(material).flatMap(code => lookAlikesIn(code).map(found => ({ ...found, code })));
  if (all.length === 0) return [];
  const own = new Set(lookAlikesIn(material.expects.code).map(({ name }) => name));
  const found = all.find(({ name }) => !own.has(name));
  if (!found) return [];
  const facts = { character: nameOfCharacter(found.character), line: lineNumberAt(found.code, found.index) };
  return [{ code: 'mixed-scripts', weight: 'soft', facts }];
}

/** A mark for a hidden character that nothing stands for, invented or misspelt: code with it must not replace other code. */
export function marksLeft(material: Material): readonly Sign[] {
  if (material.expects.form !== 'code') return [];
  const own = new Set(marksIn(material.expects.code));
  const left = codesIn(material).flatMap(code => marksIn(code).filter(mark => !own.has(mark)));
  return left.length === 0 ? [] : [{ code: 'mark-left', weight: 'hard', facts: { marks: left.length } }];
}

/** The code that would replace the selection, or else every block; of search/replace blocks the whole answer. */
function codesIn(material: Material): readonly string[] {
  if (material.expects.isInBlocks) return [material.text];
  const code = answerCode(material);
  return code === undefined ? material.reply.blocks.map(block => block.code) : [code];
}

/** 1-based. */
function lineNumberAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/**
 * Those that rustc refuses in source by default (text_direction_codepoint), tags, which only ever smuggle, and separators that
 * end a comment in JavaScript and in no editor.
 */
const treacherous = /[\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;

const tag = /[\u{E0000}-\u{E007F}]/u;

/** Where blanks that do not break are typography. */
const proseLanguages: ReadonlySet<string> = new Set(['markdown', 'html', 'xml', 'latex', 'tex', 'restructuredtext']);

function* unseenIn(code: string, language: string): Steps<readonly HiddenCharacter[]> {
  const blanks = proseLanguages.has(language) ? [] : noBreakBlanksIn(code);
  const lost = [...code.matchAll(/\uFFFD/g)].map(({ 0: character, index }) => ({ character, index }));
  return [...(yield* hiddenInSteps(code)), ...blanks, ...lost];
}

/** Takes one of those that the selection held. */
function isTaken(character: string, allowed: Map<string, number>): boolean {
  const left = allowed.get(character) ?? 0;
  if (left > 0) allowed.set(character, left - 1);
  return left > 0;
}
