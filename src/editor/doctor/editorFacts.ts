import * as vscode from 'vscode';
import type { OtherExtension } from '../../interaction/doctor/checks/checkExtensions.ts';
import type { HostFacts } from '../../interaction/doctor/checks/checkHost.ts';
import type { VersionFacts } from '../../interaction/doctor/checks/checkVersions.ts';
import { isEnabledHere } from '../settings/readSettings.ts';

/** What of Node's process is told. */
type ProcessFacts = Pick<NodeJS.Process, 'arch' | 'env' | 'platform' | 'versions'>;

/** Which versions run here. */
export function versionFacts(
  { packageJSON }: Pick<vscode.Extension<unknown>, 'packageJSON'>,
  { versions, platform, arch: architecture }: ProcessFacts,
): VersionFacts {
  const { version, engines } = packageJSON as {
    readonly version: string;
    readonly engines: { readonly vscode: string };
  }; // our own
  const { appName: app } = vscode.env;
  const { node } = versions;
  return { steadfast: version, vscode: vscode.version, app, floor: engines.vscode, node, platform, architecture };
}

/** Where Steadfast runs, and how far it may go there. */
export function hostFacts(
  { extensionKind }: Pick<vscode.Extension<unknown>, 'extensionKind'>,
  { env }: ProcessFacts,
  now: Pick<HostFacts, 'isLocalOnly' | 'isRehearsing'>,
): HostFacts {
  return {
    window: vscode.env.uiKind === vscode.UIKind.Web ? 'browser' : 'desktop',
    appHost: vscode.env.appHost,
    remoteName: vscode.env.remoteName,
    extensionHost: extensionKind === vscode.ExtensionKind.UI ? 'ui' : 'workspace',
    isPortable: (env['VSCODE_PORTABLE'] ?? '') !== '',
    isTrusted: vscode.workspace.isTrusted,
    isEnabled: isEnabledHere(),
    ...now,
  };
}

/** Every extension that is on here. Those of the other extension host, in a remote window, are not among them. */
export const otherExtensions = (): readonly OtherExtension[] =>
  vscode.extensions.all.map(({ id, isActive, packageJSON }) => ({ id, isActive, manifest: packageJSON as unknown }));
