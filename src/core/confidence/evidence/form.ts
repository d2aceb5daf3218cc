import { answerCode, type Material } from './assessor.ts';
import { familyOf, isProse, mayStandIn } from '../reading/languages.ts';
import type { Sign } from '../../model/answer.ts';

/** Where code was asked for: is there one block of it, in the right language? Facts: how many `blocks`, which language was `found`. */
export function form({ expects, reading, text }: Material): readonly Sign[] {
  if (!reading || text.trim() === '') return [];
  switch (reading.is) {
    case 'no-code':
      return [{ code: 'no-code', weight: 'hard', facts: {} }];
    case 'diff':
      return [{ code: 'wrong-language', weight: 'hard', facts: { found: 'diff' } }];
    case 'several':
      return [{ code: 'several-blocks', weight: 'soft', facts: { blocks: reading.blocks } }];
    case 'code':
      return [...tooMany(reading.blocks), ...wrongLanguage(expects.language, reading.block?.info ?? '')];
  }
}

const tooMany = (blocks: number): readonly Sign[] =>
  blocks > 1 ? [{ code: 'several-blocks', weight: 'soft', facts: { blocks } }] : [];

function wrongLanguage(language: string, info: string): readonly Sign[] {
  const wanted = familyOf(language);
  const found = familyOf(info);
  if (wanted === undefined || found === undefined || mayStandIn(found, wanted)) return [];
  return [{ code: 'wrong-language', weight: 'soft', facts: { found } }];
}

const mergeMark =
  /^(?:(?:<{7,9}|>{7,9}|-{7,9} SEARCH|\+{7,9} REPLACE|[╔╠╚]═)(?:[ \t].*)?|[ \t]{0,40}@@ -\d{1,7}(?:,\d{1,7})? \+\d{1,7}(?:,\d{1,7})? @@.*)$/;
/** Where a tag on a line of its own may be code. */
const withTags: ReadonlySet<string> = new Set(['script', 'html', 'markdown', 'php']);

/** Marks of a merge, of a patch or of the prompt, that stand in the code and not in the selection. Fact: line. */
export function editMarks(material: Material): readonly Sign[] {
  const code = answerCode(material);
  if (code === undefined) return [];
  const { code: before, language } = material.expects;
  const lines = code.trimEnd().split(/\r?\n/);
  const known = new Set(before.split(/\r?\n/).map(line => line.trim()));
  const isMark = (line: string) => mergeMark.test(line) && !known.has(line.trim());
  const found = lines.findIndex(isMark);
  const at =
    found >= 0
      ? found
      : (leftTag(lines, known, language) ?? patchedLine(lines, known) ?? columnOf(lines, known, language) ?? -1);
  return at < 0 ? [] : [{ code: 'edit-marks', weight: 'hard', facts: { line: at + 1 } }];
}

const loneTag = /^<\/?[a-z][\w-]{0,30}>$/i;

/** A tag alone on the first or the last line, where no language has any. */
function leftTag(lines: readonly string[], known: ReadonlySet<string>, language: string): number | undefined {
  const family = familyOf(language);
  if (family === undefined || withTags.has(family)) return undefined;
  if ([...known].some(line => loneTag.test(line))) return undefined; // the selection stands in a text of tags
  const isTag = (line = '') => loneTag.test(line.trim());
  if (isTag(lines.at(-1))) return lines.length - 1;
  return isTag(lines[0]) ? 0 : undefined;
}

/** Lines with a minus that stand in the selection without it, and others with a plus: a patch that nobody called one. */
function patchedLine(lines: readonly string[], known: ReadonlySet<string>): number | undefined {
  const isTaken = (line: string) => /^-\s*\w/.test(line) && !known.has(line.trim()) && known.has(line.slice(1).trim());
  const at = lines.findIndex(isTaken);
  return at >= 0 && lines.some(line => /^\+\s*\w/.test(line) && !known.has(line.trim())) ? at : undefined;
}

/** What a text that shows code puts before each of its lines: an added line, a quotation, a prompt. */
const columns: readonly RegExp[] = [/^\+/, /^>/, /^\$ /];
/** Where code can be parsed, a sign before a single line may be all that was asked for. */
const withSigns: ReadonlySet<string> = new Set(['script', 'python', 'markdown', 'diff']);

/** Every line begins with the same mark, and no line of the selection does. */
function columnOf(lines: readonly string[], known: ReadonlySet<string>, language: string): number | undefined {
  const family = familyOf(language) ?? '';
  const written = lines.filter(line => line.trim() !== '');
  if (written.length === 0 || (withSigns.has(family) && written.length === 1)) return undefined;
  const isColumn = (mark: RegExp) =>
    written.every(line => mark.test(line)) && ![...known].some(line => mark.test(line));
  return !isProse(language) && columns.some(isColumn) ? 0 : undefined;
}
