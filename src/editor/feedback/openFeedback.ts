import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { demotedSigns } from '../../core/feedback/demotedSigns.ts';
import { reliabilityOf, type Reliability } from '../../core/feedback/reliability.ts';
import { SharedFeedback } from '../../core/feedback/sharedFeedback.ts';
import type { Task } from '../../core/model/purpose.ts';
import type { Clock } from '../../core/model/clock.ts';
import type { Sharing } from '../../core/shared/sharedLog.ts';
import type { FeedbackOf } from '../../interaction/feedback/feedbackActions.ts';
import { feedbackFile } from '../../interaction/feedback/feedbackFile.ts';
import { forgetFeedback, noFeedbackText, type FeedbackParts } from '../../interaction/feedback/forgetFeedback.ts';
import {
  giveFeedbackWith,
  learnDecisionWith,
  type GiveFeedback,
  type LearnDecision,
} from '../../interaction/feedback/giveFeedback.ts';
import type { ReliabilityOf } from '../../interaction/feedback/reliabilityText.ts';
import type { User } from '../../interaction/platform/user.ts';
import { registerCommand } from '../platform/registerCommand.ts';

/** What keeping feedback needs of the world. */
export interface FeedbackSources {
  readonly clock: Clock;
  readonly user: User;
  readonly sharing: Pick<Sharing, 'openSharedLog' | 'workspaceId'>;
  readonly log: Pick<vscode.LogOutputChannel, 'warn'>;
}

/** What is asked and learnt where answers are shown. */
export interface FeedbackWays {
  readonly giveFeedback: GiveFeedback;
  readonly learnDecision: LearnDecision;
  readonly feedbackOf: FeedbackOf;
  readonly reliabilityOf: ReliabilityOf;
}

/** What the user says of answers. */
export interface FeedbackServices extends vscode.Disposable {
  readonly forPanels: FeedbackWays;
  /** Signs that what the user decided in this workspace has made facts, with how many answers were used in spite of them. */
  readonly demoted: () => ReadonlyMap<string, number>;
  readonly onDidChange: (listener: () => void) => () => void;
  /** Forgets all of it, without a question. */
  readonly forget: () => Promise<void>;
}

/** Opens it, with its commands; nothing is read before a panel or an answer wants to know. */
export function openFeedback({ clock, user, sharing, log: channel }: FeedbackSources): FeedbackServices {
  const { workspaceId } = sharing;
  const log = sharing.openSharedLog('feedback', {
    keep: 2,
    carryOver: () => feedback.carryOver(),
    onTrouble: (trouble, detail) => channel.warn(`feedback: ${trouble}: ${detail}`),
  });
  const feedback: SharedFeedback = new SharedFeedback({ log, clock });
  const commands = registerFeedbackCommands({ feedback, user });
  let read: Promise<void> | undefined;
  const reading = (): void => void (read ??= feedback.refresh()); // never rejects
  const learnt = learntFrom(feedback, workspaceId);
  const place = { feedback, workspaceId };
  return {
    forPanels: {
      giveFeedback: giveFeedbackWith(place),
      learnDecision: learnDecisionWith(place),
      feedbackOf: question => {
        reading();
        const said = feedback.of(question);
        return said && (said.isHelpful ? 'helpful' : 'notHelpful');
      },
      reliabilityOf: learnt.reliabilityOf,
    },
    demoted: () => {
      reading();
      return learnt.demoted();
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

/** What all that was said and decided amounts to, worked out anew when more is known. */
function learntFrom(feedback: SharedFeedback, workspaceId: () => string) {
  const demoted = new Map<string, ReadonlyMap<string, number>>(); // by workspace: folders come and go
  const reliable = new Map<Task, Reliability | undefined>();
  feedback.onDidChange(() => {
    demoted.clear();
    reliable.clear();
  });
  return {
    demoted: () => {
      const place = workspaceId();
      const known = demoted.get(place) ?? demotedSigns(feedback.outcomes, place);
      demoted.set(place, known);
      return known;
    },
    reliabilityOf: (task: Task) => {
      if (!reliable.has(task)) reliable.set(task, reliabilityOf(feedback.outcomes, task));
      return reliable.get(task);
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
