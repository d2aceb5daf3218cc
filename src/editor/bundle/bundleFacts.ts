import * as vscode from 'vscode';
import type { DoctorReport } from '../../interaction/doctor/report.ts';
import { hostFacts, versionFacts } from '../doctor/editorFacts.ts';

/** Versions and the kind of host, as names and words. */
export function bundleFacts(
  extension: Pick<vscode.Extension<unknown>, 'extensionKind' | 'packageJSON'>,
  process: Pick<NodeJS.Process, 'arch' | 'env' | 'platform' | 'versions'>,
): Readonly<Record<string, string | undefined>> {
  const { steadfast, ...versions } = versionFacts(extension, process);
  const host = hostFacts(extension, process, { isLocalOnly: false, isRehearsing: false });
  return {
    version: steadfast,
    ...versions,
    ...{ window: host.window, host: host.appHost, remote: host.remoteName, extensionHost: host.extensionHost },
    trusted: host.isTrusted ? 'yes' : 'no',
    language: vscode.env.language,
  };
}

/** The report of Check My Setup, without showing it. */
export const lookAtSetup = async (): Promise<DoctorReport> =>
  vscode.commands.executeCommand<DoctorReport>('steadfast.doctor', { show: false });

/** Where the folders of the workspace lie. */
export const folderPaths = (): readonly string[] =>
  (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
