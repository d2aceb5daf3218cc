/** Our own environment without what would steer VS Code, npm or Node underneath. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return without(/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/);
}

/** The same for tests: they reach loopback only, so that no proxy may come between. */
export function testEnvironment(): NodeJS.ProcessEnv {
  return without(/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)|_PROXY$/i);
}

/** Takes the developer's own keys and addresses of model providers out of this process and of all that it starts. */
export function forgetProviders(): void {
  for (const name of Object.keys(process.env)) {
    if (/_API_KEY$|^(OPENAI|ANTHROPIC|AZURE_OPENAI|OPENROUTER|OLLAMA)_/.test(name))
      Reflect.deleteProperty(process.env, name);
  }
}

function without(names: RegExp): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.test(name)));
}
