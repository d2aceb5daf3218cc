import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canInstallPackages, installPackages } from '../machine/debianPackages.ts';
import { findOnPath } from '../machine/findOnPath.ts';
import { Refusal } from '../support/refusal.ts';
import { runCommand } from '../support/runCommand.ts';
import { say } from '../support/say.ts';
import type { CarriedSettings } from './carriedSettings.ts';
import { copyProject } from './copyProject.ts';
import { readDebianSources, type DebianSources } from './debianSources.ts';
import type { FreshMachine } from './freshMachine.ts';
import type { MachineNode } from './minimumNode.ts';
import type { Programs } from './programs.ts';

/** What a fresh machine is made of. */
export interface Ingredients {
  readonly node: MachineNode;
  readonly carried: CarriedSettings;
  /** An empty folder that may be filled; who gave it removes it. */
  readonly folder: string;
  readonly programs: Programs;
}

/** Why no empty Debian can be made here, or undefined if it can. */
export async function whyNoDebianRoot(): Promise<string | undefined> {
  if (process.platform !== 'linux' || !isDebian()) return 'this is no Debian';
  if (!canInstallPackages()) return 'we are not root';
  const { code } = await runCommand('unshare', ['--mount', '--pid', '--fork', 'mount', '-t', 'proc', 'proc', '/proc']);
  return code === 0 ? undefined : 'nothing may be mounted here';
}

const isDebian = (): boolean =>
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/** Makes an empty Debian of the same release with `debootstrap`: only its smallest set of packages, a Node, and the project. */
export async function createDebianRoot(ingredients: Ingredients): Promise<FreshMachine> {
  const { node, folder, programs, carried } = ingredients;
  const sources = await readDebianSources();
  if (sources === undefined) throw new Refusal('apt has no source of Debian');
  const root = path.join(folder, 'root');
  await mkdir(root);
  await chmod(root, 0o755); // the folder around it is ours alone, but in there others live too
  await bootstrap(root, sources, programs);
  await furnish(root, sources, ingredients);
  return {
    words: `in an empty ${sources.suite} made with debootstrap, with ${node.words}`,
    run: command => programs.run(inside(root, command), environmentOf(carried)),
  };
}

async function bootstrap(root: string, { suite, mirror }: DebianSources, programs: Programs): Promise<void> {
  if (findOnPath('debootstrap') === undefined) await installPackages(['debootstrap']);
  say(`making an empty ${suite} with debootstrap`);
  const more = mirror.startsWith('https') ? ['--include=ca-certificates'] : [];
  const command = ['unshare', '--mount', 'debootstrap', '--variant=minbase', ...more, suite, root, mirror];
  const code = await programs.run(command, process.env);
  if (code !== 0) throw new Refusal(`debootstrap failed with ${code}, see above`);
}

/** Puts Node, the project, and what leads to this machine's registries into the root. */
async function furnish(root: string, sources: DebianSources, { node, carried }: Ingredients): Promise<void> {
  say('copying Node and the project into it');
  const inRoot = (file: string): string => path.join(root, file);
  for (const folder of ['opt/node/bin', 'opt/node/lib/node_modules', 'opt/node/etc', 'opt/certificates']) {
    await mkdir(inRoot(folder), { recursive: true });
  }
  await copyFile(node.executable, inRoot('opt/node/bin/node'));
  await cp(node.npm, inRoot('opt/node/lib/node_modules/npm'), { recursive: true });
  await symlink('../lib/node_modules/npm/bin/npm-cli.js', inRoot('opt/node/bin/npm'));
  if (existsSync(node.npmrc)) await copyFile(node.npmrc, inRoot('opt/node/etc/npmrc'));
  if (existsSync(carried.npmrc)) await copyFile(carried.npmrc, inRoot('root/.npmrc'));
  for (const [name, file] of Object.entries(carried.certificates))
    await copyFile(file, inRoot(`opt/certificates/${name}`));
  for (const file of ['etc/hosts', 'etc/resolv.conf']) await copyFile(`/${file}`, inRoot(file));
  await writeFile(inRoot('etc/apt/sources.list'), `${sources.lines.join('\n')}\n`);
  await writeFile(inRoot('etc/apt/apt.conf.d/50carried'), `${sources.settings.join('\n')}\n`);
  await copyProject(inRoot('project'));
}

/** Nothing of this machine's environment but the way to the registries. */
function environmentOf({ env, certificates }: CarriedSettings): NodeJS.ProcessEnv {
  const named = Object.keys(certificates).map(name => [name, `/opt/certificates/${name}`]);
  const PATH = '/opt/node/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  return { ...env, ...(Object.fromEntries(named) as Record<string, string>), PATH, HOME: '/root', LANG: 'C.UTF-8' };
}

/**
 * The mounts live in a namespace of their own, so that they are gone with its last process, however that ends, and never
 * stand when the root is removed. The root is mounted onto itself because tests in it want to mount something too. Its
 * first process is a shell, which takes leave of processes that lost their parents.
 */
const mounted = `
  root=$1; shift
  mount --bind "$root" "$root" || exit 1
  mount --rbind /dev "$root/dev" && mount --rbind /sys "$root/sys" && mount -t proc proc "$root/proc" || exit 1
  exec chroot "$root" /bin/sh -c 'cd /project && "$@"; exit $?' sh "$@"`;

function inside(root: string, command: readonly string[]): readonly string[] {
  const namespaces = ['unshare', '--mount', '--pid', '--fork', '--kill-child'];
  return [...namespaces, '/bin/sh', '-c', mounted, 'sh', root, ...command];
}
