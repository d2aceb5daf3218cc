import * as l10n from '@vscode/l10n';
import { cleanLine } from './cleanText.ts';
import type { Context, Gathering, TitleKind } from '../../assist/assistance.ts';
import { instructionsOf } from '../../assist/instructions/withInstructions.ts';
import type { Task } from '../../core/model/purpose.ts';

type Place = Pick<Context, 'file' | 'cell' | 'startLine' | 'endLine'>;
type Named = Place & Pick<Context, 'input' | 'symbol' | 'files'>;

/** What heads a question: 'Explain cart.ts:12–20', or the user's own words with the place. */
export const titleText = (kind: TitleKind, context: Named): string => titles[kind](context);

const titles: Readonly<Record<TitleKind, (context: Named) => string>> = {
  'explain-place': context => l10n.t('Explain {0}', placeOf(context)),
  'words-place': context => `${context.input} (${placeOf(context)})`,
  'words-files': ({ input, files = [] }) => `${input} (${filesOf(files)})`,
  'fix-place': context => l10n.t('Fix {0}', placeOf(context)),
  'tests-place': context => l10n.t('Tests for {0}', placeOf(context)),
  'docs-place': context => l10n.t('Document {0}', placeOf(context)),
  'rename-place': ({ symbol, ...context }) => l10n.t('Names for {0}', symbol?.name ?? placeOf(context)),
  'review-place': context => l10n.t('Review {0}', placeOf(context)),
  'review-changes-place': ({ file }) => l10n.t('Review the changes of {0}', file),
  'review-commit-place': ({ symbol, file }) => l10n.t('Review {0}', symbol?.name ?? file),
  'commit-place': ({ file }) => l10n.t('Commit message for {0}', file),
};

/** What heads a question that has a name: 'review (cart.ts:12–20)'. */
export const assistanceTitle = (name: string, context: Named): string =>
  titleText('words-place', { ...context, input: cleanLine(name, 60) });

function placeOf({ startLine, endLine, ...place }: Place): string {
  const name = nameOf(place);
  if (place.cell !== undefined) return name;
  return startLine === endLine ? l10n.t('{0}, line {1}', name, startLine) : `${name}:${startLine}–${endLine}`;
}

/** One file by its name, several by their number. */
function filesOf(files: NonNullable<Context['files']>): string {
  const [only, ...others] = files;
  return only && others.length === 0 ? nameOf({ file: only.path }) : l10n.t('{0} files', files.length);
}

/** What a question is about, without its lines: those of a cell are its own. */
function nameOf({ file, cell }: Pick<Place, 'file' | 'cell'>): string {
  const name = file.split('/').at(-1) ?? '';
  return cell === undefined ? name : l10n.t('{0}, cell {1}', name, cell);
}

/** What a task is called in a list to choose from. */
export const taskText = (task: Task): string => tasks[task]();

const tasks: Readonly<Record<Task, () => string>> = {
  explain: () => l10n.t('Explain'),
  ask: () => l10n.t('Ask…'),
  edit: () => l10n.t('Edit…'),
  editFiles: () => l10n.t('Edit Files…'),
  fix: () => l10n.t('Fix'),
  tests: () => l10n.t('Generate Tests'),
  docs: () => l10n.t('Add Documentation'),
  rename: () => l10n.t('Suggest Names…'),
  commitMessage: () => l10n.t('Generate Commit Message'),
  review: () => l10n.t('Review'),
  reviewChanges: () => l10n.t('Review Changes'),
  reviewCommit: () => l10n.t('Review Commit…'),
};

/** What the box says in which the user types the words; it names what is asked about or will change. */
export function wordsText(
  words: Exclude<Gathering['words'], 'none'>,
  { symbol, startLine, endLine, files, ...place }: Place & Pick<Context, 'symbol' | 'files'>,
): { readonly title: string; readonly placeHolder: string } {
  const name = symbol?.name ?? nameOf(place);
  const lines = startLine === endLine ? l10n.t('line {0}', startLine) : l10n.t('lines {0}–{1}', startLine, endLine);
  const about = {
    question: () => ({
      title: l10n.t('Ask about {0}, {1}', name, lines),
      placeHolder: l10n.t('What do you want to know?'),
    }),
    instruction: () => ({
      title: files ? l10n.t('Edit {0}', filesOf(files)) : l10n.t('Edit {0}, {1}', name, lines),
      placeHolder: l10n.t('What do you want to change?'),
    }),
    problem: () => ({ title: l10n.t('Fix {0}, {1}', name, lines), placeHolder: l10n.t('What is wrong with it?') }),
  };
  return about[words]();
}

/** What a part of a prompt is, by its name in the assistances. */
export function sectionName(name: string): string {
  if (name.startsWith(instructionsOf))
    return l10n.t('instructions from {0}', cleanLine(name.slice(instructionsOf.length), 100));
  return sectionNames.get(name.replace(' ', '-'))?.() ?? name;
}

const sectionNames: ReadonlyMap<string, () => string> = new Map([
  ['system', () => l10n.t('instructions of Steadfast')],
  ['file', () => l10n.t('name of the file')],
  ['symbol', () => l10n.t('name of the function or class')],
  ['hovers', () => l10n.t('documentation of what the code uses')],
  ['diagnostics', () => l10n.t('problems')],
  ['uses', () => l10n.t('places where it is used')],
  ['document', () => l10n.t('text of the file')],
  ['changed-since', () => l10n.t('what has changed in it since')],
  ['before', () => l10n.t('code above the selection')],
  ['after', () => l10n.t('code below the selection')],
  ['files', () => l10n.t('the files to be changed')],
  ['selection', () => l10n.t('selected code')],
  ['task', () => l10n.t('what is to be done')],
  ['question', () => l10n.t('your question')],
  ['instruction', () => l10n.t('your instruction')],
  ['earlier-question', () => l10n.t('an earlier question')],
  ['earlier-answer', () => l10n.t('an earlier answer')],
  ['test-file', () => l10n.t('tests that are there')],
  ['test-example', () => l10n.t('tests of another file')],
  ['changed-files', () => l10n.t('names of the changed files')],
  ['changes', () => l10n.t('changed lines')],
  ['earlier-messages', () => l10n.t('messages of earlier commits')],
  ['project', () => l10n.t('what the project is made with')],
  ['cells', () => l10n.t('cells above it in the notebook')],
  ['definitions', () => l10n.t('definitions from elsewhere')],
  ['callers', () => l10n.t('code that uses it')],
  ['edits', () => l10n.t('what you changed last')],
  ['added', () => l10n.t('what you added')],
  ['fixes', () => l10n.t('what the editor offers to do')],
  ['open-files', () => l10n.t('names of open files')],
  ['linked-file', () => l10n.t('a file that the prompt file links to')],
  ['instructions', () => l10n.t('how the instructions of your workspace are meant')],
]);
