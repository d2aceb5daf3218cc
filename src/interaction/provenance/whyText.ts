import * as l10n from '@vscode/l10n';
import type { Note, RouteOption } from '../../core/model/note.ts';
import type { WhyView } from '../../shared/protocol.ts';
import type { LabelOf } from '../text/answerSummary.ts';
import { cleanLine } from '../text/cleanText.ts';
import { wholeNumber } from '../text/numberText.ts';
import { expectedTexts, heldText } from './expectedText.ts';
import { skipText } from './skipText.ts';
import { placeReasonText, routeText } from './routeText.ts';

type Routed = Extract<Note, { kind: 'routed' }>;

/**
 * Why this model: the decision in a sentence, then a line for each model that could be asked, with the time and the cost that were
 * expected of it then. Of an answer made of several requests each sentence once, and the models of the last one. undefined: there
 * was nobody to choose from.
 */
export function whyText(notes: readonly Note[], labelOf: LabelOf): WhyView | undefined {
  const routed = notes.filter(note => note.kind === 'routed');
  const last = routed.at(-1);
  if (!last) return undefined;
  const name = (target: string): string => cleanLine(labelOf(target), 60);
  const more = last.others > 0 ? [l10n.t('… and {0} more', wholeNumber(last.others))] : [];
  const lines = [
    ...new Set(routed.map(note => decisionText(note, name))),
    ...last.options.map((option, at) => optionText(option, name(option.target), at === 0)),
    ...more,
  ];
  return { title: l10n.t('Why this model?'), lines };
}

/** Who stands first and cannot be asked would make a puzzle of the answer of another. */
function decisionText(note: Routed, name: LabelOf): string {
  const sentence = routeText(note, name(note.target));
  const [first] = note.options;
  return first?.held ? l10n.t('{0}; it could not be asked: {1}', sentence, skipText(first.held)) : sentence;
}

/** 'GPT-6: stronger, about 4 s, about $0.012'. The sentence has said why the first one is the first. */
function optionText(option: RouteOption, name: string, isFirst: boolean): string {
  const { because, held, heldMs } = option;
  const place = isFirst ? '' : placeReasonText(because);
  const facts = [...(held ? [heldText(held, heldMs)] : []), ...(place === '' ? [] : [place]), ...expectedTexts(option)];
  return l10n.t('{0}: {1}', name, facts.join(', '));
}
