// The first thing that every command of this project runs: `node scripts/run.mjs SCRIPT.ts [arguments]`, on Node 20 or
// newer with nothing else prepared. It installs the npm packages when they are missing or out of date, then runs the
// script on a Node that understands TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [script, ...scriptArguments] = process.argv.slice(2);

if (!script) fail('usage: node scripts/run.mjs SCRIPT.ts [arguments]');
if (!packagesAreCurrent()) installPackages();
runScript(findNode());

/** npm writes down what it installed as its very last act; that record must agree with the lock file. */
function packagesAreCurrent() {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages(path.join(root, 'package-lock.json'))).every(([name, { version, optional }]) => {
    const isProject = name === '';
    return isProject || (installed[name] ? installed[name].version === version : optional === true);
  });
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** No package needs its install script: what is platform-specific (esbuild, Node) comes as an optional package. */
function installPackages() {
  const startedAt = Date.now();
  say('installing the npm packages of package-lock.json (npm ci), about half a minute');
  const npmCommand = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = runNpm(npmCommand);
  if (status !== 0) fail('npm ci failed, see above; it needs to reach an npm registry');
  say(`npm packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

function runNpm(npmArguments) {
  const options = { cwd: root, stdio: 'inherit' };
  const npmScript = process.env.npm_execpath; // set when npm started us; else npm is on the PATH
  return npmScript?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npmScript, ...npmArguments], options)
    : spawnSync('npm', npmArguments, { ...options, shell: process.platform === 'win32' });
}

function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const executable = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const ours = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, executable);
  if (existsSync(ours)) return ours;
  if (runsTypeScript(process.versions.node)) return process.execPath;
  return fail(`no Node for ${platform}-${process.arch} comes with this project: please install Node 22.18 or newer`);
}

/** Node strips types without a flag, and knows import.meta.main, from 22.18 and from 24.2 on. */
function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 22 && minor >= 18) || (major === 24 && minor >= 2) || major > 24;
}

function runScript(node) {
  const child = spawn(node, [path.resolve(root, script), ...scriptArguments], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) endWithParent(child);
  child.on('error', error => fail(`cannot start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal); // end the way the script ended
  });
}

/** npm tells a kill only to the shell between it and us, and that one dies without telling. */
function endWithParent(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
}

function say(words) {
  console.error(`steadfast: ${words}`);
}

function fail(words) {
  say(words);
  process.exit(1);
}
