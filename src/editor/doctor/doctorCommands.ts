import type * as vscode from 'vscode';
import { isObject } from '../../core/shared/isObject.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import type { DoctorView } from './doctorView.ts';

/**
 * Check My Setup and what belongs to it; what it looks at is loaded with the first of them. Check My Setup gives the report to who
 * called it; with `{ show: false }` that is all it does.
 */
export function registerDoctorCommands(load: () => Promise<DoctorView>): readonly vscode.Disposable[] {
  let loading: Promise<DoctorView> | undefined;
  const view = (): Promise<DoctorView> => (loading ??= load());
  return [
    registerCommand('steadfast.doctor', async options => {
      const isQuiet = isObject(options) && options['show'] === false;
      return isQuiet ? (await view()).report() : (await view()).show();
    }),
    registerCommand('steadfast.copyDoctorReport', async () => (await view()).copy()),
    registerCommand('steadfast.followDoctorLink', async () => (await view()).follow()),
    registerCommand('steadfast.moveKeys', async () => (await view()).moveKeys()),
    { dispose: () => void loading?.then(each => each.dispose()) },
  ];
}
