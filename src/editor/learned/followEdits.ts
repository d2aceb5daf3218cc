import type * as vscode from 'vscode';
import type { Clock } from '../../core/model/clock.ts';
import type { AnswerOrigins } from '../../core/routing/learned/answerOrigins.ts';
import type { SharedLearning } from '../../core/routing/learned/sharedLearning.ts';
import type { Checkpoints } from '../../interaction/checkpoints/checkpoints.ts';
import { KeptJudge } from '../../interaction/learned/keptJudge.ts';
import { MessageJudge, type WrittenMessage } from '../../interaction/learned/messageJudge.ts';
import type { LearnedParts } from '../../interaction/learned/showLearned.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { changedDocument } from '../checkpoints/changedDocument.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import type { EditLearning } from '../present/documentWriter.ts';
import { errorsAt } from '../present/errorsAt.ts';

/** What following edits needs of the world. */
export interface FollowEditsParts extends Omit<LearnedParts, 'learning'> {
  readonly checkpoints: Checkpoints;
  readonly learning: SharedLearning;
  readonly origins: Pick<AnswerOrigins, 'of'>;
  readonly clock: Clock;
}

/** Who learns from what becomes of commit messages. */
export interface MessageLearning {
  /** A message was written into the box of a repository. */
  readonly written: (message: WrittenMessage) => Promise<void>;
}

/** A window that was opened anew needs so long to have its unsaved files again, ms. */
const restoringMs = 10_000;

/** Learns what becomes of edits: turned down, or kept ten minutes after they were applied; those of before a reload too. */
export function followEdits(parts: FollowEditsParts): EditLearning & MessageLearning & vscode.Disposable {
  const { checkpoints, learning, origins, clock } = parts;
  const judge = new KeptJudge({
    checkpoints,
    clock,
    pace,
    textOf: async file => (await changedDocument(file))?.getText(),
    errorsAt: async (file, spans) => {
      const document = spans.length > 0 ? await changedDocument(file) : undefined;
      return document ? errorsAt(document, spans) : 0;
    },
    learn: (id, outcome) => void learning.learn(id, outcome),
  });
  const messages = new MessageJudge({
    clock,
    originOf: question => origins.of(question),
    learn: (id, outcome) => void learning.learn(id, outcome),
  });
  const command = registerCommand('steadfast.showLearned', async () =>
    (await import('../../interaction/learned/showLearned.ts')).showLearned(parts),
  );
  const cancel = clock.after(restoringMs, () => void judge.follow());
  return {
    originOf: question => origins.of(question),
    applied: () => void judge.follow(),
    discarded: question => {
      const origin = origins.of(question);
      if (origin) void learning.learn(question, { ...origin, kept: false });
    },
    written: message => messages.written(message),
    dispose: () => {
      cancel();
      messages.dispose();
      command.dispose();
      judge.dispose();
    },
  };
}
