import { assistanceCases, playedTasks, type AssistanceCase, type Expected, type PlayedTask } from './assistanceCase.ts';
import { playCommitMessage, type CommitCase } from './playCommitMessage.ts';
import { playDocs, type DocsCase } from './playDocs.ts';
import { playFix, type FixCase } from './playFix.ts';
import { playRename, type RenameCase } from './playRename.ts';
import { playTests, type TestsCase } from './playTests.ts';

/** How the cases of each assistance are played: with its own reading and prompt. */
const plays: Readonly<Record<PlayedTask, (report: AssistanceCase) => Expected | Promise<Expected>>> = {
  commitMessage: report => playCommitMessage(report as CommitCase),
  docs: report => playDocs(report as DocsCase),
  tests: report => playTests(report as TestsCase),
  fix: report => playFix(report as FixCase),
  rename: report => playRename(report as RenameCase),
};

/** Of what comes of a case, what it says something about. */
export async function playAssistance(task: PlayedTask, report: AssistanceCase): Promise<Expected> {
  const seen = await plays[task](report);
  return Object.fromEntries(Object.keys(report.expect).map(name => [name, seen[name]]));
}

/** Every case with its assistance. */
export const allAssistanceCases: readonly (readonly [PlayedTask, AssistanceCase])[] = playedTasks.flatMap(task =>
  assistanceCases(task).map(report => [task, report] as const),
);
