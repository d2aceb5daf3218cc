import * as vscode from 'vscode';
import type { Person } from './person.ts';
import { practice } from './practice.ts';
import { closeAll } from './documents.ts';
import type { PracticeRequest } from '../../../practice/exchange/request.ts';
import type { TurnView } from '../../../src/shared/protocol.ts';

/** Explains what is selected; resolves with what the panel shows in the end. */
export async function explain(person: Person): Promise<TurnView> {
  await vscode.commands.executeCommand('steadfast.explain');
  return person.reads();
}

/** Has what is selected changed; resolves when the answer is there and, if it may be applied, its diff is open. */
export async function edit(person: Person, instruction: string): Promise<void> {
  person.types(instruction);
  await vscode.commands.executeCommand('steadfast.edit');
}

/** The questions that have arrived, whole. */
export async function questions(): Promise<readonly PracticeRequest[]> {
  return (await practice.requests()).filter(({ method }) => method === 'POST');
}

/** Everything as at the beginning: nothing open, all providers healthy, no circuit open, nothing seen. */
export async function beginAnew(person: Person): Promise<void> {
  await closeAll();
  await practice.heal();
  for (const target of ['practice-anthropic', 'practice-openai', 'practice-local'])
    await vscode.commands.executeCommand('steadfast.resetCircuit', target);
  await practice.clear();
  person.forget();
}
