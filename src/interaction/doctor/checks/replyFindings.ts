import type { Failure, FailureKind } from '../../../core/model/failure.ts';
import { settingFix, type DoctorFix } from '../found/doctorFinding.ts';
import { stepLimitsMs, type KeyReply, type ServerGroup } from './serverFacts.ts';
import type { FailureFacts, ServerFinding } from './serverFinding.ts';

/** A list that takes longer than this is said to be slow, ms. */
const slowMs = 2_500;

/** What the replies to the question for the models say of key, time and models. */
export function replyFindings(server: ServerGroup, replies: readonly KeyReply[]): readonly ServerFinding[] {
  const listed = replies.find(({ reply }) => reply.models !== undefined)?.reply.models;
  return [
    ...replies.flatMap(reply => replyFinding(server, reply)),
    ...(listed === undefined ? [] : modelFindings(server, listed)),
  ];
}

function replyFinding(server: ServerGroup, { reply, key, isHeld, isLate }: KeyReply): readonly ServerFinding[] {
  const base = { area: 'servers', ...server.about } as const;
  const which = key === undefined ? {} : { key };
  const testFix: DoctorFix = { command: 'steadfast.testTarget', argument: server.target.id };
  const { models, failure, tookMs, status } = reply;
  if (isHeld) return [{ ...base, code: 'not-asked', level: 'unchecked', because: isHeld, fixes: [testFix] }];
  if (isLate)
    return [
      { ...base, code: 'late', level: 'warning', step: 'models', limitMs: stepLimitsMs.models, fixes: [testFix] },
    ];
  if (models !== undefined) {
    const level = tookMs > slowMs ? 'warning' : 'fine';
    return [{ ...base, code: 'answered', level, models: models.length, tookMs: Math.round(tookMs), ...which }];
  }
  if (failure === undefined || isToldElsewhere(failure)) return [];
  if (status !== undefined && isNoSuchList(failure, status)) {
    const fixes: readonly DoctorFix[] = [testFix, { command: 'steadfast.openSettings', argument: server.target.id }];
    return [{ ...base, code: 'no-list', level: 'warning', status, fixes }];
  }
  if (failure.kind === 'auth' && server.target.auth === 'none')
    return [{ ...base, code: 'key-wanted', level: 'problem', fixes: keylessFixes(server) }];
  const fixes = fixesOf(failure.kind, server);
  return [{ ...base, code: 'failed', level: 'problem', ...failureFacts(failure), ...which, fixes }];
}

/** A server without a list looks like a wrong address; a page of HTML is neither. */
const isNoSuchList = ({ details: { code = '' } }: Failure, status: number): boolean =>
  noSuchList.has(status) && code !== 'html' && code !== 'portal';

/** Statuses of a server that knows no such address or method. */
const noSuchList: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** The key's own line says it. */
const isToldElsewhere = ({ kind }: Failure): boolean => kind === 'no-key' || kind === 'key-store';

/** A failure as data: what it says in words is the server's, and is left out. */
export function failureFacts({ kind, details: { code, status, facts } }: Failure): FailureFacts {
  const port = facts?.['port'];
  return {
    kind,
    ...(code !== undefined && { reason: code }),
    ...(status !== undefined && { status }),
    ...(typeof port === 'number' && { port }),
  };
}

function fixesOf(kind: FailureKind, { target }: ServerGroup): readonly DoctorFix[] {
  const settings: DoctorFix = { command: 'steadfast.openSettings', argument: target.id };
  const test: DoctorFix = { command: 'steadfast.testTarget', argument: target.id };
  if (kind === 'auth' || kind === 'quota') return [{ command: 'steadfast.setKey', argument: target.origin }];
  if (kind === 'proxy') return [settingFix('http.proxy')];
  if (kind === 'certificate') return [settingFix('http.systemCertificates')];
  return addressKinds.has(kind) ? [settings, test] : [test];
}

const keylessFixes = ({ target }: ServerGroup): readonly DoctorFix[] => [
  { command: 'steadfast.openSettings', argument: target.id },
  ...(target.loopback ? [{ command: 'steadfast.detectLocal' } as const] : []),
];

/** Of these the address in the settings may be the reason. */
const addressKinds: ReadonlySet<FailureKind> = new Set([
  'unknown-host',
  'server-not-running',
  'wrong-protocol',
  'bad-address',
  'redirected',
  'not-the-api',
  'not-found',
  'connect-timeout',
]);

function modelFindings({ about, targets }: ServerGroup, models: readonly string[]): readonly ServerFinding[] {
  return targets.map(({ id: target, model }) => {
    const isListed = listsModel(models, model);
    const fix: DoctorFix = { command: 'steadfast.testTarget', argument: target };
    const more = isListed ? {} : { fixes: [fix, { command: 'steadfast.openSettings', argument: target } as const] };
    return {
      area: 'servers',
      code: 'model',
      level: isListed ? 'fine' : 'warning',
      ...about,
      target,
      model,
      isListed,
      ...more,
    };
  });
}

/**
 * Is the model in the list? Servers list it under a longer name too: with a tag as Ollama does, with a date as Anthropic does
 * for its aliases, or by its family or id alone in VS Code.
 */
function listsModel(models: readonly string[], model: string): boolean {
  return models.some(
    id =>
      id === model ||
      id === `${model}:latest` ||
      (id.startsWith(`${model}-`) && /^-\d{4}-?\d{2}-?\d{2}$/.test(id.slice(model.length))) ||
      id.endsWith(`/${model}`),
  );
}
