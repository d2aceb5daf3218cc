import type { BudgetFinding } from './checks/checkBudget.ts';
import type { EnvironmentFinding } from './checks/checkEnvironment.ts';
import type { ExtensionFinding } from './checks/checkExtensions.ts';
import type { HostFinding } from './checks/checkHost.ts';
import type { KeysFinding } from './checks/checkKeys.ts';
import type { NetworkFinding } from './checks/checkNetwork.ts';
import type { ServerFinding } from './checks/serverFinding.ts';
import type { StorageFinding } from './checks/checkStorage.ts';
import type { TargetFinding } from './checks/checkTargets.ts';
import type { VersionFinding } from './checks/checkVersions.ts';
import type { DoctorArea, Found } from './found/doctorFinding.ts';

/** What becomes of a whole check that gives nothing. */
export type UncheckedFinding =
  | (Found<DoctorArea, 'check-late'> & { readonly limitMs: number })
  /** It threw: a bug of ours, or of what it looked at. */
  | Found<DoctorArea, 'check-failed'>
  | Found<DoctorArea, 'check-cancelled'>;

/** One line of the report. */
export type DoctorFinding =
  | BudgetFinding
  | EnvironmentFinding
  | ExtensionFinding
  | HostFinding
  | KeysFinding
  | NetworkFinding
  | ServerFinding
  | StorageFinding
  | TargetFinding
  | UncheckedFinding
  | VersionFinding;

/** Raised whenever something that a report says gets another meaning or goes; what is only added does not raise it. */
export const reportFormat = 1;

/**
 * All that was found, as plain JSON that stays readable: for tests, for bug reports, for whoever collects diagnostics. It holds
 * no key, no text of a server, no path and no value of a setting but hosts, ids and names of models.
 */
export interface DoctorReport {
  readonly format: typeof reportFormat;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly tookMs: number;
  /** The user has stopped it: what was not looked at by then says so. */
  readonly isCancelled: boolean;
  readonly findings: readonly DoctorFinding[];
}
