import './panel.css';
import { Panel } from './panel/panel.ts';
import { readSavedState, type VsCodeApi } from './panel/savedState.ts';
import { readToPanel } from '../src/shared/readMessage.ts';

declare const acquireVsCodeApi: () => VsCodeApi;

const vscode = acquireVsCodeApi();
const panel = new Panel(document.body, readSavedState(vscode, document.body.dataset['panel'] ?? ''), {
  post: message => vscode.postMessage(message),
  save: state => vscode.setState(state),
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToPanel(data);
  if (message !== undefined) panel.receive(message);
});
vscode.postMessage({ kind: 'ready' });
