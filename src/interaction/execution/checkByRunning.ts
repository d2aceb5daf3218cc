import * as l10n from '@vscode/l10n';
import type { Sign } from '../../core/model/answer.ts';
import type { Checkpoints } from '../checkpoints/checkpoints.ts';
import { offeredCheckpoints } from '../checkpoints/offeredCheckpoints.ts';
import type { User } from '../platform/user.ts';
import { cleanLine } from '../text/cleanText.ts';

/** Something that VS Code can run here. */
export interface Runnable {
  /** As VS Code's own list calls it: 'npm: test'. */
  readonly name: string;
  readonly group: 'test' | 'build' | undefined;
  /** Resolves with the exit code when it has ended; undefined: it was stopped, or nobody knows how it ended. */
  readonly run: (signal: AbortSignal) => Promise<number | undefined>;
}

/** The files of an edit, by their addresses. */
export interface EditedFiles {
  /** Names of those that are not as they are on the disk, which is what is run. */
  readonly unsaved: (addresses: readonly string[]) => readonly string[];
  /** Saves these; false: one of them is not saved. */
  readonly save: (addresses: readonly string[]) => Promise<boolean>;
  /** Says which texts lie on the disk, to be compared later. */
  readonly stamp: (addresses: readonly string[]) => Promise<string>;
}

/** What checking an edit by running something needs of the world. */
export interface CheckParts {
  readonly user: Pick<User, 'offer' | 'pick' | 'tell' | 'wait' | 'warn'>;
  readonly mention: (words: string) => void;
  readonly checkpoints: Pick<Checkpoints, 'all'>;
  readonly isTrusted: () => boolean;
  readonly runnables: () => Promise<readonly Runnable[]>;
  readonly files: EditedFiles;
  /** Lets the user take an edit back. */
  readonly takeBack: () => Promise<void>;
}

/**
 * Runs what the user picks, a test or a type check of the workspace, while the edit of an answer stands in its files, and gives what came of
 * it as a sign; undefined: nothing is known, which was said. Only the exit code counts, never what was printed: that may be of anybody. It
 * counts for the edit only when its files are saved and stay as they are until the end.
 */
export async function checkByRunning(question: string, parts: CheckParts): Promise<Sign | undefined> {
  const { user, files, isTrusted } = parts;
  const refused = (why: string): undefined => {
    user.tell(why);
  };
  if (!isTrusted()) return refused(l10n.t('Tasks are only run in trusted workspaces.'));
  const edited = await editedIn(question, parts);
  if (edited.length === 0)
    return refused(l10n.t('Accept the edit first: only an edit that was accepted can be checked by running it.'));
  const chosen = await chosenRunnable(parts);
  if (!chosen || !(await isSaved(edited, parts))) return undefined;
  const before = await files.stamp(edited);
  const name = cleanLine(chosen.name, 60);
  const exitCode = await user.wait(l10n.t('{0} is running…', name), signal => chosen.run(signal));
  if (exitCode === undefined) return refused(l10n.t('{0} was stopped, so nothing is known about the edit.', name));
  if ((await files.stamp(edited)) !== before)
    return refused(l10n.t('The edited files have changed while {0} ran, so this says nothing about the edit.', name));
  return exitCode === 0 ? ranWell(name, parts) : ranBadly(name, exitCode, parts);
}

/** Files in which the edit of this answer stands now. */
async function editedIn(question: string, { checkpoints }: CheckParts): Promise<readonly string[]> {
  const standing = offeredCheckpoints(await checkpoints.all()).filter(({ bringsBack }) => !bringsBack);
  return [...new Set(standing.flatMap(({ checkpoint }) => (checkpoint.question === question ? checkpoint.files : [])))];
}

const order = ['test', 'build', undefined] as const;

async function chosenRunnable({ user, runnables }: CheckParts): Promise<Runnable | undefined> {
  const all = await runnables();
  if (all.length === 0) {
    user.tell(l10n.t('VS Code knows no task here. Add one that runs your tests: “Tasks: Configure Task”.'));
    return undefined;
  }
  const sorted = all.toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group));
  return user.pick(
    l10n.t('What should be run to check this edit?'),
    sorted.map(value => ({ label: value.name, ...(value.group && { description: groupTexts[value.group]() }), value })),
  );
}

const groupTexts = { test: () => l10n.t('tests'), build: () => l10n.t('build') } as const;

/** What is run is what lies on the disk (dotnet/vscode-csharp#1473). */
async function isSaved(edited: readonly string[], { user, files }: CheckParts): Promise<boolean> {
  const unsaved = files.unsaved(edited);
  if (unsaved.length === 0) return true;
  const save = l10n.t('Save and Run');
  const message = l10n.t('Not yet saved: {0}. What is run is what is saved.', cleanLine(unsaved.join(', '), 200));
  if ((await user.offer({ kind: 'information', message, buttons: [save] })) !== save) return false;
  const isDone = await files.save(edited);
  if (!isDone) user.warn(l10n.t('The edited files could not be saved, so nothing was run.'));
  return isDone;
}

function ranWell(name: string, { mention }: CheckParts): Sign {
  mention(l10n.t('{0} ran without an error.', name));
  return { code: 'ran-well', weight: 'good', facts: { name } };
}

async function ranBadly(name: string, exit: number, { user, takeBack }: CheckParts): Promise<Sign> {
  const back = l10n.t('Take Edit Back…');
  const message = l10n.t('{0} ended with an error ({1}). It may have done so before, too.', name, exit);
  void user
    .offer({ kind: 'warning', message, buttons: [back] })
    .then(chosen => (chosen === back ? takeBack() : undefined));
  return Promise.resolve({ code: 'ran-badly', weight: 'soft', facts: { name, exit } });
}
