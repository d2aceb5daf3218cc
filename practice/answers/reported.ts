import { fence } from '../wording/fence.ts';
import type { ReadPrompt } from './prompt.ts';

/** The code with a misspelt name as the editor says that it was meant; undefined: it reports nothing of the kind. */
export function mendedName({ code = '', said, language }: ReadPrompt): string | undefined {
  const [, wrong, meant] = /'(\w+)' does not exist on type [^\n]*Did you mean '(\w+)'\?/.exec(said) ?? [];
  if (wrong === undefined || meant === undefined || !code.includes(wrong)) return undefined;
  return fence(code.replaceAll(new RegExp(`\\b${wrong}\\b`, 'g'), meant), language.id);
}
