import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type LinkedFile, promptAssistance } from '../../assist/promptFiles/promptAssistance.ts';
import { type PromptFile, readPromptFile } from '../../assist/promptFiles/promptFile.ts';
import { linksIn, type PromptLink } from '../../assist/promptFiles/promptLinks.ts';
import { fillVariables, inputsOf } from '../../assist/promptFiles/promptVariables.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { promptFileText } from '../../interaction/asking/promptFileText.ts';
import type { Choice, User } from '../../interaction/platform/user.ts';
import { assistanceTitle } from '../../interaction/text/assistanceText.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';
import type { Estimating } from '../request/askForWords.ts';
import type { ReadingRules } from '../asking/gatherContext.ts';
import { prepare } from '../request/prepareRequest.ts';
import { type FindingsIn, readToSend, type SentText } from '../asking/readableText.ts';
import { filesBelow, isThere } from './folderFiles.ts';

/** What running a prompt file needs of the world. */
export interface PromptFileParts extends ReadingRules, Estimating {
  readonly user: Pick<User, 'pick' | 'pickSeveral' | 'type'>;
}

/** A prompt file that is ready to be asked, and what heads its answer. */
export interface PreparedPrompt {
  readonly asked: AskRequest;
  readonly title: string;
}

/** A prompt file of an open folder. */
interface FoundPrompt {
  readonly folder: vscode.WorkspaceFolder;
  /** Its path in the folder. */
  readonly file: string;
  readonly prompt: PromptFile;
  readonly isCut: boolean;
}

/** Where prompt files lie, in each open folder. */
const place = '.github/prompts';
/** Of longer files only the beginning is sent, characters. */
const longestFile = 20_000;
/** A prompt that asks for more is none that somebody wants to answer. */
const mostInputs = 20;

/** Lets the user choose one of the prompt files; undefined: they turned away. Rejects with a CannotAsk when there is none. */
export async function choosePromptFile(parts: PromptFileParts): Promise<PreparedPrompt | undefined> {
  if (!vscode.workspace.isTrusted) throw new CannotAsk(l10n.t('Prompt files are run in trusted workspaces only.'));
  const choices = await promptFileChoices(parts);
  if (choices.length === 0)
    throw new CannotAsk(l10n.t('There is no prompt file here. Prompt files are .github/prompts/*.prompt.md.'));
  const chosen = await parts.user.pick(l10n.t('Which prompt file do you want to run?'), choices);
  return chosen?.();
}

/** The prompt files of the open folders as lines of a list; none in a workspace that is not trusted. */
export async function promptFileChoices(
  parts: PromptFileParts,
): Promise<readonly Choice<() => Promise<PreparedPrompt | undefined>>[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = (await Promise.all(folders.map(folder => promptFilesIn(folder, parts.findingsIn)))).flat();
  return found.map(each => ({
    label: plainLabel(each.prompt.name),
    description: plainLabel(describe(each, folders.length > 1), 200),
    value: () => prepared(each, parts),
  }));
}

/** The same for who needs no title. */
export async function promptFileRequests(
  parts: PromptFileParts,
): Promise<readonly Choice<() => Promise<AskRequest | undefined>>[]> {
  const choices = await promptFileChoices(parts);
  return choices.map(choice => ({ ...choice, value: async () => (await choice.value())?.asked }));
}

const describe = ({ folder, file, prompt: { description } }: FoundPrompt, withFolder: boolean): string =>
  [description || file, ...(withFolder ? [folder.name] : [])].join(' · ');

async function promptFilesIn(folder: vscode.WorkspaceFolder, findingsIn: FindingsIn): Promise<readonly FoundPrompt[]> {
  const files = await filesBelow(folder, place, { ending: '.prompt.md', depth: 1 });
  const read = await Promise.all(
    files.map(async file => ({ file, sent: await readToSend(fileIn(folder, file), longestFile, findingsIn) })),
  );
  return read.flatMap(({ file, sent }) =>
    sent ? [{ folder, file, prompt: readPromptFile(sent.text, file), isCut: sent.isCut }] : [],
  );
}

/** Gathers the place, asks for the values, and reads the files that it links to; undefined: the user turned away. */
async function prepared(found: FoundPrompt, parts: PromptFileParts): Promise<PreparedPrompt | undefined> {
  const { prompt, folder, file } = found;
  if (prompt.text === '') throw new CannotAsk(l10n.t('The prompt file {0} asks nothing.', file));
  const asked = await prepare(promptAssistance(prompt, []), parts);
  const inputs = asked && (await askForInputs(prompt, parts));
  if (!asked || !inputs) return undefined;
  const { context } = asked;
  const { text, unknown } = fillVariables(prompt.text, { file: context.file, folder: folder.name }, inputs);
  const links = await Promise.all(linksIn(prompt.text, file).map(link => linked(link, folder, parts.findingsIn)));
  const read = links.filter(each => 'text' in each);
  const remarks = promptFileText({
    unfollowed: prompt.unfollowed,
    unknown,
    leftOut: links.filter(each => 'written' in each).map(({ written }) => written),
    cut: [...(found.isCut ? [file] : []), ...read.filter(({ isCut }) => isCut).map(each => each.file)],
  });
  return {
    title: assistanceTitle(prompt.name, context),
    asked: {
      ...asked,
      assistance: promptAssistance(prompt, read),
      linked: read.map(each => ({ file: each.file, text: each.text })),
      context: { ...context, input: text },
      ...(remarks.length > 0 && { remarks }),
    },
  };
}

/** What the user gives for each value; undefined: they turned away. */
async function askForInputs(
  { name, text }: PromptFile,
  { user }: PromptFileParts,
): Promise<ReadonlyMap<string, string> | undefined> {
  const inputs = inputsOf(text);
  if (inputs.length > mostInputs)
    throw new CannotAsk(
      l10n.t('The prompt file asks for {0} values, at most {1} are asked for.', inputs.length, mostInputs),
    );
  const values = new Map<string, string>();
  for (const input of inputs) {
    const given = await user.type({
      title: plainLabel(name),
      prompt: plainLabel(input.name, 100),
      ...(input.placeholder !== '' && { placeholder: plainLabel(input.placeholder, 200) }),
      check: () => undefined,
    });
    if (given === undefined) return undefined;
    values.set(input.name, given);
  }
  return values;
}

/** The first of the files that a link may mean and that may be read, or the link itself. */
async function linked(
  link: PromptLink,
  folder: vscode.WorkspaceFolder,
  findingsIn: FindingsIn,
): Promise<(LinkedFile & SentText) | PromptLink> {
  for (const file of link.paths) {
    const uri = fileIn(folder, file);
    if (!(await isThere(uri))) continue;
    const sent = await readToSend(uri, longestFile, findingsIn);
    return sent ? { file, ...sent } : link;
  }
  return link;
}

const fileIn = (folder: vscode.WorkspaceFolder, file: string): vscode.Uri => vscode.Uri.joinPath(folder.uri, file);
