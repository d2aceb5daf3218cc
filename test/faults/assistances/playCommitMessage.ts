import { withBeginning } from '../../../src/assist/commit/beginning.ts';
import { changedFiles } from '../../../src/assist/commit/changedFiles.ts';
import { commitStyle, inStyle } from '../../../src/assist/commit/commitStyle.ts';
import { commitMessage } from '../../../src/assist/tasks/commitMessage.ts';
import { render, type Prompt } from '../../../src/core/model/prompt.ts';
import { fitPrompt } from '../../../src/core/prompt/fitPrompt.ts';
import { tokensOfPrompt } from '../../../src/core/prompt/tokens.ts';
import { contextOf } from '../../assist/context.ts';
import { heldBy, type AssistanceCase, type SeenOfCase, type Holds } from './assistanceCase.ts';

/** A file of a diff that is made for the case. */
interface Changes {
  readonly path: string;
  readonly change?: 'deleted';
  readonly added?: number;
  readonly removed?: number;
  /** Of added lines, instead of their number. */
  readonly characters?: number;
}

export interface CommitCase extends AssistanceCase {
  readonly answer?: string;
  readonly history?: readonly string[];
  readonly branch?: string;
  /** What stands in the box, and what was put there before. */
  readonly typed?: string;
  readonly lastGenerated?: string;
  readonly diff?: string;
  readonly changes?: readonly Changes[];
  readonly otherChanges?: readonly Changes[];
  readonly budgetCharacters?: number;
}

/** What the message, the style or the prompt is. */
export function playCommitMessage(report: CommitCase): SeenOfCase {
  const { answer, history = [] } = report;
  if (answer !== undefined) return messageOf(report, answer);
  const diff = diffOf(report);
  const context = { code: diff, history, turns: [{ question: 'Use a global', answer: 'Done' }] };
  const prompt = commitMessage.prompt(contextOf(context));
  return {
    ...commitStyle(history),
    ...heldBy(textOf(prompt), report.expect satisfies Holds),
    ...shownOf(report, prompt),
    files: changedFiles(diff).map(({ added: _added, removed: _removed, hunks, ...file }) => ({
      ...file,
      hunks: hunks.length,
    })),
    userTurns: render(prompt).filter(({ role }) => role === 'user').length,
    promptsDiffer:
      textOf(commitMessage.prompt(contextOf({ ...context, code: made(report.otherChanges ?? []) }))) !== textOf(prompt),
  };
}

function messageOf({ history = [], typed = '', lastGenerated, branch = '', expect }: CommitCase, answer: string) {
  const context = contextOf({ history, symbol: { name: branch, kind: 'branch' } });
  const outcome = commitMessage.read(answer, context);
  const begun = typed === lastGenerated ? '' : typed;
  const message = outcome.kind === 'message' ? withBeginning(begun, outcome.text) : null;
  const { messageStartsWith = '', messageLacks = '' } = expect as Readonly<Record<string, string>>;
  return {
    message,
    styled: message === null ? null : inStyle(message, history, branch),
    messageStartsWith: message?.startsWith(messageStartsWith) === true ? messageStartsWith : message,
    messageLacks: message?.includes(messageLacks) === true ? message : messageLacks,
  };
}

const diffOf = ({ diff, changes = [] }: CommitCase): string => diff ?? made(changes);

const made = (changes: readonly Changes[]): string => changes.map(changeText).join('');

function changeText({ path, change, added = 0, removed = 0, characters = 0 }: Changes): string {
  const line = 'some words of a line that was added';
  const lines = characters > 0 ? Math.ceil(characters / (line.length + 2)) : added;
  return [
    `diff --git a/${path} b/${path}`,
    ...(change === 'deleted' ? ['deleted file mode 100644'] : []),
    `--- a/${path}`,
    change === 'deleted' ? '+++ /dev/null' : `+++ b/${path}`,
    `@@ -1,${removed} +1,${lines} @@`,
    ...Array.from({ length: removed }, (_, at) => `-old line ${at}`),
    ...Array.from({ length: lines }, () => `+${line}`),
    '',
  ].join('\n');
}

const textOf = (prompt: Prompt): string =>
  render(prompt)
    .map(({ content }) => content)
    .join('\n\n');

/** What is left of each file's hunks when there is room for so much. */
function shownOf({ budgetCharacters, changes = [] }: CommitCase, prompt: Prompt): SeenOfCase {
  if (budgetCharacters === undefined) return {};
  const isChanges = ({ name }: { readonly name: string }) => name === 'changes';
  const rest = { ...prompt, parts: prompt.parts.filter(part => !isChanges(part)) };
  const fitted = fitPrompt(prompt, tokensOfPrompt(rest) + budgetCharacters / 2);
  if (fitted === 'too-long') throw new Error('what is not to be cut is too long');
  const states = prompt.parts.map((part, at) => [part, fitted.states[at]] as const).filter(([part]) => isChanges(part));
  const inState = (wanted: string) =>
    changes
      .map(({ path }) => path)
      .filter(path => states.some(([{ text }, state]) => text.startsWith(`Changes of ${path}:`) && state === wanted));
  const [shownWhole, shownPartly] = [inState('whole'), inState('shortened')];
  const named = changes.map(({ path }) => path).filter(path => textOf(fitted.prompt).includes(`: ${path}, `));
  const namedOnly = named.filter(path => ![...shownWhole, ...shownPartly].includes(path));
  return { shownWhole, shownPartly, namedOnly };
}
