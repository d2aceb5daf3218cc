import * as l10n from '@vscode/l10n';

/** What people know an origin by: its host, with the port when it has one. */
export function hostOf(origin: string): string {
  if (!origin.includes('//')) return l10n.t('the language models of other extensions in VS Code');
  return new URL(origin).host;
}
