import * as l10n from '@vscode/l10n';
import { doubtsIn } from '../../core/confidence/verdict.ts';
import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import type { StoredAnswer } from '../history/storedAnswer.ts';
import { cleanLine, markdownText } from '../text/cleanText.ts';
import { decisionText, reasonsFor, type Reviewable } from './reviewItems.ts';

/** Of another version is what an older one wrote. */
const version = 1;

/** What waits and what was decided, as data: questions, answers, reasons and notes as they are kept, with secrets masked. */
export function reviewJson({ waiting, decided }: Reviewable): string {
  const told = {
    version,
    waiting: waiting.map(answerData),
    decided: decided.map(({ at, outcome, note, isEdited = false, kept }) => ({
      ...answerData(kept),
      decided: { at: new Date(at).toISOString(), outcome, isEdited, ...(note !== undefined && { note }) },
    })),
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}

/** The same to be read. What a model or a user wrote stands as text: no link, image or heading comes of it. */
export function reviewMarkdown({ waiting, decided }: Reviewable, labelOf: (target: string) => string): string {
  const parts = [
    `# ${l10n.t('For Your Decision')}`,
    ...waiting.flatMap(kept => answerParts(kept, l10n.t('waits'), labelOf)),
    ...decided.flatMap(each => answerParts(each.kept, decisionText(each), labelOf)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function answerData({ id, at, task, title, text, context, answer }: StoredAnswer): object {
  const signs = answer.confidence?.signs ?? [];
  return {
    ...{ id, task, question: title, file: context.file, target: answer.from, model: answer.model },
    asked: new Date(at).toISOString(),
    doubts: doubtsIn(signs),
    facts: signs.filter(({ weight }) => weight === 'fact'),
    answer: text,
  };
}

function answerParts(kept: StoredAnswer, said: string, labelOf: (target: string) => string): readonly string[] {
  const { at, title, text, answer } = kept;
  const fence = fenceAround(text);
  const who = `${cleanLine(labelOf(answer.from), 60)} · ${new Date(at).toISOString()} · ${said}`;
  return [
    `## ${markdownText(cleanLine(title, 200))}`,
    markdownText(who),
    reasonsFor(kept)
      .map(reason => `- ${markdownText(reason)}`)
      .join('\n'),
    `${fence}text\n${text.trimEnd()}\n${fence}`,
  ];
}
