import type * as vscode from 'vscode';
import { logLines } from '../../interaction/platform/logLines.ts';
import { registerCommand } from './registerCommand.ts';
import type { QuestionObserver } from '../../core/model/questionRecord.ts';

/** Where the log's lines go. */
export type LogChannel = Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'show'>;

/** The log that a person reads: one line per attempt and one per question, names and numbers only. */
export function createLog(channel: LogChannel): QuestionObserver {
  return {
    ended: record => {
      for (const { level, text } of logLines(record)) channel[level](text);
    },
  };
}

/** The command that opens the log. */
export function registerShowLog(channel: LogChannel): vscode.Disposable {
  return registerCommand('steadfast.showLog', () => channel.show());
}
