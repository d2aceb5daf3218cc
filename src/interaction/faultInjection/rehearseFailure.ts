import * as l10n from '@vscode/l10n';
import { longestInjectionMs, injectableFaults, type InjectableFault, type Script } from '../../core/faultInjection.ts';
import type { Target } from '../../core/model/target.ts';
import { plainLabel } from '../text/cleanText.ts';
import { faultDetail, faultName, placeText } from './rehearsalText.ts';
import type { Choice, User } from '../platform/user.ts';

/** What beginning a rehearsal needs of the world. */
export interface RehearseParts {
  readonly user: Pick<User, 'pick' | 'warn'>;
  /** The targets that would be asked, in order. */
  readonly targets: () => readonly Target[];
  readonly start: (script: Script) => void;
}

/**
 * Lets the user choose a fault, where it is played and how long. What `given` says is not asked: `{ fault, at, lasts }`; what
 * it says wrongly is. Turning away at any point starts nothing.
 */
export async function rehearseFailure(parts: RehearseParts, given?: unknown): Promise<void> {
  const { user, start } = parts;
  const targets = parts.targets().filter(hasWire);
  if (targets.length === 0)
    return user.warn(l10n.t('There is no model to simulate with. Set an API key or add a model.'));
  const fault = named(given, 'fault', faultChoices()) ?? (await user.pick(faultTitle(), faultChoices()));
  if (fault === undefined) return;
  const places = placeChoices(fault, targets);
  const at = placeIn(given, places) ?? (places.length === 1 ? places[0]?.value : await user.pick(placeTitle(), places));
  if (at === undefined) return;
  const lasts = named(given, 'lasts', lengthChoices()) ?? (await user.pick(lengthTitle(), lengthChoices()));
  if (lasts !== undefined) start({ fault, at, ...lengths[lasts] });
}

/** Models of other extensions are not reached over a wire of ours: nothing can be played there. */
const hasWire = ({ provider }: Target): boolean => provider !== 'vscode-lm';

const faultTitle = (): string => l10n.t('Which failure do you want to simulate? Nothing is sent to that model.');

const faultChoices = (): readonly Choice<InjectableFault>[] =>
  injectableFaults.map(fault => ({ label: faultName(fault), description: faultDetail(fault), value: fault }));

const placeTitle = (): string => l10n.t('Where do you want the failure to happen?');

/** No network is everybody's, or leaves this machine's own servers; all else happens to one target or to all. */
function placeChoices(fault: InjectableFault, targets: readonly Target[]): readonly Choice<Script['at']>[] {
  const choice = (at: Script['at'], description?: string): Choice<Script['at']> => ({
    label: placeText(at, id => targets.find(target => target.id === id)?.label ?? id),
    ...(description !== undefined && { description }),
    value: at,
  });
  if (fault === 'offline') {
    const isMixed = targets.some(({ loopback }) => loopback) && targets.some(({ loopback }) => !loopback);
    return isMixed ? [choice('elsewhere'), choice('all')] : [choice('all')];
  }
  const [first, ...others] = targets.map(({ id, label }) => ({ id, label: plainLabel(label) }));
  return [
    ...(first ? [choice({ target: first.id }, l10n.t('the first'))] : []),
    choice('all'),
    ...others.map(({ id }) => choice({ target: id })),
  ];
}

const lengthTitle = (): string => l10n.t('How long?');

type Length = keyof typeof lengths;

const lengths = {
  question: { questions: 1, forMs: longestInjectionMs },
  'three-questions': { questions: 3, forMs: longestInjectionMs },
  'five-minutes': { forMs: 300_000 },
} as const satisfies Record<string, Omit<Script, 'fault' | 'at'>>;

const lengthChoices = (): readonly Choice<Length>[] => [
  { label: l10n.t('For the next question'), description: l10n.t('ten minutes at most'), value: 'question' },
  {
    label: l10n.t('For the next three questions'),
    description: l10n.t('ten minutes at most'),
    value: 'three-questions',
  },
  { label: l10n.t('For five minutes'), value: 'five-minutes' },
];

/** Who calls a command may be another extension: only what the user could have chosen counts. */
function named<T extends string>(given: unknown, field: string, choices: readonly Choice<T>[]): T | undefined {
  return choices.find(({ value }) => value === fieldOf(given, field))?.value;
}

/** 'all', 'elsewhere', or the id of a target. */
function placeIn(given: unknown, places: readonly Choice<Script['at']>[]): Script['at'] | undefined {
  const wanted = fieldOf(given, 'at');
  return places.find(({ value }) => (typeof value === 'string' ? value : value.target) === wanted)?.value;
}

function fieldOf(given: unknown, field: string): unknown {
  return typeof given === 'object' && given !== null
    ? (Object.entries(given).find(([name]) => name === field)?.[1] as unknown)
    : undefined;
}
