import { listed } from '../wording/words.ts';
import type { ReadPrompt } from './prompt.ts';

/** What was changed, by the names of the files; with a type where the others have one. */
export function commitMessage({ said, instruction }: ReadPrompt): string {
  const files = [...said.matchAll(/^(added|deleted|renamed|changed): (?:.+ → )?([^,\n]+)/gm)];
  const names = files.slice(0, 3).map(([, , path = '']) => path.split('/').at(-1) ?? path);
  const verbs = { added: 'add', deleted: 'remove', renamed: 'rename', changed: 'change' } as const;
  const kind = files[0]?.[1] as keyof typeof verbs | undefined;
  const subject = `${verbs[kind ?? 'changed']} ${listed(names)}`;
  const type = /type and a colon, as there: (\w+)/.exec(instruction)?.[1];
  return type === undefined ? subject.charAt(0).toUpperCase() + subject.slice(1) : `${type}: ${subject}`;
}
