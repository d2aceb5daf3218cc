import * as l10n from '@vscode/l10n';
import { codeBlocks } from '../../shared/codeBlocks.ts';
import type { FactsView, FactView } from '../../shared/protocol.ts';
import { withLateSigns } from '../../core/confidence/withLateSigns.ts';
import type { Sign } from '../../core/model/answer.ts';
import { factText, signText } from '../text/answerText.ts';
import type { Turn } from './turn.ts';

/** More facts than these nobody reads; the rest is counted. */
const mostFacts = 12;

/** What an answer changes, or what else was noticed in it: told, and no doubt. undefined: nothing, or the user has discarded it. */
export function factsView({ answer, decision, form, presenter, phase, text }: Turn): FactsView | undefined {
  const facts = factsIn(answer?.confidence?.signs ?? []);
  if (facts.length === 0 || decision === 'discarded' || phase !== 'done') return undefined;
  const block = codeBlocks(text).length === 1 ? 0 : undefined;
  return {
    title:
      form === 'code' && facts.some(isOfChange)
        ? l10n.t('What this answer changes')
        : l10n.t('What was noticed in this answer'),
    facts: facts.map(sign => factView(sign, presenter === 'diff')),
    ...(block !== undefined && { block }),
  };
}

/** What another model wrote is no change that it makes. */
const isOfChange = ({ code }: Sign): boolean => code !== 'disagrees';

/** A fact, and the line of the answer's code (1-based) that it is about. */
export interface LineFact {
  readonly text: string;
  readonly line: number;
}

/** The facts that belong to a line. */
export const lineFacts = (signs: readonly Sign[]): readonly LineFact[] =>
  factsIn(signs).flatMap(sign => {
    const line = lineOf(sign);
    return line === undefined ? [] : [{ text: factText(sign), line }];
  });

/** With what was found about its answer later; without an answer, or one that was not judged, it stays as it is. */
export function withSigns({ answer }: Turn, signs: readonly Sign[]): Pick<Turn, 'answer'> | Record<string, never> {
  if (!answer?.confidence) return {};
  return { answer: { ...answer, confidence: withLateSigns(answer.confidence, signs) } };
}

/** At most as many as are read; what stands for the rest is the last one. */
function factsIn(signs: readonly Sign[]): readonly Sign[] {
  const all = signs.filter(({ weight }) => weight === 'fact');
  const named = all.filter(({ code }) => code !== 'more-changes');
  const counted = all.reduce((sum, { code, facts }) => sum + (code === 'more-changes' ? Number(facts['count']) : 0), 0);
  const count = counted + Math.max(0, named.length - mostFacts);
  return [
    ...named.slice(0, mostFacts),
    ...(count > 0 ? [{ code: 'more-changes', weight: 'fact', facts: { count } } as const] : []),
  ];
}

function factView(sign: Sign, isOfDiff: boolean): FactView {
  const line = lineOf(sign);
  return { text: signText(sign), ...(isOfDiff && line !== undefined && { at: { line, text: factText(sign) } }) };
}

const lineOf = ({ facts: { line } }: Sign): number | undefined =>
  typeof line === 'number' && Number.isSafeInteger(line) && line > 0 ? line : undefined;
