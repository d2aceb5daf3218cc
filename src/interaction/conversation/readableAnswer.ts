import * as l10n from '@vscode/l10n';
import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import { writtenNames } from '../../assist/names/namesForm.ts';
import { readWritten } from '../../assist/review/readFindings.ts';
import type { WrittenFinding } from '../../assist/review/findingsForm.ts';
import { readableEdits } from '../edits/readableEdits.ts';
import { cleanLine } from '../text/cleanText.ts';
import type { Turn } from './turn.ts';

/** What a person reads of an answer: names and findings come as JSON, and are shown as a list; changes of files come as blocks, and are shown as diffs. What cannot be read stays as it is. */
export function readableAnswer({ presenter, phase, text }: Pick<Turn, 'presenter' | 'phase' | 'text'>): string {
  if (phase === 'working' && isData(presenter)) return ''; // half of it is no use to anybody
  return listOf(presenter, text) ?? text;
}

/** Is an answer for this presenter data, and not a text? */
export const isData = (presenter: Turn['presenter']): boolean =>
  presenter === 'names' || presenter === 'findings' || presenter === 'edits';

function listOf(presenter: Turn['presenter'], text: string): string | undefined {
  if (presenter === 'names') {
    const names = writtenNames(text, '');
    return names.length === 0 ? undefined : names.map(nameText).join('\n');
  }
  if (presenter === 'edits') return readableEdits(text);
  if (presenter !== 'findings') return undefined;
  const written = readWritten(text);
  if (!written) return undefined;
  return written.read.length === 0 ? l10n.t('It has found nothing.') : written.read.map(findingText).join('\n\n');
}

const nameText = ({ name, reason }: { readonly name: string; readonly reason: string }): string =>
  `- **${shown(name)}**${reason === '' ? '' : `: ${shown(reason)}`}`;

function findingText({ message, why, advice, quote, fix, file }: WrittenFinding): string {
  const words = [`**${shown(message)}**`, why, advice].filter(each => (each ?? '') !== '');
  return [
    [words[0] ?? '', ...words.slice(1).map(each => shown(each ?? ''))].join(' '),
    ...(file ? [shown(file)] : []),
    fenced(quote),
    ...(fix ? [l10n.t('Proposed instead:'), fenced(fix)] : []),
  ].join('\n\n');
}

const longest = 1_000;
const shown = (words: string): string => cleanLine(words, longest);

function fenced(code: string): string {
  const bare = code.trimEnd();
  const fence = fenceAround(bare);
  return `${fence}\n${bare}\n${fence}`;
}
