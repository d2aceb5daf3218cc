import type { Assistance, Context } from '../../src/assist/assistance.ts';
import type { Prompt, TextPart } from '../../src/core/model/prompt.ts';
import { nearest } from '../../src/assist/prompt/surroundings.ts';

/**
 * The same questions as they were put together before anybody thought of caches: the task first, then the place, then the
 * lines before and after the selection; no marks.
 */
export const unordered = (assistance: Assistance): Assistance => ({
  ...assistance,
  prompt: context => formerOrder(assistance.prompt(plainTurns(context)), context),
});

/** The same with as few lines around the selection as were sent then. */
export const unorderedAndShort = (assistance: Assistance): Assistance => ({
  ...assistance,
  prompt: context => formerOrder(assistance.prompt(plainTurns(context)), { ...context, ...nearest(context) }),
});

const plainTurns = (context: Context): Context => ({
  ...context,
  turns: context.turns.map(({ question, answer }) => ({ question, answer })),
});

function formerOrder({ template, parts }: Prompt, context: Context): Prompt {
  const named = (...names: readonly string[]): readonly TextPart[] =>
    parts.filter(({ name }) => names.includes(name)).map(({ repeats: _, ...part }) => part);
  const [system, task] = [...named('system'), ...named('task')];
  const [file] = named('file');
  if (!system || !task || !file) throw new Error('a prompt has other sections than it used to have');
  const around = (name: 'before' | 'after'): readonly TextPart[] =>
    context[name].trim() === ''
      ? []
      : [{ ...file, name, text: `Lines that stand ${name} it in the file:\n\`\`\`\n${context[name]}\n\`\`\`` }];
  const rest = parts.filter(({ name }) => /^(?:earlier|question$|instruction$)/.test(name));
  return {
    template,
    parts: [
      { ...system, text: `${task.text}\n${system.text}` },
      { ...file, text: `${file.text}\nLines: ${context.startLine}-${context.endLine}` },
      ...around('before'),
      ...around('after'),
      ...named('symbol', 'hovers', 'diagnostics', 'uses'),
      ...named('project', 'definitions', 'callers', 'open files', 'edits'),
      ...named('selection'),
      ...rest.map(({ repeats: _, ...part }) => part),
    ],
  };
}
