import {
  assistanceCases,
  playedTasks,
  type AssistanceCase,
  type SeenOfCase,
  type PlayedTask,
} from './assistanceCase.ts';
import { playCommitMessage } from './playCommitMessage.ts';
import { playDocs, type DocsCase } from './playDocs.ts';
import { playFix } from './playFix.ts';
import { playRename } from './playRename.ts';
import { playTests } from './playTests.ts';

/** How the cases of each assistance are played: with its own reading and prompt. */
const plays: Readonly<Record<PlayedTask, (report: AssistanceCase) => SeenOfCase | Promise<SeenOfCase>>> = {
  commitMessage: report => playCommitMessage(report),
  docs: report => playDocs(report as DocsCase),
  tests: report => playTests(report),
  fix: report => playFix(report),
  rename: report => playRename(report),
};

/** Of what comes of a case, what it says something about. */
export async function playAssistance(task: PlayedTask, report: AssistanceCase): Promise<SeenOfCase> {
  const seen = await plays[task](report);
  return Object.fromEntries(Object.keys(report.expect).map(name => [name, seen[name]]));
}

/** Every case with its assistance. */
export const allAssistanceCases: readonly (readonly [PlayedTask, AssistanceCase])[] = playedTasks.flatMap(task =>
  assistanceCases(task).map(report => [task, report] as const),
);
