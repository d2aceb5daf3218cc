import * as vscode from 'vscode';
import type { LedgerServices } from './ledgerServices.ts';
import { createClient, type Client, type Parts } from '../core/client.ts';
import { Limiters, type RateLimit } from '../core/resilience/limiters.ts';
import type { AnswerCache } from '../core/cache/answerCache.ts';
import { adaptiveLimits } from '../core/resilience/adaptiveLimits.ts';
import type { FaultInjection } from '../core/faultInjection.ts';
import type { Target } from '../core/model/target.ts';
import { followRehearsals } from '../interaction/faultInjection/followRehearsals.ts';
import { registerIncidents } from '../editor/incidents/incidents.ts';
import { createLog } from '../editor/platform/log.ts';
import { textInRehearsal } from '../interaction/faultInjection/rehearsalText.ts';
import { muteNotifications } from '../editor/settings/readSettings.ts';
import type { TimeLimits } from '../interaction/settings/timeLimits.ts';
import type { WindowServices } from './windowServices.ts';
import { openAnswers, openRoom, shareWithOtherWindows } from './sharedServices.ts';
import { parse } from '../libraries/parseCode.ts';
import { scanSecrets as scan } from '../libraries/secrets.ts';
import { sha256 } from '../libraries/sha256.ts';
import { findProvider } from '../providers/all.ts';
import type { Ports } from '../core/model/provider.ts';
import { injectedFetch } from '../providers/faultInjection/injectedFetch.ts';
import type { QuestionObserver } from '../core/model/questionRecord.ts';
import type { TaskClass } from '../core/model/question.ts';

export interface Clients {
  readonly answers: AnswerCache;
  readonly client: CurrentClient;
}

/** The client of now; made anew when settings or keys change, while questions under way keep the one they began with. */
export interface CurrentClient extends vscode.Disposable {
  /** Speaks to the real world, whatever is rehearsed. */
  readonly real: Client;
  readonly now: Client;
}

/** What a client has in common with the one before it. */
type Lasting = Pick<Parts, 'answers' | 'limiters' | 'observers' | 'catchUp' | 'claim' | 'budget' | 'room'> &
  Pick<LedgerServices, 'withFacts'>;

/** A server on this machine is asked as much as it takes. */
const unlimited: RateLimit = { requestsPerMinute: Infinity, tokensPerMinute: Infinity, concurrent: Infinity };

/** The client for the settings of now, and what outlives it. */
export function createClients(foundation: WindowServices, ports: Ports, accounts: LedgerServices): Clients {
  const { clock, live, rehearsals } = foundation;
  const common = { answers: openAnswers(foundation), room: openRoom(foundation), withFacts: accounts.withFacts };
  const observers = [...observersOf(foundation), { ended: accounts.save }];
  const measures = () => new Limiters(clock, ({ loopback }) => (loopback ? unlimited : live.settings.rateLimit));
  const limiters = measures();
  const shared = shareWithOtherWindows(foundation, limiters);
  const catchUp = () => shared.circuits.catchUp();
  const claim: Lasting['claim'] = (target, signal) => shared.circuits.claim(target, signal);
  const budget: Lasting['budget'] = { ...accounts.budget, upperFactor: common.room.upperFactor };
  const build = () => buildClient(foundation, ports, { ...common, limiters, observers, catchUp, claim, budget });
  let real = build();
  const stop = live.onDidChange(() => (real = build()));
  const rehearsing = followRehearsals(
    rehearsals,
    listener => live.onDidChange(listener),
    // its incidents are told apart from the real ones, of which the first is told too
    rehearsal => {
      const observed = observersOf(foundation).map(observer => rehearsal.observed(observer));
      const lasting = { ...common, limiters: measures(), observers: observed, budget };
      return buildClient(foundation, ports, lasting, rehearsal);
    },
  );
  return {
    answers: common.answers,
    client: {
      get real() {
        return real;
      },
      get now() {
        return rehearsing.now ?? real;
      },
      dispose: () => {
        stop();
        rehearsing.dispose();
        shared.dispose();
      },
    },
  };
}

/** The client for the targets of now. What the settings say is looked up at each question. */
function buildClient(foundation: WindowServices, ports: Ports, lasting: Lasting, rehearsal?: FaultInjection): Client {
  const { clock, live, circuits, activity } = foundation;
  const portsOf = (target: Target): Ports =>
    rehearsal ? { ...ports, fetch: injectedFetch({ injection: rehearsal, target, words: textInRehearsal }) } : ports;
  const client = createClient({
    clock,
    circuits: rehearsal?.circuits ?? circuits,
    ...lasting,
    hash: sha256,
    sources: live.targets
      .map(target => lasting.withFacts(target))
      .flatMap(target => {
        const ask = findProvider(target.provider)?.createAsk(target, portsOf(target));
        return ask ? [{ target, ask: rehearsal?.unsent(target)(ask) ?? ask }] : [];
      }),
    redaction: { scan, enabled: () => live.settings.privacy.redactSecrets },
    judgement: { parse },
    barred: target => live.barred(target),
    limits: (target, taskClass) => limitsOf(foundation, target, taskClass),
    retrying: () => live.settings.retry,
    caching: () => live.settings.cache.isEnabled,
    similarity: () => live.settings.cache.similarThreshold,
    hedgeAfterMs: ({ id }) => (live.settings.hedge ? activity.p95FirstTokenMs(id) : undefined),
    ...(vscode.env.remoteName !== undefined && { emptyCode: 'remote' }),
  });
  return rehearsal ? { ...client, ask: rehearsal.mark(client.ask) } : client;
}

/** How long a target may take for such a question. */
function limitsOf({ live, activity }: WindowServices, target: Target, taskClass: TaskClass): TimeLimits {
  return adaptiveLimits(live.settings.timeouts[taskClass], target, activity.p95FirstTokenMs(target.id));
}

/** How long a question may take: as long as the settings say, and as much longer as its first target is waited for. */
export function totalMs(foundation: WindowServices, taskClass: TaskClass): number {
  const { live } = foundation;
  const limits = live.settings.timeouts[taskClass];
  const first = live.targets.find(target => !live.barred(target));
  const longer = first ? limitsOf(foundation, first, taskClass).firstTokenMs - limits.firstTokenMs : 0;
  return limits.totalMs + longer;
}

/** Who learns of every question: the status, the log, and the user of the first of an incident. */
function observersOf({ activity, channel, clock, live }: WindowServices): readonly QuestionObserver[] {
  const incidents = registerIncidents({
    clock,
    log: channel,
    labelOf: id => live.labelOf(id),
    level: () => live.settings.notifications,
    mute: muteNotifications,
  });
  return [activity, createLog(channel), incidents];
}
