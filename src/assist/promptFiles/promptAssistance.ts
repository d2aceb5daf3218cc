import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import type { TextPart } from '../../core/model/prompt.ts';
import { ask } from '../tasks/ask.ts';
import type { Assistance } from '../assistance.ts';
import { edit } from '../tasks/edit.ts';
import type { PromptFile } from './promptFile.ts';

/** A file that a prompt links to, or its beginning. */
export interface LinkedFile {
  readonly file: string;
  readonly text: string;
}

const template = 'promptFile@2';

/**
 * The assistance that a prompt file is: it answers or edits as these do, asks what the file says, and takes along the files that it links to. The
 * words, with their variables in place, are the context's input. They are the workspace owner's and no words that the user typed.
 */
export function promptAssistance({ mode }: Pick<PromptFile, 'mode'>, linked: readonly LinkedFile[]): Assistance {
  const base = mode === 'edit' ? edit : ask;
  return {
    ...base,
    gather: { words: 'none' },
    prompt: context => {
      const { parts } = base.prompt(context);
      const last = parts.at(-1);
      if (!last) return { template, parts };
      const { wordsFrom: _typed, ...words } = last;
      return { template, parts: [...parts.slice(0, -1), ...linked.map(linkedPart), words] };
    },
  };
}

/** What the files are is told as data, as all other files are. */
function linkedPart({ file, text }: LinkedFile): TextPart {
  const fence = fenceAround(text);
  const name = file.replace(/[\s`]+/g, ' ').trim();
  return {
    kind: 'text',
    name: 'linked file',
    role: 'user',
    text: `File ${name}, which the question refers to:\n${fence}text\n${text.replace(/\r?\n$/, '')}\n${fence}`,
    priority: 70,
    shrinks: { headLines: 2, tailLines: 1, focus: 'start', keep: [] },
  };
}
