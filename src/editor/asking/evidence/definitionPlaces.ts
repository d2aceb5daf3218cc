import type * as vscode from 'vscode';
import { askServices, type Patience } from '../languageServices.ts';

/** Where a language service finds something; lines 0-based, inclusive. */
export interface FoundPlace {
  readonly uri: vscode.Uri;
  readonly first: number;
  readonly last: number;
}

const commands = ['vscode.executeDefinitionProvider', 'vscode.executeTypeDefinitionProvider'] as const;

/** Where the name at a position is defined, and its type; undefined: no service has said so in time. */
export async function definitionPlaces(
  uri: vscode.Uri,
  position: vscode.Position,
  patience: Patience,
): Promise<readonly FoundPlace[] | undefined> {
  const found = await Promise.all(
    commands.map(command =>
      askServices<readonly (vscode.Location | vscode.LocationLink)[]>(patience, command, uri, position),
    ),
  );
  const places = found.filter(each => each !== undefined);
  return places.length < commands.length ? undefined : places.flat().map(placeOf);
}

function placeOf(found: vscode.Location | vscode.LocationLink): FoundPlace {
  const [uri, range] = 'targetUri' in found ? [found.targetUri, found.targetRange] : [found.uri, found.range];
  return { uri, first: range.start.line, last: range.end.line };
}
