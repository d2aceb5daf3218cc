import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { mustRun } from './runCommand.ts';

/** One process of this machine. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** The process group, which is named after its first process. Windows has none: there it is the process itself. */
  readonly group: number;
  /** The command line. */
  readonly command: readonly string[];
}

/**
 * A process and everything that it started, also what stands in process groups of its own, as browsers and servers do.
 * Missing is only what lost its parent before we looked and shares no group with the others.
 */
export function familyOf(root: number, all: readonly Process[]): readonly Process[] {
  const members = new Set([root]);
  const belongs = ({ pid, parent, group }: Process): boolean =>
    members.has(pid) || members.has(parent) || members.has(group);
  for (let before = 0; before < members.size;) {
    before = members.size;
    for (const process of all) if (belongs(process)) members.add(process.pid);
  }
  return all.filter(({ pid }) => members.has(pid));
}

/** What a person recognizes a process by: its test file, else its program and script. */
export function nameOf({ command }: Process): string {
  const testFile = command.find(word => word.endsWith('.test.ts'));
  if (testFile !== undefined) return path.relative(process.cwd(), testFile).replaceAll(path.sep, '/');
  const [first = '', ...words] = command;
  const [program = ''] = first.split(' -'); // Chromium writes its children's command lines anew, as one word
  const script = words.find(word => /\.[cm]?[jt]s$/.test(word));
  return [program, ...(script === undefined ? [] : [script])].map(file => path.basename(file)).join(' ');
}

/** All processes that run now, without those that ended and whose parents have not heard of it yet. */
export async function listProcesses(): Promise<readonly Process[]> {
  if (process.platform === 'linux') return listFromProc();
  return process.platform === 'win32' ? listFromWindows() : listFromPs();
}

/** A small Debian has no `ps`. */
async function listFromProc(): Promise<readonly Process[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  return (await Promise.all(pids.map(readProc))).flat();
}

async function readProc(pid: string): Promise<readonly Process[]> {
  try {
    const [stat, line] = await Promise.all(['stat', 'cmdline'].map(name => readFile(`/proc/${pid}/${name}`, 'utf8')));
    const [state, parent, group] = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return [];
    const command = (line ?? '').split('\0').filter(word => word !== '');
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), command }];
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return []; // ended meanwhile
    throw error;
  }
}

async function listFromPs(): Promise<readonly Process[]> {
  const output = await mustRun('ps', ['-A', '-o', 'stat=,pid=,ppid=,pgid=,command=']);
  return output.split('\n').flatMap(line => {
    const [, pid, parent, group, command = ''] = /^\s*[^Z\s]\S*\s+(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined
      ? []
      : [{ pid: Number(pid), parent: Number(parent), group: Number(group), command: command.split(' ') }];
  });
}

async function listFromWindows(): Promise<readonly Process[]> {
  const query = 'Get-CimInstance Win32_Process | Select ProcessId,ParentProcessId,CommandLine | ConvertTo-Json';
  const output = await mustRun('powershell', ['-NoProfile', '-Command', query]);
  const rows = JSON.parse(output) as readonly {
    readonly ProcessId: number;
    readonly ParentProcessId: number;
    readonly CommandLine: string | null;
  }[];
  return rows.map(row => ({
    pid: row.ProcessId,
    parent: row.ParentProcessId,
    group: row.ProcessId,
    command: (row.CommandLine ?? '').split(' '),
  }));
}
