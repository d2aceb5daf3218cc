import * as l10n from '@vscode/l10n';
import type { AddedRisk } from '../../assist/guard/addedRisks.ts';
import type { NeverReason } from '../../assist/guard/neverWritten.ts';
import type { PathFault } from '../../assist/guard/pathForm.ts';
import type { Reader } from '../../assist/guard/writtenWhenConfirmed.ts';
import type { Confirmation } from '../platform/user.ts';
import { cleanLine, messageText } from '../text/cleanText.ts';
import { readerText } from './readerText.ts';

/** Why nothing may be written to a file. */
export interface FileRefusal {
  /**
   * unclear: nobody can say where it leads; link-outside: it looks as if it lay in an open folder; moved: it leads elsewhere
   * than when it was checked.
   */
  readonly code: NeverReason | PathFault | 'unclear' | 'link-outside' | 'untrusted' | 'moved';
  readonly leadsTo?: string;
}

/** Why a change may be looked at and copied, but not applied, in the user's words. */
export function refusalText({ code, leadsTo = '' }: FileRefusal, name: string): string {
  return sentences[code](plain(name, 200), plain(leadsTo, 200));
}

const nameText = (file: string): string =>
  l10n.t('Nothing was changed: {0} may be the name of another file (a short name, a device, a stream, …).', file);

const sentences: Readonly<Record<FileRefusal['code'], (file: string, leadsTo: string) => string>> = {
  git: file =>
    l10n.t('{0} belongs to Git, which may run it: shown, never written by Steadfast. You can copy it.', file),
  editor: file =>
    l10n.t(
      '{0} holds settings, tasks or programs of an editor: shown, never written by Steadfast. You can copy it.',
      file,
    ),
  shell: file =>
    l10n.t('{0} runs when a shell or a session begins: shown, never written by Steadfast. You can copy it.', file),
  credentials: file =>
    l10n.t('{0} decides who gets in where: shown, never written by Steadfast. You can copy it.', file),
  assistant: file =>
    l10n.t('{0} configures an assistant or what it may run: shown, never written by Steadfast. You can copy it.', file),
  untrusted: file =>
    l10n.t('{0} can run code, and this folder is not trusted. Trust it first, then accept once more.', file),
  'link-outside': (file, leadsTo) =>
    l10n.t(
      '{0} is a link to {1}, outside of the open folders: nothing was changed. Open that folder to edit it there.',
      file,
      leadsTo,
    ),
  moved: file => l10n.t('{0} leads elsewhere than when it was checked: nothing was changed. Try once more.', file),
  unclear: file =>
    l10n.t('Nothing was changed: it is unclear which file {0} points to (a broken link, for example).', file),
  empty: nameText,
  'too-long': nameText,
  control: nameText,
  dots: nameText,
  'short-name': nameText,
  stream: nameText,
  device: nameText,
};

/** What a file is, and what the change adds, to be asked about. */
export interface AskedChange {
  readonly name: string;
  readonly real: string;
  readonly reader?: Reader;
  readonly isOutside: boolean;
  readonly hasOtherNames: boolean;
  readonly risks: readonly AddedRisk[];
  /** How many secrets of another place it would bring into the file. */
  readonly carriedSecrets: number;
}

/** The question before such a file is changed: it names what could run. */
export function confirmationOf(asked: AskedChange): Confirmation {
  const { name, real, reader, isOutside, hasOtherNames, risks, carriedSecrets } = asked;
  const lines = [
    ...(reader ? [readerText(reader)] : []),
    ...(isOutside ? [l10n.t('It lies outside of the open folders: {0}', cleanLine(real, 300))] : []),
    ...(hasOtherNames ? [otherNamesText()] : []),
    ...risks.map(riskText),
    ...(carriedSecrets > 0 ? [carriedText(carriedSecrets)] : []),
    l10n.t('Continue only if you have read the change and want its effect.'),
  ];
  return {
    question: l10n.t('Change {0}?', cleanLine(name, 200)),
    detail: lines.join('\n\n'),
    yes: l10n.t('Change It'),
  };
}

const otherNamesText = (): string =>
  l10n.t(
    'It also has a second name on this disk (a hard link): the file under that name, for example a Git hook, changes too.',
  );

const carriedText = (count: number): string =>
  count === 1
    ? l10n.t(
        'It brings a secret into this file that is not in it yet. Whoever can read this file can then read the secret.',
      )
    : l10n.t(
        'It brings {0} secrets into this file that are not in it yet. Whoever can read this file can then read the secrets.',
        count,
      );

/** What an edit adds that acts by itself, in one sentence. */
export function riskText({ kind, key, value }: AddedRisk): string {
  const [name, what] = [plain(key, 60), plain(value, 120)];
  switch (kind) {
    case 'schema':
      return l10n.t('It adds a schema ({0} {1}), which the editor may fetch as soon as the file is open.', name, what);
    case 'registry':
      return l10n.t('It changes where packages or programs come from: {0} {1}', name, what);
    case 'git-command':
      return l10n.t('It adds something that Git runs or reads by itself: {0} {1}', name, what);
    case 'install-script':
      return l10n.t(
        'It adds something that runs by itself, for example when packages are installed: {0} {1}',
        name,
        what,
      );
    case 'tool':
      return l10n.t('It changes which program is used to build or install, or runs along with it: {0} {1}', name, what);
    case 'fetched-program':
      return l10n.t('It runs a program as soon as it has come from the net: {0} {1}', name, what);
  }
}

/** That lines stand further in or out, which the diff beside it may not mark. */
export const reindentedText = (lines: number): string =>
  lines === 1
    ? l10n.t(
        'One line stands further in or out than before. The diff may not mark it: see diffEditor.ignoreTrimWhitespace.',
      )
    : l10n.t(
        '{0} lines stand further in or out than before. The diff may not mark them: see diffEditor.ignoreTrimWhitespace.',
        lines,
      );

const plain = (text: string, maxLength: number): string => messageText(cleanLine(text, maxLength));
