import './dashboard.css';
import { readToDashboard } from '../src/shared/readDashboard.ts';
import { Dashboard } from './dashboard/dashboard.ts';
import { readSavedDashboard } from './dashboard/savedDashboard.ts';
import type { VsCodeApi } from './panel/savedState.ts';

declare const acquireVsCodeApi: () => VsCodeApi;

const vscode = acquireVsCodeApi();
const saved = readSavedDashboard(vscode.getState());
const dashboard = new Dashboard(document.body, saved, {
  post: message => vscode.postMessage(message),
  save: state => vscode.setState(state),
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToDashboard(data);
  if (message !== undefined) dashboard.receive(message);
});
vscode.postMessage({ kind: 'ready', range: saved.range });
