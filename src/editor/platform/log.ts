import type * as vscode from 'vscode';
import { logLines } from '../../interaction/platform/logLines.ts';
import { registerCommand } from './registerCommand.ts';
import type { QuestionRecord } from '../../core/model/questionRecord.ts';

/** Where the log's lines go. */
export type LogChannel = Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'show'>;

export interface Log {
  /** Writes down what became of a question. */
  readonly journal: (entry: QuestionRecord) => void;
}

/** The log that a person reads: one line per attempt and one per question, names and numbers only. */
export function createLog(channel: LogChannel): Log {
  return {
    journal: entry => {
      for (const { level, text } of logLines(entry)) channel[level](text);
    },
  };
}

/** The command that opens the log. */
export function registerShowLog(channel: LogChannel): vscode.Disposable {
  return registerCommand('steadfast.showLog', () => channel.show());
}
