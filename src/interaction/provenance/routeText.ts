import * as l10n from '@vscode/l10n';
import type { Note } from '../../core/model/note.ts';
import type { PlaceReason } from '../../core/model/note.ts';
import type { TargetClass } from '../../core/model/target.ts';
import { money } from '../text/budgetText.ts';
import { duration } from '../text/time.ts';

/** Why this model was asked first, as a sentence; `name` is what people call it. */
export function routeText({ because }: Extract<Note, { kind: 'routed' }>, name: string): string {
  switch (because.code) {
    case 'class':
    case 'stronger':
    case 'weaker':
    case 'stands-in':
      return strengthText(because, name);
    case 'fastest':
      return l10n.t('{0} first: lately the fastest, about {1}', name, duration(because.expectedMs));
    case 'probe':
      return l10n.t('{0} first, to learn how fast it is now', name);
    case 'cheapest':
      return l10n.t('{0} first: likely the cheapest, about {1}', name, money(because.costUsd));
    case 'learned':
      return l10n.t('{0} first: {1} of {2} of its answers to such questions were kept', name, because.kept, because.of);
    case 'kept-less':
      return l10n.t(
        '{0} first, though only {1} of {2} of its answers were kept: no other model is better',
        name,
        because.kept,
        because.of,
      );
    case 'chosen':
      return l10n.t('{0} first, because you have set that for this task', name);
    case 'conversation':
      return l10n.t('{0} first, because it has answered this conversation', name);
    case 'too-small':
      return l10n.t('{0} first, though the question has to be cut for it: no other model is left', name);
    case 'chain':
      return l10n.t('{0} first, as in the chain', name);
  }
}

const questions: Readonly<Record<TargetClass, () => string>> = {
  simple: () => l10n.t('a simple question'),
  medium: () => l10n.t('an ordinary question'),
  complex: () => l10n.t('a difficult question'),
};

type Strength = Extract<PlaceReason, { code: 'class' | 'stronger' | 'weaker' | 'stands-in' }>;

function strengthText({ code, wanted }: Strength, name: string): string {
  const question = questions[wanted]();
  if (code === 'class') return l10n.t('{0} first: right for {1}', name, question);
  if (code === 'stands-in')
    return l10n.t(
      '{0} first: stronger than {1} needs, because the answers of a model of that strength were kept less often',
      name,
      question,
    );
  return code === 'stronger'
    ? l10n.t('{0} first: stronger than {1} needs, but the next in strength', name, question)
    : l10n.t('{0} first: weaker than {1} needs, but no stronger model is in the chain', name, question);
}

/** Why a target stands where it does, in a few words, beside its name; '' where there is nothing to say but its place. */
export function placeReasonText(because: PlaceReason): string {
  switch (because.code) {
    case 'class':
      return l10n.t('as strong as needed');
    case 'stronger':
    case 'stands-in':
      return l10n.t('stronger');
    case 'weaker':
      return l10n.t('weaker');
    case 'too-small':
      return l10n.t('too small for the whole question');
    case 'learned':
    case 'kept-less':
      return l10n.t('{0} of {1} answers kept', because.kept, because.of);
    case 'probe':
    case 'fastest':
    case 'cheapest':
    case 'chosen':
    case 'conversation':
    case 'chain':
      return '';
  }
}
