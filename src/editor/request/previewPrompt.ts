import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TargetPreview } from '../../core/previewsOf.ts';
import { assistances } from '../../assist/tasks/all.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import type { AskService } from '../../interaction/asking/askService.ts';
import { promptText, type CountedPreview } from '../../interaction/asking/promptText.ts';
import { taskText } from '../../interaction/text/assistanceText.ts';
import type { Estimating } from './askForWords.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import type { Choice, User } from '../../interaction/platform/user.ts';
import type { ReadingRules } from '../asking/gatherContext.ts';
import { prepare, refusalTold } from './prepareRequest.ts';

/** What Preview Prompt needs of the world. */
export interface PreviewParts extends ReadingRules, Estimating {
  readonly askService: Pick<AskService, 'preview' | 'requests'>;
  readonly user: Pick<User, 'pick' | 'pickSeveral' | 'warn'>;
  readonly newId: () => string;
  /** The prompt files of the workspace, each with what prepares it. */
  readonly promptFiles: () => Promise<readonly Choice<() => Promise<AskRequest | undefined>>[]>;
  /** Tokens of a text by OpenAI's own tokenizer; slow the first time. */
  readonly countExactly: (text: string) => Promise<number>;
}

const scheme = 'steadfast-prompt';

/** Preview Prompt: shows what a question about the selection would send, to whom, and sends nothing. */
export function registerPreviewPrompt(parts: PreviewParts): vscode.Disposable {
  const texts = new Map<string, string>();
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: uri => texts.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void texts.delete(uri.toString())),
    registerCommand('steadfast.previewPrompt', () =>
      refusalTold(parts, async () => {
        const asked = await chooseAndPrepare(parts);
        if (!asked) return;
        const uri = vscode.Uri.from({ scheme, path: l10n.t('Prompt'), query: parts.newId() });
        texts.set(uri.toString(), promptText(await counted(asked, parts), await parts.askService.requests(asked)));
        await vscode.window.showTextDocument(uri, { preview: true, viewColumn: vscode.ViewColumn.Beside });
      }),
    ),
  );
}

async function counted(asked: AskRequest, parts: PreviewParts): Promise<readonly CountedPreview[]> {
  const previews = await parts.askService.preview(asked);
  const tokensOf = async ({ messages }: TargetPreview): Promise<number> => {
    const counts = await Promise.all(messages.map(({ content }) => parts.countExactly(content)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  return Promise.all(previews.map(async preview => ({ ...preview, exactTokens: await tokensOf(preview) })));
}

async function chooseAndPrepare(parts: PreviewParts): Promise<AskRequest | undefined> {
  const choices: readonly Choice<() => Promise<AskRequest | undefined>>[] = [
    ...assistances.map(assistance => ({
      label: taskText(assistance.task),
      value: () => prepare(assistance, parts),
    })),
    ...(await parts.promptFiles()),
  ];
  const chosen = await parts.user.pick(l10n.t('Which prompt do you want to preview?'), choices);
  return chosen?.();
}
