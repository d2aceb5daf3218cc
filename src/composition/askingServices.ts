import * as vscode from 'vscode';
import { maxInputTokensFor } from '../editor/settings/readSettings.ts';
import type { InstructionFiles } from '../editor/instructions/instructionFiles.ts';
import { findTargets } from '../editor/setup/findTargets.ts';
import { AskService } from '../interaction/asking/askService.ts';
import type { OverBudgetPolicy } from '../interaction/asking/withinBudget.ts';
import type { ListModels } from '../interaction/setup/lookUpModels.ts';
import { totalMs, type CurrentClient } from './clientFactory.ts';
import type { WindowServices } from './windowServices.ts';

/** What of the window asking needs. */
type AskingSources = Pick<
  WindowServices,
  'activity' | 'clock' | 'consent' | 'context' | 'currentTargets' | 'knowledge' | 'workspace'
>;

/** What asking needs besides: made with the first command. */
export interface AskingServices {
  readonly client: Pick<CurrentClient, 'now'>;
  readonly listModels: ListModels;
  readonly overBudgetPolicy: OverBudgetPolicy;
  readonly instructionFiles: Pick<InstructionFiles, 'instructionsFor'>;
}

/** The way in for everything in this window that asks in the user's name. */
export function createAskService(window: AskingSources, services: AskingServices): AskService {
  const { activity, clock, consent, currentTargets, workspace } = window;
  const { client, instructionFiles, listModels, overBudgetPolicy } = services;
  return new AskService({
    clock,
    overBudgetPolicy,
    newId: () => crypto.randomUUID(),
    client: () => client.now,
    scope: workspace,
    isTrusted: () => vscode.workspace.isTrusted,
    totalMs: question => totalMs(question, client.now, { activity, currentTargets }),
    maxInputTokens: ({ context, place }) => maxInputTokensFor(context.language, place && vscode.Uri.parse(place.uri)),
    findTargets: async signal => {
      const access = window.context.languageModelAccessInformation;
      const { knowledge } = window;
      if (currentTargets.settings.targets.length === 0)
        currentTargets.adopt(await findTargets({ access, clock, knowledge, listModels, signal }));
    },
    confirm: targets => consent.confirm(targets),
    facts: async asked => (await import('../editor/asking/offline/factsFor.ts')).factsFor(asked),
    instructions: ({ assistance, place }) =>
      instructionFiles.instructionsFor({ uri: place && vscode.Uri.parse(place.uri), task: assistance.task }),
  });
}
