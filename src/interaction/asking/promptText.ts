import * as l10n from '@vscode/l10n';
import type { TargetPreview } from '../../core/previewsOf.ts';
import { sectionName } from '../text/assistanceText.ts';
import { cleanLine } from '../text/cleanText.ts';

/** A preview, and how many tokens its messages are by OpenAI's own tokenizer. */
export interface CountedPreview extends TargetPreview {
  readonly exactTokens: number;
}

/**
 * What would be sent, as a document to read: for each different prompt who gets it, its sections, and it exactly. Of several `requests`
 * the first.
 */
export function promptText(previews: readonly CountedPreview[], requests = 1): string {
  if (previews.length === 0) return l10n.t('There is no model to send it to: none is set up yet.');
  const head = l10n.t(
    'Nothing has been sent. This is what would be sent, with secrets masked. Numbers of tokens are estimates, unless it says how they were counted.',
  );
  const first =
    requests > 1
      ? [l10n.t('It is too much for one request, so it goes out in {0}. This is the first of them.', requests)]
      : [];
  return [head, ...first, ...alike(previews).map(versionText)].join('\n\n');
}

/** Those that would be sent the same stand together, in the order of the chain. */
function alike(previews: readonly CountedPreview[]): readonly (readonly CountedPreview[])[] {
  const groups = new Map<string, CountedPreview[]>();
  for (const preview of previews) {
    const key = JSON.stringify([preview.messages, preview.tooLong]);
    groups.set(key, [...(groups.get(key) ?? []), preview]);
  }
  return [...groups.values()];
}

function versionText(previews: readonly CountedPreview[]): string {
  const [first] = previews;
  if (!first) return '';
  const names = previews.map(({ target }) => cleanLine(target.label, 60)).join(', ');
  return [
    `════════ ${names} ════════`,
    `${totalWords(first)}\n${exactWords(first)}`,
    [...first.sections.map(sectionLine), ...frameLine(first)].join('\n'),
    ...first.messages.map(({ role, content }) => `──────── ${role} ────────\n${content}`),
  ].join('\n\n');
}

function totalWords({ tokens, limit, tooLong }: TargetPreview): string {
  if (tooLong)
    return l10n.t('Too long: {0} tokens, but at most {1} are sent. Nothing would be sent.', tokens, limit ?? 0);
  return limit === undefined ? l10n.t('{0} tokens', tokens) : l10n.t('{0} tokens of at most {1}', tokens, limit);
}

/** Other models count otherwise; what they report after an answer corrects the estimate for them. */
const exactWords = ({ exactTokens }: CountedPreview): string =>
  l10n.t('{0} tokens of text, counted with the tokenizer of OpenAI’s models (o200k)', exactTokens);

/** What is counted besides the parts, so that the numbers add up. */
function frameLine({ tokens, sections }: TargetPreview): readonly string[] {
  const sent = sections.filter(({ state }) => state !== 'left-out').reduce((sum, section) => sum + section.tokens, 0);
  return tokens > sent ? [`${String(tokens - sent).padStart(7)}  ${l10n.t('the form of the messages')}`] : [];
}

const states = {
  whole: () => '',
  shortened: () => l10n.t('shortened'),
  'left-out': () => l10n.t('left out'),
};

function sectionLine({ name, tokens, state }: TargetPreview['sections'][number]): string {
  return `${String(tokens).padStart(7)}  ${[sectionName(name), states[state]()].filter(each => each !== '').join(', ')}`;
}
