import { Failure } from '../../../core/model/failure.ts';
import { settingFix, type DoctorFix } from '../found/doctorFinding.ts';
import { withinLimit } from '../found/withinLimit.ts';
import type { ServerTime } from './clockFindings.ts';
import { failureFacts, replyFindings } from './replyFindings.ts';
import { isInside, stepLimitsMs, type KeyReply, type ServerGroup, type ServerFacts } from './serverFacts.ts';
import type { ServerFinding, ServerStep } from './serverFinding.ts';

/** What was found about one server, and what time it had. */
export interface AskedServer {
  readonly findings: readonly ServerFinding[];
  readonly times: readonly ServerTime[];
}

/** Looks at everything of one server at once, so that one step that hangs holds up no other. */
export async function askServer(server: ServerGroup, facts: ServerFacts, signal: AbortSignal): Promise<AskedServer> {
  const steps = { server, facts, signal };
  const [keys, replies, name, certificate] = await Promise.all([
    lookAtKeys(steps),
    askForModels(steps),
    lookUpName(steps),
    lookAtCertificate(steps),
  ]);
  const isReached = replies.some(({ reply }) => reply.status !== undefined);
  const asked = replyFindings(server, replies);
  const { about, target } = server;
  const [time] = replies.flatMap(({ reply }) => reply.time ?? []);
  const times = time ? [{ about, ...time, isHere: target.loopback }] : [];
  const way = [...name(isReached), ...certificate(isReached)];
  const open = keys.filter(({ code }) => code !== 'no-key-needed' || !asked.some(one => one.code === 'key-wanted'));
  return { findings: [...open, ...way, ...asked.filter(one => !isToldBy(way, one))], times };
}

/** That a name is not known, say, is what the question for the models fails of too. */
const isToldBy = (way: readonly ServerFinding[], asked: ServerFinding): boolean =>
  asked.code === 'failed' && way.some(one => 'kind' in one && one.kind === asked.kind);

interface Steps {
  readonly server: ServerGroup;
  readonly facts: ServerFacts;
  readonly signal: AbortSignal;
}

/** What a step has found, once it is known whether the server was reached at all. */
type Told = (isReached: boolean) => readonly ServerFinding[];

/** Does a step within its limit; a Failure is what it found. Rejects when the whole look is cancelled. */
async function step<T>(name: ServerStep, { facts, signal }: Steps, work: (stop: AbortSignal) => Promise<T>) {
  const { clock } = facts;
  try {
    const found = await withinLimit(work, { clock, limitMs: stepLimitsMs[name], signal });
    return found === 'late' ? ({ is: 'late' } as const) : ({ is: 'done', found } as const);
  } catch (failure) {
    if (signal.aborted || !(failure instanceof Failure)) throw failure;
    return { is: 'failed', failure } as const;
  }
}

const lateFinding = ({ about }: ServerGroup, name: ServerStep): ServerFinding => ({
  area: 'servers',
  code: 'late',
  level: 'warning',
  ...about,
  step: name,
  limitMs: stepLimitsMs[name],
});

async function lookAtKeys(steps: Steps): Promise<readonly ServerFinding[]> {
  const { server, facts } = steps;
  const { about, target } = server;
  if (isInside(target)) return [];
  const names = facts.keyNames(target.origin);
  const fixes: readonly DoctorFix[] = [{ command: 'steadfast.setKey', argument: target.origin }];
  const base = { area: 'servers', ...about } as const;
  if (target.auth === 'none') return [{ ...base, code: 'no-key-needed', level: 'fine' }];
  if (names.length === 0) return [{ ...base, code: 'no-key', level: 'problem', fixes }];
  const reads = await Promise.all(names.map(name => step('key', steps, () => facts.readKey(target, name))));
  const [bad] = reads.filter(({ is }) => is !== 'done');
  if (bad === undefined) return [{ ...base, code: 'key-saved', level: 'fine', count: names.length }];
  if (bad.is === 'failed' && bad.failure.kind === 'no-key')
    return [{ ...base, code: 'key-lost', level: 'problem', fixes }];
  if (bad.is === 'late') return [lateFinding(server, 'key')];
  return [{ ...base, code: 'key-unreadable', level: 'problem', fixes: [{ command: 'steadfast.showLog' }] }];
}

async function lookUpName(steps: Steps): Promise<Told> {
  const { server, facts } = steps;
  const { about, target } = server;
  const host = URL.parse(target.origin)?.hostname ?? '';
  const base = { area: 'servers', ...about } as const;
  if (isInside(target) || isAddress(host)) return () => [];
  if (facts.takesProxy(target)) return () => [{ ...base, code: 'by-proxy', level: 'fine' }];
  const done = await step('name', steps, stop => facts.lookUp(host, stop));
  return isReached => {
    if (done.is === 'late') return isReached ? [] : [lateFinding(server, 'name')];
    if (done.is === 'done') return [{ ...base, code: 'name', level: 'fine', ...done.found }];
    const level = isReached ? 'fine' : 'problem'; // a proxy that cannot be seen from here looks names up itself
    return [{ ...base, code: 'name-failed', level, isReached, ...failureFacts(done.failure), ...addressFix(server) }];
  };
}

const addressFix = ({ target }: ServerGroup): { readonly fixes: readonly DoctorFix[] } => ({
  fixes: [{ command: 'steadfast.openSettings', argument: target.id }, settingFix('http.proxy')],
});

/** A number in place of a name: nothing has to be looked up. */
const isAddress = (host: string): boolean => host === 'localhost' || host.startsWith('[') || /^[\d.]+$/.test(host);

async function lookAtCertificate(steps: Steps): Promise<Told> {
  const { server, facts } = steps;
  const { about, target } = server;
  if (!target.origin.startsWith('https:') || facts.takesProxy(target)) return () => [];
  const base = { area: 'servers', ...about } as const;
  const done = await step('certificate', steps, stop => facts.certificate(target.origin, stop));
  return isReached => {
    if (done.is === 'late') return isReached ? [] : [lateFinding(server, 'certificate')];
    if (done.is === 'done') {
      const level = done.found.daysLeft < fewDays ? 'warning' : 'fine';
      return [{ ...base, code: 'certificate', level, ...done.found }];
    }
    // when there is no way to the server at all, its name or the question for the models says so
    if (done.failure.kind !== 'certificate' && done.failure.kind !== 'wrong-protocol') return [];
    const level = isReached ? 'warning' : 'problem';
    const fixes = [settingFix('http.systemCertificates'), settingFix('http.proxy')];
    return [{ ...base, code: 'certificate-failed', level, isReached, ...failureFacts(done.failure), fixes }];
  };
}

/** A certificate that ends so soon is said, days: those that renew themselves do it earlier. */
const fewDays = 7;

async function askForModels(steps: Steps): Promise<readonly KeyReply[]> {
  const { server, facts } = steps;
  const { target } = server;
  const names = target.auth === 'none' || isInside(target) ? [''] : facts.keyNames(target.origin);
  if (names.length === 0) return [];
  const isFree = isInside(target) || (target.loopback && target.auth === 'none'); // nothing but the wish for a list goes there
  if (!isFree && !facts.isConfirmed(target)) return [{ reply: { tookMs: 0 }, isHeld: 'not-confirmed' }];
  return Promise.all(
    names.map(async (name, at) => {
      const done = await step('models', steps, stop => facts.listModels(target, name, stop));
      const key = names.length > 1 ? { key: at + 1 } : {};
      if (done.is === 'late') return { ...key, reply: { tookMs: stepLimitsMs.models }, isLate: true };
      return { ...key, reply: done.is === 'done' ? done.found : { tookMs: 0, failure: done.failure } };
    }),
  );
}
