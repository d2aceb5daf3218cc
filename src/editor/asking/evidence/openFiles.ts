import * as vscode from 'vscode';
import type { TimeBudget } from '../../../interaction/asking/timeBudget.ts';
import type { KnownRules } from '../ignoreFiles.ts';
import { mayBeNamed } from '../readableText.ts';
import { shownName } from './otherTexts.ts';

const mostOpen = 15;

/** The names of the other files that stand open, those that can be seen first; none that must not be read. */
export async function openFiles(own: vscode.Uri, budget: TimeBudget, rules: KnownRules): Promise<readonly string[]> {
  const seen = vscode.window.visibleTextEditors.map(({ document }) => document.uri);
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: inGroup }) => inGroup.flatMap(({ input }) => uriOf(input)));
  const open = [...new Map([...seen, ...tabs].map(uri => [uri.toString(), uri])).values()];
  const others = open.filter(uri => uri.path !== own.path).slice(0, mostOpen);
  const named = await Promise.all(others.map(uri => budget.within(mayBeNamed(uri, rules))));
  return others.filter((_, at) => named[at] === true).map(shownName);
}

const uriOf = (input: unknown): readonly vscode.Uri[] =>
  input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook ? [input.uri] : [];
