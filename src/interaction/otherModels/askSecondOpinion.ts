import * as l10n from '@vscode/l10n';
import { otherMakers } from '../../core/routing/otherMakers.ts';
import type { Target } from '../../core/model/target.ts';
import type { ExpectedAsk } from '../asking/expectations.ts';
import { isUnderWay, stillAnsweredText } from '../conversation/isUnderWay.ts';
import type { Turn } from '../conversation/turn.ts';
import { plainLabel } from '../text/cleanText.ts';
import { compareTurns } from './compareTurns.ts';
import { expectedText } from './otherModelChoices.ts';
import type { AskedTurn, OtherModelParts } from './otherModelParts.ts';
import { pickOther } from './pickOther.ts';

/**
 * Asks a model of another provider what was asked in a turn, in the same words and without the first answer (cloudflare/agents#2028),
 * and says how far both agree. The first answer stays as it is, whatever comes of it (rmusser01/tldw_chatbook#2164).
 */
export async function askSecondOpinion(on: AskedTurn, parts: OtherModelParts): Promise<void> {
  const { conversation, turn, asked } = on;
  if (turn.phase === 'working') return parts.user.tell(stillAnsweredText());
  if (isUnderWay(asked, conversation)) return;
  const others = whoElse(turn, parts);
  if (typeof others === 'string') return parts.user.tell(others);
  const known = await parts.askService.expect(asked).catch(() => []); // without it the user picks
  const chosen = await whoIsAsked(others, known, parts);
  if (!chosen || isUnderWay(asked, conversation)) return;
  await conversation.ask(asked, {
    title: turn.title,
    fresh: true,
    only: chosen.ids,
    ...(chosen.mayGoOver && { overBudget: true }),
    choice: {
      label: l10n.t('Second opinion'),
      answered: l10n.t('It was asked in the same words, and has not seen the first answer.'),
      unanswered: l10n.t('There is no second opinion. The first answer stands as it was.'),
      ...(chosen.expected !== undefined && { expected: chosen.expected }),
    },
    compared: { with: turn.id, by: second => compareTurns({ first: turn, second, asked }, parts) },
  });
}

/** Who may give a second opinion; a text: nobody, and why. */
function whoElse({ phase, answer, decision }: Turn, parts: OtherModelParts): readonly Target[] | string {
  if (phase !== 'done' || !answer || answer.insteadOf || answer.freshness === 'offline' || decision === 'discarded')
    return l10n.t('There is no answer of a model to compare with. Ask a question first.');
  const targets = parts.targets();
  const first = targets.find(({ id }) => id === answer.from);
  const label = plainLabel(parts.labelOf(answer.from));
  if (!first)
    return l10n.t(
      '{0} gave this answer and cannot be asked any more, so it is not known which model is of another provider. Choose one with Ask Another Model….',
      label,
    );
  const others = otherMakers(targets, first);
  if (others.length > 0) return others;
  return l10n.t(
    'A second opinion comes from another provider, and there is none besides that of {0}. Add a model of another provider with Add Model… in the Steadfast status menu.',
    label,
  );
}

/** A second opinion that likely costs so little is asked for with one press, US dollars: a fifth of what a kept answer is taken to be worth. */
const smallUsd = 0.05;

/** Is it known to cost little, and covered by the budget? */
const isSmall = ({ option: { costUsd }, overBudget, tooLong }: ExpectedAsk): boolean =>
  costUsd !== undefined && costUsd <= smallUsd && overBudget === undefined && tooLong === undefined;

interface AskedForOpinion {
  readonly ids: readonly string[];
  readonly mayGoOver?: boolean;
  /** What it will likely take, as a line. */
  readonly expected?: string;
}

/**
 * Without a question only those are asked that are known to cost little, where the one that would be asked first is among them;
 * else the user picks one, and sees what each takes. undefined: nobody is to be asked.
 */
async function whoIsAsked(
  others: readonly Target[],
  known: readonly ExpectedAsk[],
  parts: OtherModelParts,
): Promise<AskedForOpinion | undefined> {
  const expected = known.filter(({ target }) => others.some(({ id }) => id === target.id));
  const next = expected.find(({ option }) => option.held === undefined);
  if (next && isSmall(next)) {
    const ids = expected.filter(isSmall).map(({ target }) => target.id);
    return { ids, expected: l10n.t('{0}: {1}', plainLabel(next.target.label), expectedText(next)) };
  }
  const title = l10n.t('Which model should give a second opinion?');
  const picked = await pickOther({ title, targets: others, expected }, parts);
  if (!picked) return undefined;
  const { target, mayGoOver, expected: words } = picked;
  const line = words === undefined ? {} : { expected: l10n.t('{0}: {1}', plainLabel(target.label), words) };
  return { ids: [target.id], mayGoOver, ...line };
}
