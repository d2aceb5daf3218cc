import * as vscode from 'vscode';
import type { Target } from '../../core/model/target.ts';
import { targetOf } from '../../interaction/settings/targetEntry.ts';
import { modelsAt, usualServers, type LookParts } from '../../interaction/setup/localModels.ts';

/** What looking for somebody to ask needs of the world. */
export interface FindTargetsParts extends LookParts {
  /** Which models of other extensions the user has agreed to. */
  readonly access: Pick<vscode.LanguageModelAccessInformation, 'canSendRequest'>;
}

const lookMs = 300;

/**
 * Whom to ask when the user has set up nobody: a model of another extension that they have agreed to, then what runs on
 * this machine. Looked for on a question only; nothing is sent but the wish for a list.
 */
export async function findTargets(parts: FindTargetsParts): Promise<readonly Target[]> {
  const [agreed, ...local] = await Promise.all([
    agreedModels(parts),
    ...usualServers.map(each => modelsAt(each, parts)),
  ]);
  const { providers, checkAddress } = parts.knowledge;
  const entries = [
    ...agreed.map(model => ({ provider: 'vscode-lm', model: `${model.vendor}/${model.id}`, label: model.name })),
    ...local
      .flatMap(models => models.slice(0, 1))
      .map(({ server: { provider, baseUrl }, model }) => ({ provider, model, baseUrl })),
  ];
  return entries.flatMap(entry => {
    const facts = providers.find(({ name }) => name === entry.provider);
    return facts ? [targetOf(entry, facts, checkAddress)] : [];
  });
}

async function agreedModels({ access, clock }: FindTargetsParts): Promise<readonly vscode.LanguageModelChat[]> {
  const { promise: late, resolve } = Promise.withResolvers<readonly vscode.LanguageModelChat[]>();
  const cancel = clock.after(lookMs, () => resolve([]));
  const all = await Promise.race([offeredModels(), late]).finally(cancel);
  return all.filter(model => access.canSendRequest(model) === true).slice(0, 1);
}

/** None when an extension fails to say what it offers: this is only a look, and others may be there. */
async function offeredModels(): Promise<readonly vscode.LanguageModelChat[]> {
  try {
    return await vscode.lm.selectChatModels();
  } catch {
    return []; // whatever another extension throws
  }
}
