import type { WithoutModel } from '../../core/model/purpose.ts';
import type { Known } from '../assistance.ts';
import type { OfferedFix } from '../facts.ts';
import type { OfflinePhrases } from '../offlinePhrases.ts';
import { placeOf, problemList } from './offlineExplanation.ts';
import { codeWords, fencedCode, bulletList, paragraphs, titled } from './offlineMarkdown.ts';

/** The problems that the editor shows, and what it offers itself to do about them; the best of it as a draft. */
export function offlineFix(known: Known, phrases: OfflinePhrases): WithoutModel {
  const { facts, context } = known;
  const { fix, explain, line, more } = phrases;
  const problems = facts?.diagnostics ?? context.diagnostics;
  const ranked = rankedFixes(facts?.fixes ?? []);
  const best = ranked.find(({ code, title }) => code !== undefined && code !== context.code && !isSilencing(title));
  const offered = bulletList(
    ranked,
    each => [`${line(each.line)}: ${codeWords(each.title)}`, ...remarksOn(each, fix)].join(', '),
    more,
  );
  const open = context.input.trim() === '' ? '' : phrases.questionOpen;
  return {
    text: paragraphs([
      [phrases.noModel, open].filter(text => text !== '').join(' '),
      placeOf(known, phrases),
      problems.length === 0 ? fix.noProblems : titled(explain.problems, problemList(problems, phrases)),
      ranked.length === 0 ? fix.noFixes : titled(fix.others, offered),
      ...(best?.code === undefined
        ? []
        : [fix.drafted(codeWords(best.title)), fencedCode(context.language, best.code), phrases.draft]),
    ]),
    ...(best?.code !== undefined && { draft: fencedCode(context.language, best.code) }),
  };
}

/**
 * Those that mend first, by the order of their problems and what their makers prefer; then those that change more than the
 * problem; last those that only hide it, which linters often offer first.
 */
export function rankedFixes(fixes: readonly OfferedFix[]): readonly OfferedFix[] {
  const rank = ({ title, isPreferred }: OfferedFix): number =>
    isSilencing(title) ? 4 : isWide(title) ? 2 : isPreferred ? 0 : 1;
  const seen = new Set<string>();
  return fixes
    .toSorted((one, other) => rank(one) - rank(other))
    .filter(({ title, line }) => !seen.has(`${line} ${title}`) && seen.add(`${line} ${title}`));
}

const isWide = (title: string): boolean => /\b(?:all|every|infer)\b/i.test(title);

/** Does it only hide what is reported? */
const isSilencing = (title: string): boolean =>
  /\b(?:disable|ignore|suppress|silence|noqa|nolint|allow\(|ts-expect-error|as any|@ts-)/i.test(title) ||
  /\bshow documentation\b/i.test(title);

const remarksOn = ({ title, isPreferred }: OfferedFix, fix: OfflinePhrases['fix']): readonly string[] =>
  isSilencing(title) ? [fix.silences] : isPreferred ? [fix.preferred] : [];
