import { between } from '../code/chance.ts';
import { languageOf } from '../code/languages.ts';
import { bodyOf } from '../code/statements.ts';
import { fenced, type DamageRule } from './damage.ts';

const infoOf = ({ edit }: Parameters<DamageRule>[0]): string => languageOf(edit.unit.language).fence;

/** All is there but the fence that closes it. */
export const openFence: DamageRule = damaging => ({
  text: fenced(damaging.edit.code, infoOf(damaging)).slice(0, -4),
});

/** The provider says that it stopped at the limit. */
export const cutAtLength: DamageRule = damaging => {
  const text = fenced(damaging.edit.code, infoOf(damaging));
  return { text: text.slice(0, Math.floor(text.length * (0.3 + damaging.chance() * 0.5))), finish: 'length' };
};

/** Ends amid a line, and the fence is closed all the same. */
export const cutInLine: DamageRule = ({ edit, chance }) => {
  const lines = edit.code.split('\n');
  const at = between(Math.ceil(lines.length * 0.3), Math.max(1, lines.length - 2), chance);
  const line = lines[at] ?? '';
  const blank = line.length - line.trimStart().length;
  if (line.trim().length < 6) return undefined;
  const cut = line.slice(0, between(blank + 3, line.length - 2, chance)).trimEnd();
  return { code: [...lines.slice(0, at), cut].join('\n') };
};

/** Ends between two statements of the body, and the fence is closed all the same. */
export const cutAtStatement: DamageRule = ({ edit, chance }) => {
  const body = bodyOf(edit.code, edit.unit.language);
  if (!body || body.statements.length < 3) return undefined;
  const statement = body.statements[between(1, body.statements.length - 2, chance)];
  return (
    statement && {
      code: edit.code
        .split('\n')
        .slice(0, statement.to + 1)
        .join('\n'),
    }
  );
};

/** The whole answer, twice, in one block. */
export const doubled: DamageRule = ({ edit }) => ({ code: `${edit.code}\n\n${edit.code}` });
