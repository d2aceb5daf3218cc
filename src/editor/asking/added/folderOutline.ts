import * as vscode from 'vscode';
import { moreLines } from '../../../assist/added/addedTitles.ts';
import { symbolsOf } from '../languageServices.ts';
import { mayBeNamed } from '../readableText.ts';
import { TimeBudget } from '../../../interaction/asking/timeBudget.ts';

const mostFiles = 150;
/** Of so many files the symbols at their top are told, as far as they are known in time. */
const mostWithSymbols = 15;
const mostSymbols = 25;
const symbolsMs = 1_500;

/** The names of the files in a folder, and what they declare at their top: no text of theirs. */
export async function folderOutline(folder: vscode.Uri): Promise<string> {
  const pattern = new vscode.RelativePattern(folder, '**/*');
  const found = (await vscode.workspace.findFiles(pattern, unsought, mostFiles * 2)).toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  const named = await Promise.all(found.map(uri => mayBeNamed(uri)));
  const files = found.filter((_, at) => named[at] === true);
  const budget = new TimeBudget(symbolsMs);
  const lines = await Promise.all(
    files.slice(0, mostFiles).map(async (uri, at) => {
      const symbols = at < mostWithSymbols ? await symbolsOf({ uri }, budget) : [];
      const names = symbols.slice(0, mostSymbols).map(({ name }) => name.slice(0, 80));
      return `${uri.path.slice(folder.path.length + 1)}${names.length > 0 ? `: ${names.join(', ')}` : ''}`;
    }),
  );
  const missing = files.length - lines.length;
  return [...lines, ...(missing > 0 ? [moreLines(missing)] : [])].join('\n');
}

/** What nobody looks for by name. */
export const unsought = '**/{node_modules,.git,.venv,venv,__pycache__,site-packages}/**';
