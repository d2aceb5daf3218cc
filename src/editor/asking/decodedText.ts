import * as vscode from 'vscode';

/** The text of a file as VS Code would show it; undefined: it is no text. */
export async function decodedText(bytes: Uint8Array, uri: vscode.Uri): Promise<string | undefined> {
  const text = utf8(bytes) ?? (await inItsEncoding(bytes, uri));
  return text?.includes('\0') ? undefined : text;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // it has another encoding
  }
}

async function inItsEncoding(bytes: Uint8Array, uri: vscode.Uri): Promise<string | undefined> {
  try {
    return await vscode.workspace.decode(bytes, { uri });
  } catch {
    return undefined; // VS Code takes it for a binary file
  }
}
