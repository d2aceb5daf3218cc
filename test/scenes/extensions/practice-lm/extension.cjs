const vscode = require('vscode');

const failures = {
  auth: () => vscode.LanguageModelError.NoPermissions('no'),
  'not-found': () => vscode.LanguageModelError.NotFound('gone'),
  'rate-limited': () => vscode.LanguageModelError.Blocked('too much'),
  quota: () => Object.assign(new Error('used up'), { name: 'ChatQuotaExceeded' }),
  unreachable: () =>
    new Error('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) }),
  unknown: () => new Error('it fell over'),
};

/** What the test told the models to do, what they were asked, and who waits for that. */
const state = { script: { does: 'answer', pieces: ['Hello'] }, calls: [], open: 0, hungUp: 0, waiting: [] };

const tell = () => state.waiting.splice(0).forEach(check => check());

const until = condition =>
  new Promise(resolve => {
    const check = () => (condition() ? resolve() : state.waiting.push(check));
    check();
  });

async function play(script, progress, token) {
  if (script.does === 'fail') throw failures[script.kind]();
  for (const _ of script.thoughts ?? [])
    progress.report(new vscode.LanguageModelDataPart(new Uint8Array(), 'text/x-thought'));
  for (const piece of script.pieces ?? script.after) progress.report(new vscode.LanguageModelTextPart(piece));
  if (script.thenFails) {
    await new Promise(resolve => setTimeout(resolve, 200)); // VS Code drops what it has not yet delivered
    throw failures[script.thenFails]();
  }
  if (script.does === 'hang') await new Promise(resolve => token.onCancellationRequested(resolve));
}

const provider = {
  provideLanguageModelChatInformation: () => [
    {
      id: 'practice-one',
      name: 'Practice One',
      family: 'practice-family',
      version: '1',
      maxInputTokens: 8000,
      maxOutputTokens: 2000,
      capabilities: {},
    },
  ],
  async provideLanguageModelChatResponse(model, messages, options, progress, token) {
    state.calls.push({ messages, options });
    state.open += 1;
    tell();
    token.onCancellationRequested(() => {
      state.hungUp += 1;
      tell();
    });
    await play(state.script, progress, token);
  },
  provideTokenCount: (_model, text) => {
    if (state.script.cannotCount) throw new Error('cannot count');
    return Promise.resolve(typeof text === 'string' ? text.length : 1);
  },
};

/** Exports the controls: tests reach them through `vscode.extensions`. */
exports.activate = context => {
  context.subscriptions.push(vscode.lm.registerLanguageModelChatProvider('practice', provider));
  return {
    play: script => Object.assign(state, { script, calls: [], open: 0, hungUp: 0 }),
    calls: () => state.calls,
    called: () => until(() => state.open > 0),
    hungUp: () => until(() => state.hungUp > 0),
  };
};
