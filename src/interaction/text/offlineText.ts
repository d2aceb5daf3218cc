import * as l10n from '@vscode/l10n';

/** What the offline rules say around the facts: the phrases of providers/offline.ts. */
export const offlinePhrases = () => ({
  noModel: l10n.t('This text does not come from a model, but from the editor’s language services.'),
  questionOpen: l10n.t('Your question itself is not answered.'),
  nothingKnown: l10n.t(
    'The language services found nothing more: no signature, no documentation, no problems, no references.',
  ),
  signature: l10n.t('Signature and documentation'),
  members: l10n.t('Members'),
  problems: l10n.t('Problems'),
  uses: (count: number) => (count === 1 ? l10n.t('Used in one place') : l10n.t('Used in {0} places', count)),
  place: (file: string, startLine: number, endLine: number) =>
    l10n.t('In {0}, lines {1} to {2}.', file, startLine, endLine),
  extent: (lines: number, language: string) =>
    lines === 1 ? l10n.t('It is 1 line of {0}.', language) : l10n.t('It is {0} lines of {1}.', lines, language),
  symbol: (kind: string, name: string) => l10n.t('{0} {1}.', kind, name),
  line: (line: number) => l10n.t('line {0}', line),
  more: (count: number) => l10n.t('and {0} more', count),
});
