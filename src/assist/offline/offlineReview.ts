import type { WithoutModel } from '../../core/model/purpose.ts';
import type { Known } from '../assistance.ts';
import { changedFiles, type ChangedFile } from '../commit/changedFiles.ts';
import { importanceOf } from '../commit/importance.ts';
import type { OfflinePhrases } from '../offlinePhrases.ts';
import { lineMarks, type LineMark } from './lineMarks.ts';
import { measuredFunctions } from './measuredFunctions.ts';
import { placeOf, problemList } from './offlineExplanation.ts';
import { codeWords, bulletList, paragraphs, titled } from './offlineMarkdown.ts';

const order: readonly string[] = ['Error', 'Warning', 'Information', 'Hint'];

/** The problems that the editor shows, the weightiest first, and what can be counted or seen without knowing what the code means. */
export function offlineReview(known: Known, phrases: OfflinePhrases): WithoutModel {
  const { code, language, startLine } = known.context;
  const { review } = phrases;
  const marks = lineMarks(
    code.split('\n').map((text, at) => ({ text, line: startLine + at })),
    language,
  );
  const measured = measuredFunctions(code, language).flatMap(({ name, line, lines, depth, parameters }) => {
    const place = `${phrases.line(startLine + line)}: `;
    return [
      ...(lines > mostLines ? [place + review.long(codeWords(name), lines)] : []),
      ...(depth > deepest ? [place + review.deep(codeWords(name), depth)] : []),
      ...(parameters > mostParameters ? [place + review.manyParameters(codeWords(name), parameters)] : []),
    ];
  });
  const seen = [...measured, ...marks.map(mark => `${phrases.line(mark.line)}: ${markText(mark, phrases)}`)];
  return reviewed(known, { seen, place: placeOf(known, phrases) }, phrases);
}

/** The same of a change: what its new lines show, and what of its files does. */
export function offlineChangesReview(known: Known, phrases: OfflinePhrases): WithoutModel {
  const files = changedFiles(known.context.code);
  const { commit, review } = phrases;
  const sum = (of: 'added' | 'removed'): number => files.reduce((all, file) => all + file[of], 0);
  const untested = hasCode(files) && !files.some(file => importanceOf(file) === 'tests');
  const seen = [
    ...files.flatMap(file => [
      ...(file.added > large ? [review.large(codeWords(file.path), file.added)] : []),
      ...(file.isBinary ? [review.binary(codeWords(file.path))] : []),
    ]),
    ...files.flatMap(file =>
      lineMarks(addedLines(file), '').map(
        mark => `${codeWords(file.path)}, ${phrases.line(mark.line)}: ${markText(mark, phrases)}`,
      ),
    ),
    ...(untested ? [review.noTests] : []),
  ];
  const place = files.length === 0 ? commit.noChange : commit.counts(files.length, sum('added'), sum('removed'));
  return reviewed(known, { seen, place }, phrases);
}

/** From so much on it is told: usual limits of linters, above those of most. */
const mostLines = 60;
const deepest = 4;
const mostParameters = 5;
const large = 500;

const hasCode = (files: readonly ChangedFile[]): boolean =>
  files.some(file => importanceOf(file) === 'code' && file.added > 0);

function reviewed(
  { facts, context }: Known,
  { seen, place }: { readonly seen: readonly string[]; readonly place: string },
  phrases: OfflinePhrases,
): WithoutModel {
  const { review, noModel, more } = phrases;
  const problems = (facts?.diagnostics ?? context.diagnostics).toSorted(
    (one, other) => rankOf(one.severity) - rankOf(other.severity),
  );
  return {
    text: paragraphs([
      `${noModel} ${review.notJudged}`,
      place,
      problems.length === 0 ? review.noProblems : titled(review.problems, problemList(problems, phrases)),
      seen.length === 0
        ? review.noMeasures
        : titled(
            review.measures,
            bulletList(seen, each => each, more),
          ),
    ]),
  };
}

const rankOf = (severity: string): number => {
  const rank = order.findIndex(each => each.toLowerCase() === severity.toLowerCase());
  return rank < 0 ? order.length : rank;
};

function markText({ kind, text }: LineMark, { review }: OfflinePhrases): string {
  switch (kind) {
    case 'open':
      return review.mark(codeWords(text));
    case 'debugging':
      return review.debugging(codeWords(text));
    case 'empty-handler':
      return review.emptyHandler;
    case 'conflict':
      return review.conflict;
  }
}

/** The lines that a change adds, with their numbers in the file as it is now. */
function addedLines({ hunks }: ChangedFile): readonly { readonly text: string; readonly line: number }[] {
  return hunks.flatMap(hunk => {
    const [head = '', ...lines] = hunk.split('\n');
    let line = Number(/\+(\d{1,9})/.exec(head)?.[1] ?? 1) - 1;
    return lines.flatMap(text => {
      if (text.startsWith('-') || text.startsWith('\\')) return [];
      line += 1;
      return text.startsWith('+') ? [{ text: text.slice(1), line }] : [];
    });
  });
}
