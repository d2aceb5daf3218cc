import type { ComparisonView, Notice } from '../../src/shared/protocol.ts';
import { element } from './element.ts';

/** One sign per kind, of another form each: the kind is told without its colour. */
const signs = {
  disclaimer: '!',
  review: '?',
  degraded: '↓',
  failure: '×',
  information: 'i',
} as const satisfies Record<Notice['kind'], string>;

/** A notice over an answer: sign, title, and each reason on a line of its own. */
export const noticeElement = (notice: Notice): HTMLElement => signed(notice.kind, signs[notice.kind], notice);

/** How far two answers agree, drawn like a notice with a sign of its own. */
export const comparisonElement = (comparison: ComparisonView): HTMLElement => signed('comparison', '≈', comparison);

function signed(
  kind: string,
  drawn: string,
  { title, lines, advice }: Pick<Notice, 'title' | 'lines' | 'advice'>,
): HTMLElement {
  const sign = element('span', 'sign', drawn);
  sign.ariaHidden = 'true';
  const words = element(
    'div',
    'notice-words',
    element('p', 'notice-title', title),
    ...reasons(lines),
    ...adviceOf(advice),
  );
  const notice = element('div', `notice ${kind}`, sign, words);
  notice.role = 'note';
  notice.ariaLabel = title;
  return notice;
}

const adviceOf = (advice: string | undefined): readonly HTMLElement[] =>
  advice === undefined || advice === '' ? [] : [element('p', 'notice-advice', advice)];

function reasons(lines: readonly string[]): readonly HTMLElement[] {
  if (lines.length < 2) return lines.map(line => element('p', '', line));
  return [element('ul', '', ...lines.map(line => element('li', '', line)))];
}
