import * as l10n from '@vscode/l10n';
import type { Memento } from 'vscode';
import type { Clock } from '../../core/model/clock.ts';
import type { Target } from '../../core/model/target.ts';
import { hostOf } from '../text/hostOf.ts';
import type { Confirm } from '../platform/user.ts';

const recordsName = 'consent';

/** Raised whenever more is sent than the question to the user says: everybody is then asked again. */
const version = 1;

interface Given {
  readonly version: number;
  /** Wall-clock ms. */
  readonly at: number;
}

type Recipient = Pick<Target, 'origin' | 'loopback'>;

/**
 * Whether code of this workspace may be sent to an origin . Only the person can say yes, never a setting, because a
 * checked-in file may be behind that; this machine itself needs none.
 */
export interface Consent {
  /** Answered without waiting; the client refuses to send where this is false. */
  isConfirmed(target: Recipient): boolean;
  /** Asks the user, once for all targets that are not confirmed yet. False: nothing may be sent to those. */
  confirm(targets: readonly Recipient[]): Promise<boolean>;
  /** Forgets every yes, of all workspaces, and tells how many there were. */
  forget(): Promise<number>;
}

interface ConsentParts {
  /** Outside of any workspace, so that no repository can bring a yes along. */
  readonly memento: Memento;
  readonly clock: Pick<Clock, 'wall'>;
  /** Identifies the open workspace. */
  readonly workspace: () => string;
  readonly ask: Confirm;
}

/** Consent that is remembered for each workspace and origin. */
export function createConsent({ memento, clock, workspace, ask }: ConsentParts): Consent {
  const nameOf = (origin: string): string => `${origin} ${workspace()}`;
  const isConfirmed = ({ origin, loopback }: Recipient): boolean =>
    loopback || readRecords(memento)[nameOf(origin)]?.version === version;
  let asking: { readonly origins: string; readonly answer: Promise<boolean> } | undefined;

  const askFor = async (origins: readonly string[]): Promise<boolean> => {
    if (!(await ask(questionFor(origins)))) return false;
    const given: Given = { version, at: clock.wall() };
    const added = Object.fromEntries(origins.map(origin => [nameOf(origin), given]));
    await memento.update(recordsName, { ...readRecords(memento), ...added });
    return true;
  };

  return {
    isConfirmed,
    async confirm(targets) {
      const missing = [...new Set(targets.filter(target => !isConfirmed(target)).map(({ origin }) => origin))];
      if (missing.length === 0) return true;
      const origins = missing.join(' ');
      if (asking?.origins === origins) return asking.answer; // two questions at once show one box
      const answer = askFor(missing).finally(() => (asking = undefined));
      asking = { origins, answer };
      return answer;
    },
    async forget() {
      const count = Object.keys(readRecords(memento)).length;
      await memento.update(recordsName, undefined);
      return count;
    },
  };
}

function questionFor(origins: readonly string[]) {
  const hosts = origins.map(hostOf).join(', ');
  return {
    question: l10n.t('Send code from this workspace to {0}?', hosts),
    detail: l10n.t(
      'When you ask, Steadfast sends your question, the code you selected with some lines around it, the name of the file, its ' +
        'problems there, and the documentation of what the code uses. Passwords and keys it recognises are masked. Nothing is ' +
        'sent before you ask. You are asked this once for each server and workspace.',
    ),
    yes: l10n.t('Send'),
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
