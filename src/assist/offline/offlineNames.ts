import { atOnce } from '../../core/shared/steps.ts';
import type { WithoutModel } from '../../core/model/purpose.ts';
import type { Context, Known } from '../assistance.ts';
import { readCodeLines } from '../enclosing/codeLines.ts';
import { caseStyleOf, inCase, markOf, type CaseStyle } from '../names/caseStyle.ts';
import { takenNames } from '../names/takenNames.ts';
import type { OfflinePhrases } from '../offlinePhrases.ts';
import { bareName } from './shape/shapeOf.ts';
import { codeWords, paragraphs } from './offlineMarkdown.ts';

/** So many names around it must have a style, and so large a share of them, before another one is odd. */
const least = 4;
const share = 0.8;

/** A name whose words are put together as its neighbours do it; where it is so already, that a better one takes a model. The same words anew are no suggestion that could be chosen, so there is no draft. */
export function offlineNames({ facts, context }: Known, phrases: OfflinePhrases): WithoutModel {
  const { rename, noModel } = phrases;
  const current = bareName(context.symbol?.name ?? facts?.symbol ?? '');
  const style = usualStyle(context, current);
  const own = caseStyleOf(current);
  const name = style && markOf(current) + inCase(current.slice(markOf(current).length), style.is);
  const isOdd = style !== undefined && own !== undefined && own !== style.is && isVisible(own) === isVisible(style.is);
  if (!isOdd || name === undefined || takenNames(context).has(name))
    return { text: paragraphs([noModel, current === '' ? '' : rename.fits(codeWords(current)), rename.cannot]) };
  const said = `${rename.isOdd(codeWords(current), style.is)} ${codeWords(name)}`;
  return { text: paragraphs([noModel, said, rename.reason(style.is, style.count), rename.cannot]) };
}

/** A constant or a type is written in its own way between others. */
const isVisible = (style: CaseStyle): boolean => style === 'snake' || style === 'camel' || style === 'kebab';

/** How the names of several words around it are written, when nearly all are written alike. */
function usualStyle(
  { before, code, after, language }: Context,
  current: string,
): { readonly is: CaseStyle; readonly count: number } | undefined {
  const text = `${before.slice(-20_000)}\n${code.slice(0, 20_000)}\n${after.slice(0, 20_000)}`;
  const names = new Set(
    [...atOnce(readCodeLines(text, language)).code.matchAll(/(?<![.\p{L}\p{N}_$])[\p{L}_$][\p{L}\p{N}_$]*/gu)].map(
      ([name]) => name,
    ),
  );
  names.delete(current);
  const styles = [...names].flatMap(name => caseStyleOf(name) ?? []).filter(isVisible);
  const counts = new Map<CaseStyle, number>();
  for (const style of styles) counts.set(style, (counts.get(style) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most && most[1] >= least && most[1] / styles.length >= share ? { is: most[0], count: most[1] } : undefined;
}
