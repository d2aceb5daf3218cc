import * as l10n from '@vscode/l10n';
import type { Context, Gathering, TitleKind } from '../../assist/assistance.ts';
import type { Task } from '../../core/model/purpose.ts';

type Named = Pick<Context, 'file' | 'startLine' | 'endLine' | 'input'>;

/** What heads a question: 'Explain cart.ts:12–20', or the user's own words with the place. */
export const titleText = (kind: TitleKind, context: Named): string => titles[kind](context);

const titles: Readonly<Record<TitleKind, (context: Named) => string>> = {
  'explain-place': context => l10n.t('Explain {0}', placeOf(context)),
  'words-place': context => `${context.input} (${placeOf(context)})`,
};

function placeOf({ file, startLine, endLine }: Named): string {
  const name = file.split('/').at(-1) ?? '';
  return startLine === endLine ? l10n.t('{0}, line {1}', name, startLine) : `${name}:${startLine}–${endLine}`;
}

/** What a task is called in a list to choose from. */
export const taskText = (task: Task): string => tasks[task]();

const tasks: Readonly<Record<Task, () => string>> = {
  explain: () => l10n.t('Explain'),
  ask: () => l10n.t('Ask…'),
  edit: () => l10n.t('Edit…'),
};

/** What the box says in which the user types the words; it names what is asked about or will change. */
export function wordsText(
  words: Exclude<Gathering['words'], 'none'>,
  { file, startLine, endLine, symbol }: Pick<Context, 'file' | 'startLine' | 'endLine' | 'symbol'>,
): { readonly title: string; readonly placeHolder: string } {
  const name = symbol?.name ?? file.split('/').at(-1) ?? '';
  const lines = startLine === endLine ? l10n.t('line {0}', startLine) : l10n.t('lines {0}–{1}', startLine, endLine);
  return words === 'question'
    ? { title: l10n.t('Ask about {0}, {1}', name, lines), placeHolder: l10n.t('What do you want to know?') }
    : { title: l10n.t('Edit {0}, {1}', name, lines), placeHolder: l10n.t('What do you want to change?') };
}

/** What a part of a prompt is, by its name in the assistances. */
export const sectionName = (name: string): string => sectionNames.get(name.replace(' ', '-'))?.() ?? name;

const sectionNames: ReadonlyMap<string, () => string> = new Map([
  ['system', () => l10n.t('instructions of Steadfast')],
  ['file', () => l10n.t('name of the file')],
  ['symbol', () => l10n.t('name of the function or class')],
  ['hovers', () => l10n.t('documentation of what the code uses')],
  ['diagnostics', () => l10n.t('problems')],
  ['uses', () => l10n.t('places where it is used')],
  ['document', () => l10n.t('text of the file')],
  ['changes', () => l10n.t('what has changed in it since')],
  ['before', () => l10n.t('code above the selection')],
  ['after', () => l10n.t('code below the selection')],
  ['selection', () => l10n.t('selected code')],
  ['task', () => l10n.t('what is to be done')],
  ['question', () => l10n.t('your question')],
  ['instruction', () => l10n.t('your instruction')],
  ['earlier-question', () => l10n.t('an earlier question')],
  ['earlier-answer', () => l10n.t('an earlier answer')],
]);
