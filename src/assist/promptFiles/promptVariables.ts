/** A value that the user is asked for. */
export interface PromptInput {
  readonly name: string;
  /** What stands in the empty box; '' when nothing is said. */
  readonly placeholder: string;
}

/** A prompt with its variables in place. */
export interface FilledPrompt {
  readonly text: string;
  /** Variables that nobody knows; they stand as they were written. */
  readonly unknown: readonly string[];
}

/** What the variables of a prompt stand for: the place that is asked about. */
export interface PromptPlace {
  /** Path in the workspace folder, '/' as separator. */
  readonly file: string;
  /** What the workspace folder is called. */
  readonly folder: string;
}

const variable = /\$\{([^${}\n]{1,200})\}/g;
const inputForm = /^input:([^:]{1,80})(?::([^]*))?$/;

/** The values that a prompt asks for, each once, in their order. */
export function inputsOf(text: string): readonly PromptInput[] {
  const inputs = new Map<string, PromptInput>();
  for (const [, inner = ''] of text.matchAll(variable)) {
    const [, written = '', hint = ''] = inputForm.exec(inner) ?? [];
    const name = written.trim();
    const known = inputs.get(name);
    if (name !== '' && !known?.placeholder) inputs.set(name, { name, placeholder: hint.trim() });
  }
  return [...inputs.values()];
}

/**
 * Puts values in the place of variables, in one pass: what a value holds is never read as a variable. Paths are those in the workspace
 * folder, because others would tell the user's name. The selection stands in the prompt already, as data: a variable points to it.
 */
export function fillVariables(text: string, place: PromptPlace, inputs: ReadonlyMap<string, string>): FilledPrompt {
  const unknown = new Set<string>();
  const filled = text.replace(variable, (written: string, inner: string) => {
    const name = inputForm.exec(inner)?.[1]?.trim();
    const value = name === undefined ? valueOf(inner.trim(), place) : inputs.get(name);
    if (value === undefined) unknown.add(written);
    return value ?? written;
  });
  return { text: filled, unknown: [...unknown] };
}

/** For the model's eyes, therefore not translated. */
const selection = '[the selected code, which stands above]';

function valueOf(name: string, { file, folder }: PromptPlace): string | undefined {
  const base = file.split('/').at(-1) ?? '';
  switch (name) {
    case 'selection':
    case 'selectedText':
      return selection;
    case 'file':
    case 'relativeFile':
      return flat(file);
    case 'fileBasename':
      return flat(base);
    case 'fileBasenameNoExtension':
      return flat(base.replace(/(?<=[^.])\.[^.]*$/, ''));
    case 'fileDirname':
    case 'relativeFileDirname':
      return flat(file.split('/').slice(0, -1).join('/')) || '.';
    case 'workspaceFolder':
    case 'workspaceRoot':
      return '.';
    case 'workspaceFolderBasename':
      return flat(folder);
    default:
      return undefined;
  }
}

/** On one line and without backticks: a file's name is anybody's. */
const flat = (text: string): string => text.replace(/[\s`]+/g, ' ').trim();
