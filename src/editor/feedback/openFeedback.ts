import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { SharedFeedback } from '../../core/feedback/sharedFeedback.ts';
import type { Clock } from '../../core/model/clock.ts';
import type { Sharing } from '../../core/shared/sharedLog.ts';
import type { FeedbackOf } from '../../interaction/feedback/feedbackActions.ts';
import { feedbackFile } from '../../interaction/feedback/feedbackFile.ts';
import { forgetFeedback, noFeedbackText, type FeedbackParts } from '../../interaction/feedback/forgetFeedback.ts';
import { giveFeedbackWith, type GiveFeedback } from '../../interaction/feedback/giveFeedback.ts';
import type { User } from '../../interaction/platform/user.ts';
import { registerCommand } from '../platform/registerCommand.ts';

/** What keeping feedback needs of the world. */
export interface FeedbackSources {
  readonly clock: Clock;
  readonly user: User;
  readonly sharing: Pick<Sharing, 'openSharedLog'>;
  readonly log: Pick<vscode.LogOutputChannel, 'warn'>;
}

/** What the user says of answers. */
export interface FeedbackServices extends vscode.Disposable {
  readonly forPanels: { readonly giveFeedback: GiveFeedback; readonly feedbackOf: FeedbackOf };
  readonly onDidChange: (listener: () => void) => () => void;
  /** Forgets all of it, without a question. */
  readonly forget: () => Promise<void>;
}

/** Opens it, with its commands; nothing is read before a panel wants to know. */
export function openFeedback({ clock, user, sharing, log: channel }: FeedbackSources): FeedbackServices {
  const log = sharing.openSharedLog('feedback', {
    keep: 2,
    carryOver: () => feedback.carryOver(),
    onTrouble: (trouble, detail) => channel.warn(`feedback: ${trouble}: ${detail}`),
  });
  const feedback: SharedFeedback = new SharedFeedback({ log, clock });
  const commands = registerFeedbackCommands({ feedback, user });
  let read: Promise<void> | undefined;
  return {
    forPanels: {
      giveFeedback: giveFeedbackWith(feedback),
      feedbackOf: question => {
        read ??= feedback.refresh(); // never rejects
        const said = feedback.of(question);
        return said && (said.isHelpful ? 'helpful' : 'notHelpful');
      },
    },
    onDidChange: listener => feedback.onDidChange(listener),
    forget: () => feedback.forget(),
    dispose: () => {
      commands.dispose();
      feedback.dispose();
      log.close();
    },
  };
}

const registerFeedbackCommands = (parts: FeedbackParts): vscode.Disposable =>
  vscode.Disposable.from(
    registerCommand('steadfast.exportFeedback', () => exportFeedback(parts)),
    registerCommand('steadfast.forgetFeedback', () => forgetFeedback(parts)),
  );

async function exportFeedback({ feedback, user }: FeedbackParts): Promise<void> {
  await feedback.refresh();
  if (feedback.all.length === 0) return user.tell(noFeedbackText());
  const place = await vscode.window.showSaveDialog({ title: l10n.t('Export Feedback'), filters: { JSON: ['json'] } });
  if (!place) return;
  try {
    await vscode.workspace.fs.writeFile(place, Buffer.from(feedbackFile(feedback.all), 'utf8'));
  } catch {
    return user.warn(l10n.t('The feedback could not be saved there. Choose another place.'));
  }
  user.tell(l10n.t('The feedback is saved. The file holds no prompts and no answers.'));
}
