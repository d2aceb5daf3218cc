import type { Memento } from 'vscode';
import type { Clock } from '../../core/model/clock.ts';
import type { Target } from '../../core/model/target.ts';
import type { LocalServers } from '../../core/model/localServers.ts';
import { LocalConsent } from './localConsent.ts';
import type { Confirm } from '../platform/user.ts';

const recordsName = 'consent';

/** Raised whenever more is sent than the question to the user says: everybody is then asked again. */
const version = 1;

interface Given {
  readonly version: number;
  /** Wall-clock ms. */
  readonly at: number;
}

type Recipient = Pick<Target, 'origin' | 'loopback'> & Partial<Pick<Target, 'label'>>;

/**
 * Whether code of this workspace may be sent to an origin. Only the person can say yes, never a setting, because a checked-in
 * file may be behind that. A server on this machine is asked for too, by its port: anybody's program may listen there.
 */
export interface Consent {
  /** Answered without waiting; the client refuses to send where this is false. */
  isConfirmed(target: Recipient): boolean;
  /** Looks who runs those of them that are on this machine, so that `isConfirmed` speaks of now. Asks nobody. */
  look(targets: readonly Recipient[]): Promise<void>;
  /** Asks the user, once for all targets that are not confirmed yet. False: nothing may be sent, or to none of them. */
  confirm(targets: readonly Recipient[]): Promise<boolean>;
  /** The user has picked these servers on this machine by hand: that is a yes, as long as the user runs them. */
  chose(targets: readonly Recipient[]): Promise<void>;
  /** Forgets every yes, of all workspaces, and tells how many there were. */
  forget(): Promise<number>;
}

interface ConsentParts {
  /** Outside of any workspace, so that no repository can bring a yes along. */
  readonly memento: Memento;
  readonly clock: Pick<Clock, 'wall'>;
  /** Identifies the open workspace. */
  readonly workspace: () => string;
  readonly servers: LocalServers;
  readonly ask: Confirm;
}

/** Consent that is remembered for each workspace and origin, on this machine for each port. */
export function createConsent(parts: ConsentParts): Consent {
  const local = new LocalConsent(parts);
  const far = farRecords(parts);
  const isConfirmed = ({ origin, loopback }: Recipient): boolean =>
    loopback ? local.isConfirmed(origin) : far.isGiven(origin);
  const missingOf = (targets: readonly Recipient[]) => targets.filter(target => !isConfirmed(target));
  const declined = new Set<string>();
  const questions = askers(parts, { local, far, declined });
  const oneBox = boxes();

  return {
    isConfirmed,
    look: targets => local.look(originsOf(targets.filter(({ loopback }) => loopback))),
    async confirm(targets) {
      const here = targets.filter(({ loopback }) => loopback);
      await local.look(originsOf(here));
      const missing = missingOf(targets.filter(({ loopback }) => !loopback));
      if (missing.length > 0 && !(await oneBox(missing, targets => questions.askFar(targets)))) return false;
      // who has said no to a server here goes on with the others, and is not asked at every question
      const isUsable = targets.some(isConfirmed);
      const missingHere = missingOf(here).filter(({ origin }) => !isUsable || !declined.has(origin));
      if (missingHere.length > 0) await oneBox(missingHere, targets => questions.askLocal(targets));
      return targets.length === 0 || targets.some(isConfirmed);
    },
    chose: targets => local.giveOwn(originsOf(targets.filter(({ loopback }) => loopback))),
    async forget() {
      declined.clear();
      return (await far.forget()) + (await local.forget());
    },
  };
}

interface Kept {
  readonly local: LocalConsent;
  readonly far: ReturnType<typeof farRecords>;
  /** Origins on this machine that were said no to in this window. */
  readonly declined: Set<string>;
}

/** The two questions to the user, each of which keeps what is said. */
function askers({ ask }: Pick<ConsentParts, 'ask'>, { local, far, declined }: Kept) {
  return {
    async askFar(targets: readonly Recipient[]): Promise<boolean> {
      const { farQuestion } = await import('./consentText.ts');
      const origins = originsOf(targets);
      const yes = await ask(farQuestion(origins, labelsOf(targets)));
      if (yes) await far.give(origins);
      return yes;
    },
    async askLocal(targets: readonly Recipient[]): Promise<boolean> {
      const origins = originsOf(targets);
      const yes = await ask(await local.questionFor(origins, labelsOf(targets)));
      if (yes) await local.give(origins);
      else for (const origin of origins) declined.add(origin);
      return yes;
    },
  };
}

const originsOf = (targets: readonly Recipient[]): readonly string[] => [
  ...new Set(targets.map(({ origin }) => origin)),
];

const labelsOf = (targets: readonly Recipient[]): readonly string[] => [
  ...new Set(targets.flatMap(({ label }) => (label === undefined ? [] : [label]))),
];

/** What was agreed to be sent away from this machine. */
function farRecords({ memento, clock, workspace }: Pick<ConsentParts, 'memento' | 'clock' | 'workspace'>) {
  const nameOf = (origin: string): string => `${origin} ${workspace()}`;
  return {
    isGiven: (origin: string): boolean => readRecords(memento)[nameOf(origin)]?.version === version,
    async give(origins: readonly string[]): Promise<void> {
      const given: Given = { version, at: clock.wall() };
      const added = Object.fromEntries(origins.map(origin => [nameOf(origin), given]));
      await memento.update(recordsName, { ...readRecords(memento), ...added });
    },
    async forget(): Promise<number> {
      const count = Object.keys(readRecords(memento)).length;
      await memento.update(recordsName, undefined);
      return count;
    },
  };
}

/** Two questions at once about the same show one box. */
function boxes() {
  const open = new Map<string, Promise<boolean>>();
  return (targets: readonly Recipient[], ask: (targets: readonly Recipient[]) => Promise<boolean>) => {
    const name = originsOf(targets).join(' ');
    const answer = open.get(name) ?? ask(targets).finally(() => open.delete(name));
    open.set(name, answer);
    return answer;
  };
}

/** What is not a record of ours counts as never asked. */
function readRecords(memento: Memento): Readonly<Record<string, Given>> {
  const stored: unknown = memento.get(recordsName);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, Given] => isGiven(entry[1])));
}

function isGiven(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number';
}
