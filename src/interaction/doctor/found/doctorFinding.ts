/** What a check is about; the document has a section for each, in this order. */
export const doctorAreas = [
  'targets',
  'servers',
  'keys',
  'budget',
  'network',
  'environment',
  'host',
  'versions',
  'storage',
  'extensions',
] as const;

/** The name of a section. */
export type DoctorArea = (typeof doctorAreas)[number];

/**
 * How it stands: 'fine'; 'warning': works, or may not; 'problem': does not work; 'unchecked': it could not be looked at, which is
 * never taken for fine.
 */
export type DoctorLevel = 'fine' | 'warning' | 'problem' | 'unchecked';

/** What can be done about a finding: a command, and what it is given. */
export interface DoctorFix {
  readonly command: DoctorCommand;
  /** An id of a target, an origin, or what is searched for among the settings; never a secret. */
  readonly argument?: string;
}

/** The commands that a finding may lead to. */
export const doctorCommands = [
  'steadfast.setKey',
  'steadfast.importKeys',
  'steadfast.moveKeys',
  'steadfast.addTarget',
  'steadfast.testTarget',
  'steadfast.detectLocal',
  'steadfast.openSettings',
  'steadfast.resetCircuit',
  'steadfast.pauseTarget',
  'steadfast.setBudget',
  'steadfast.allowOverBudget',
  'steadfast.endRehearsal',
  'steadfast.showLog',
  'steadfast.getStarted',
  'steadfast.doctor',
  'workbench.action.openSettings',
  'workbench.action.openSettingsJson',
  'workbench.action.openRemoteSettingsFile',
  'workbench.action.openWorkspaceSettingsFile',
  'workbench.trust.manage',
  'workbench.view.extensions',
] as const;

/** One of them. */
export type DoctorCommand = (typeof doctorCommands)[number];

/** What every finding has. Besides it has fields of its own, plain data: names, numbers, hosts; no key, no value of a setting, no path. */
export interface Found<Area extends DoctorArea, Code extends string> {
  readonly area: Area;
  /** What was found; with the area it names the kind of finding, and never changes its meaning. */
  readonly code: Code;
  readonly level: DoctorLevel;
  /** What can be done, the likeliest first. */
  readonly fixes?: readonly DoctorFix[];
}

/** Opens the settings where this is among them. */
export const settingFix = (argument: string): DoctorFix => ({ command: 'workbench.action.openSettings', argument });
