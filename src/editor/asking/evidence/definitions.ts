import * as vscode from 'vscode';
import { definitionLines } from '../../../assist/evidence/definitionLines.ts';
import { namesUsed, type UsedName } from '../../../assist/evidence/namesUsed.ts';
import { inSteps } from '../../../core/shared/steps.ts';
import { pace } from '../../../interaction/platform/pace.ts';
import { hoversAt } from '../languageServices.ts';
import type { AskedPlace } from '../gatherContext.ts';
import { definitionPlaces, type FoundPlace } from './definitionPlaces.ts';
import type { EvidencePiece } from '../../../assist/evidence/evidencePiece.ts';
import type { OtherTexts } from './otherTexts.ts';

/** So many names are looked up: a language service has others to serve. */
const mostNames = 8;
/** Of one name so many places: its definition and its type. */
const mostPlaces = 2;
/** Of libraries a hover says enough; so many of them. */
const mostHovers = 4;

/** What the names in the code mean, as far as it is known in time. */
export interface NamesFound {
  readonly pieces: readonly EvidencePiece[];
  /** What hovers say of names that come from libraries. */
  readonly hovers: readonly string[];
}

/** The definitions and types of the names in the code: their text from files of the workspace, a hover from elsewhere. */
export async function definitionsIn(asked: AskedPlace, others: OtherTexts): Promise<NamesFound> {
  const names = await inSteps(namesUsed(asked.code, asked.document.languageId, mostNames), pace);
  const found = await Promise.all(names.map(name => asked.budget.within(definitionOf(name, asked, others))));
  const known = found.filter(each => each !== undefined);
  return {
    pieces: distinct(known.flatMap(({ pieces }) => pieces)),
    hovers: known.flatMap(({ hovers }) => hovers).slice(0, mostHovers),
  };
}

async function definitionOf(name: UsedName, asked: AskedPlace, others: OtherTexts): Promise<NamesFound> {
  const { document, range, budget } = asked;
  const at = new vscode.Position(range.start.line + name.line, name.character);
  const places = (await definitionPlaces(document.uri, at, budget)) ?? [];
  const own = document.uri.toString();
  const isAsked = ({ uri, first }: FoundPlace): boolean =>
    uri.toString() === own && first >= range.start.line && first <= range.end.line;
  const outside = places.filter(place => !isAsked(place));
  const isLibrary = outside.length > 0 && outside.every(({ uri }) => !vscode.workspace.getWorkspaceFolder(uri));
  if (isLibrary) return { pieces: [], hovers: (await hoversAt(document, at, budget)).slice(0, 1) };
  const pieces = await Promise.all(outside.slice(0, mostPlaces).map(place => pieceOf(place, others)));
  return { pieces: pieces.filter(each => each !== undefined), hovers: [] };
}

async function pieceOf(place: FoundPlace, others: OtherTexts): Promise<EvidencePiece | undefined> {
  const file = isInstalled(place.uri) ? undefined : await others.at(place.uri);
  if (!file) return undefined;
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === place.uri.toString());
  const cut = await inSteps(definitionLines(file.text, open?.languageId ?? others.language, place), pace);
  return others.piece('definitions', place.uri, { file, ...cut });
}

/** Libraries lie in the workspace, too: their hovers say enough. */
const isInstalled = ({ path }: vscode.Uri): boolean =>
  /\/(?:node_modules|site-packages|\.venv|venv|vendor|target|\.cargo)\//.test(path);

function distinct(pieces: readonly EvidencePiece[]): readonly EvidencePiece[] {
  const known = new Set<string>();
  return pieces.filter(({ found }) => {
    const key = `${found.file}:${found.line}`;
    return !known.has(key) && known.add(key);
  });
}
