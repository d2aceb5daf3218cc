import * as vscode from 'vscode';
import type { Person } from './person.ts';

/** Sets this workspace's tokens of a day by the command; '' goes by the settings again. */
export async function setDayBudget(person: Person, tokens: string): Promise<void> {
  person.picks('Tokens per day');
  person.types(tokens);
  await vscode.commands.executeCommand('steadfast.setBudget');
}
