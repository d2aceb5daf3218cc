import * as l10n from '@vscode/l10n';
import type { Context, Outcome } from '../../assist/assistance.ts';
import { codeAgreement } from '../../assist/agreement/codeAgreement.ts';
import { fileAgreement, type ResultingFile } from '../../assist/agreement/fileAgreement.ts';
import { proseAgreement } from '../../assist/agreement/proseAgreement.ts';
import { withHunks } from '../../assist/edits/hunks.ts';
import { placeBlocks } from '../../assist/edits/placeBlocks.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { codeBlocks } from '../../shared/codeBlocks.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import { readableAnswer } from '../conversation/readableAnswer.ts';
import type { Comparison, Turn } from '../conversation/turn.ts';
import { pace } from '../platform/pace.ts';
import { plainLabel } from '../text/cleanText.ts';
import { bothCostsText } from './bothCostsText.ts';
import { codeTexts, fileTexts, proseTexts, type Labels } from './agreementText.ts';
import type { OtherModelParts } from './otherModelParts.ts';

/** Two answers to the same question. */
export interface ComparedTurns {
  readonly first: Turn;
  readonly second: Turn;
  readonly asked: AskRequest;
}

/** Says of two answers how far they agree, and what both cost. Never that one is right. */
export async function compareTurns(
  { first, second, asked }: ComparedTurns,
  parts: Pick<OtherModelParts, 'labelOf' | 'costOf'>,
): Promise<Comparison> {
  const labels: Labels = [labelOf(first, parts), labelOf(second, parts)];
  if (second.answer?.freshness !== 'live')
    return {
      title: l10n.t('No second opinion'),
      lines: [l10n.t('No model of another provider has answered, so there is nothing to compare.')],
    };
  return {
    title: l10n.t('Second opinion: {0} and {1} compared', ...labels),
    lines: [...(await agreementLines({ first, second, asked }, labels)), bothCostsText([first, second], parts)],
  };
}

const labelOf = ({ answer }: Turn, parts: Pick<OtherModelParts, 'labelOf'>): string =>
  plainLabel(parts.labelOf(answer?.from ?? ''));

async function agreementLines({ first, second, asked }: ComparedTurns, labels: Labels): Promise<readonly string[]> {
  const turns = [first, second] as const;
  const declined = labels.filter((_, at) => turns[at]?.answer?.finish === 'refused');
  if (declined.length === 2) return [l10n.t('Both declined to answer.')];
  if (declined[0] !== undefined)
    return [l10n.t('{0} declined to answer, so there is nothing to compare.', declined[0])];
  const broken = labels.filter((_, at) => turns[at]?.answer?.finish === 'length');
  return [
    ...(await comparedLines({ first, second, asked }, labels)),
    ...broken.map(label =>
      l10n.t('The answer of {0} broke off at the length limit: only what is there was compared.', label),
    ),
  ];
}

async function comparedLines({ first, second, asked }: ComparedTurns, labels: Labels): Promise<readonly string[]> {
  const { assistance, context } = asked;
  const [one, other] = [assistance.read(first.text, context), assistance.read(second.text, context)];
  const unusable = labels.filter((_, at) => [one, other][at]?.kind === 'unusable');
  if (assistance.presenter !== 'panel' && unusable.length > 0)
    return unusable.map(label => l10n.t('The answer of {0} holds nothing that could be compared.', label));
  if (one.kind === 'replacement' && other.kind === 'replacement')
    return replacementLines([one, other], context, labels);
  if (one.kind === 'edits' && other.kind === 'edits') {
    const [left, right] = [await resultsOf(one, context), await resultsOf(other, context)];
    return fileTexts(fileAgreement(left, right), labels);
  }
  return proseLines([first, second], context, labels);
}

type Replacement = Extract<Outcome, { kind: 'replacement' }>;

function replacementLines(
  [one, other]: readonly [Replacement, Replacement],
  { code, language }: Context,
  labels: Labels,
): readonly string[] {
  const [before, counterpart] = [one.original ?? code, other.original ?? code];
  const original = before === counterpart ? before : undefined;
  return codeTexts(codeAgreement({ one: one.code, other: other.code, original, language }), labels);
}

/** What each file would be; what has no place in it is left out. */
async function resultsOf(
  { blocks }: Extract<Outcome, { kind: 'edits' }>,
  { files = [] }: Context,
): Promise<readonly ResultingFile[]> {
  const placed = await inSteps(placeBlocks(blocks, files), pace);
  return placed.files.map(({ file: { path, language, text }, placed: pieces }) => ({
    path,
    language,
    original: text,
    result: withHunks(
      text,
      pieces.flatMap(({ hunks }) => hunks),
    ),
  }));
}

/** By their words, and where each holds one piece of code by that, too. */
function proseLines([first, second]: readonly [Turn, Turn], { language }: Context, labels: Labels): readonly string[] {
  const [one, other] = [readableAnswer(first), readableAnswer(second)];
  const [blocks, counterparts] = [codeBlocks(first.text), codeBlocks(second.text)];
  const words = proseTexts(proseAgreement(one, other), labels);
  const [block, counterpart] = [blocks[0], counterparts[0]];
  if (!block || !counterpart || blocks.length + counterparts.length > 2) return words;
  const compared = codeAgreement({ one: block.code, other: counterpart.code, language });
  return [...words, l10n.t('The code in them: {0}', codeTexts(compared, labels).join(' '))];
}
