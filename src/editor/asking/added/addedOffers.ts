import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addedTitles } from '../../../assist/added/addedTitles.ts';
import type { AddedOffer } from '../../../interaction/added/addedItem.ts';
import { TimeBudget } from '../../../interaction/asking/timeBudget.ts';
import { askServices } from '../languageServices.ts';
import { mayBeNamed, openDocument, searched, type FindingsIn } from '../readableText.ts';
import { unsought } from './folderOutline.ts';
import { terminalSelection } from './terminalSelection.ts';

const mostOffers = 12;
/** So many files are found before those that must not be named are taken out. */
const mostFound = 60;
/** A name is being typed: who is late comes with the next letter. */
const offersMs = 1_500;

/** What may be added by a name that begins like this, or has it in it; '': what is at hand. None in restricted mode. */
export async function addedOffers(typed: string, findingsIn: FindingsIn): Promise<readonly AddedOffer[]> {
  if (!vscode.workspace.isTrusted) return [];
  const budget = new TimeBudget(offersMs);
  const [fixed, files, symbols] = await Promise.all([
    budget.within(atHand(findingsIn)),
    budget.within(typed === '' ? openOffers() : fileOffers(typed)),
    typed.length < 2 ? [] : symbolOffers(typed, budget),
  ]);
  const begins = (fixed ?? []).filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));
  return [...begins, ...(files ?? []), ...symbols].slice(0, mostOffers);
}

/** What is there whatever files there are. */
async function atHand(findingsIn: FindingsIn): Promise<readonly AddedOffer[]> {
  const always: readonly AddedOffer[] = [
    { name: 'problems', description: l10n.t('Problems of the workspace'), from: { kind: 'problems' } },
    {
      name: 'changes',
      description: l10n.t('Changes that are not staged'),
      from: { kind: 'changes', which: 'working' },
    },
    { name: 'staged', description: l10n.t('Staged changes'), from: { kind: 'changes', which: 'staged' } },
  ];
  const terminal: readonly AddedOffer[] = vscode.window.activeTerminal
    ? [{ name: 'terminal', description: l10n.t('What is selected in the terminal'), from: takenLater }]
    : [];
  return [...(await selectionOffers(findingsIn)), ...always, ...terminal];
}

/** The terminal is looked at only when it was chosen. */
const takenLater: AddedOffer['from'] = { kind: 'selection', title: '', language: 'text', text: '' };

/** The same, with what is gone later taken now. */
export async function taken(offer: AddedOffer): Promise<AddedOffer> {
  if (offer.from !== takenLater) return offer;
  const text = await terminalSelection();
  return {
    ...offer,
    from: { kind: 'selection', title: addedTitles.terminal, language: 'text', text },
  };
}

/** What is selected in editors beside the one in use. */
async function selectionOffers(findingsIn: FindingsIn): Promise<readonly AddedOffer[]> {
  const others = vscode.window.visibleTextEditors.filter(
    editor => editor !== vscode.window.activeTextEditor && !editor.selection.isEmpty,
  );
  const offers = await Promise.all(
    others.map(async ({ document, selection }): Promise<readonly AddedOffer[]> => {
      const readable = await openDocument(document.uri.toString()).catch(() => undefined);
      const whole = readable && (await searched(document.uri, readable.text(), findingsIn));
      if (!whole) return [];
      const file = vscode.workspace.asRelativePath(document.uri);
      const [first, last] = [selection.start.line + 1, selection.end.line + 1];
      const lines = new vscode.Range(first - 1, 0, last, 0);
      const from = { kind: 'selection', language: document.languageId, text: readable.text(lines), whole } as const;
      const title = addedTitles.lines(file, first, last);
      return [{ name: `selection:${first}-${last}`, description: file, from: { ...from, title } }];
    }),
  );
  return offers.flat();
}

async function openOffers(): Promise<readonly AddedOffer[]> {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs).map(({ input }) => input);
  const uris = tabs.flatMap(input => (input instanceof vscode.TabInputText ? [input.uri] : []));
  return namedFiles([...new Map(uris.map(uri => [uri.toString(), uri])).values()]);
}

async function fileOffers(typed: string): Promise<readonly AddedOffer[]> {
  const letters = Array.from(typed.slice(0, 60).replaceAll(/[^\p{L}\p{N}_./@-]/gu, ''));
  const either = letters.map(letter =>
    /\p{L}/u.test(letter) ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : letter,
  );
  const pattern = `**/*${either.join('')}*`;
  const inFolders = `**/*${either.join('').replace(/\/$/, '')}*/**`;
  const [files, below] = await Promise.all([
    vscode.workspace.findFiles(pattern, unsought, mostFound),
    vscode.workspace.findFiles(inFolders, unsought, mostFound),
  ]);
  const offers = await namedFiles(files.toSorted((a, b) => a.path.length - b.path.length));
  return [...offers, ...(await folderOffers(below, typed))];
}

async function namedFiles(uris: readonly vscode.Uri[]): Promise<readonly AddedOffer[]> {
  const named = await Promise.all(uris.map(uri => mayBeNamed(uri)));
  return uris
    .filter((_, at) => named[at] === true)
    .map(uri => ({
      name: vscode.workspace.asRelativePath(uri),
      description: l10n.t('File'),
      from: { kind: 'file', uri: uri.toString() },
    }));
}

/** The folders that have the name in theirs, by a file in them that may be named. */
async function folderOffers(files: readonly vscode.Uri[], typed: string): Promise<readonly AddedOffer[]> {
  const wanted = typed.toLowerCase().replace(/\/$/, '');
  const folders = new Map<string, AddedOffer>();
  for (const uri of files) {
    if (folders.size >= mostOffers || !(await mayBeNamed(uri))) continue;
    const parts = uri.path.split('/');
    const at = parts.findLastIndex((part, index) => index < parts.length - 1 && part.toLowerCase().includes(wanted));
    const folder = uri.with({ path: parts.slice(0, at + 1).join('/') });
    if (at < 1 || !vscode.workspace.getWorkspaceFolder(folder)) continue;
    const name = `${vscode.workspace.asRelativePath(folder)}/`;
    folders.set(name, {
      name,
      description: l10n.t('Folder, names only'),
      from: { kind: 'folder', uri: folder.toString() },
    });
  }
  return [...folders.values()];
}

async function symbolOffers(typed: string, budget: TimeBudget): Promise<readonly AddedOffer[]> {
  const command = 'vscode.executeWorkspaceSymbolProvider';
  const found = ((await askServices<vscode.SymbolInformation[]>(budget, command, typed)) ?? []).slice(0, mostOffers);
  const named = await Promise.all(found.map(({ location }) => budget.within(mayBeNamed(location.uri))));
  return found
    .filter((_, at) => named[at] === true)
    .map(({ name, location: { uri, range } }) => ({
      name: name.split('(')[0] ?? name,
      description: vscode.workspace.asRelativePath(uri),
      from: { kind: 'symbol', uri: uri.toString(), first: range.start.line, last: range.end.line },
    }));
}
