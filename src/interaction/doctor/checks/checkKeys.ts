import type { Scan } from '../../../core/secrets/secretScan.ts';
import type { Knowledge } from '../../settings/targetEntry.ts';
import { isObject } from '../../../core/shared/isObject.ts';
import type { DoctorFix, Found } from '../found/doctorFinding.ts';
import { keyInEntry } from '../found/keyInEntry.ts';
import { writtenKeys, type SettingScope, type WrittenKey, type WrittenSettings } from '../found/writtenKeys.ts';

/** What looking for keys among the settings needs of the world. */
export interface KeysFacts {
  readonly written: readonly WrittenSettings[];
  readonly scan: Scan;
  readonly knowledge: Knowledge;
  /** In a remote window the user's own settings may be those of the machine. */
  readonly isRemote: boolean;
}

/** What can be found about keys among the settings. */
export type KeysFinding =
  | Found<'keys', 'none-written'>
  /** `isOurs`: among Steadfast's settings; `isMovable`: Move API Keys takes it away from there. */
  | (Found<'keys', 'written'> & {
      readonly setting: string;
      readonly scope: SettingScope;
      readonly isOurs: boolean;
      readonly isMovable: boolean;
    })
  | (Found<'keys', 'more-written'> & { readonly count: number });

/** Nobody reads more lines of one kind. */
const mostTold = 20;

/** Keys in settings files: anybody reads them there, and they travel with what is checked in or synchronized. */
export async function checkKeys(facts: KeysFacts): Promise<readonly KeysFinding[]> {
  const found = await writtenKeys(facts.written, facts.scan);
  if (found.length === 0) return [{ area: 'keys', code: 'none-written', level: 'fine' }];
  const told = found.slice(0, mostTold).map((key): KeysFinding => {
    const isOurs = key.written.section === 'steadfast';
    const isMovable = isOurs && canMove(key, facts.knowledge);
    const fixes = isMovable ? ([{ command: 'steadfast.moveKeys' }] as const) : fixesFor(key, isOurs, facts.isRemote);
    const { setting, scope } = key;
    return { area: 'keys', code: 'written', level: 'warning', setting, scope, isOurs, isMovable, fixes };
  });
  const count = found.length - told.length;
  return count > 0 ? [...told, { area: 'keys', code: 'more-written', level: 'warning', count }] : told;
}

function canMove({ path: [, name, index], written: { value } }: WrittenKey, knowledge: Knowledge): boolean {
  if (name !== 'targets' || typeof index !== 'number' || !isObject(value)) return false;
  const { targets } = value;
  return Array.isArray(targets) && keyInEntry(targets[index], knowledge) !== undefined;
}

function fixesFor({ scope }: WrittenKey, isOurs: boolean, isRemote: boolean): readonly DoctorFix[] {
  const open: Readonly<Record<SettingScope, DoctorFix['command']>> = {
    user: isOurs && isRemote ? 'workbench.action.openRemoteSettingsFile' : 'workbench.action.openSettingsJson',
    workspace: 'workbench.action.openWorkspaceSettingsFile',
    folder: 'workbench.action.openWorkspaceSettingsFile',
  };
  return [...(isOurs ? [{ command: 'steadfast.setKey' } as const] : []), { command: open[scope] }];
}
