import * as vscode from 'vscode';
import type { FeedbackServices } from '../editor/feedback/openFeedback.ts';
import { stateIn } from './journalServices.ts';
import type { LedgerServices } from './ledgerServices.ts';
import { createClient, type Client, type Parts, type Source } from '../core/client.ts';
import { Limiters, type RateLimit } from '../core/resilience/limiters.ts';
import type { AnswerCache } from '../core/cache/answerCache.ts';
import { adaptiveLimits, questionTimeMs } from '../core/resilience/adaptiveLimits.ts';
import type { FaultInjection } from '../core/faultInjection.ts';
import type { Journal } from '../core/journal/journal.ts';
import { openRoute, type LearningServices } from './routingServices.ts';
import type { Parse } from '../core/confidence/reading/parse.ts';
import type { TrimParts } from '../core/layers/trim.ts';
import type { Sharing } from '../core/shared/sharedLog.ts';
import type { Target } from '../core/model/target.ts';
import { agreementSign } from '../assist/agreement/agreementSign.ts';
import { rephrasedOnce } from '../assist/rephrase.ts';
import { currentHashBy } from '../editor/asking/otherFiles.ts';
import { followRehearsals } from '../interaction/faultInjection/followRehearsals.ts';
import { registerIncidents } from '../editor/incidents/incidents.ts';
import { grammarFolders } from '../editor/platform/grammarFolders.ts';
import { createLog } from '../editor/platform/log.ts';
import { textInRehearsal } from '../interaction/faultInjection/rehearsalText.ts';
import { vscodeUser as user } from '../editor/platform/vscodeUser.ts';
import { muteNotifications } from '../editor/settings/readSettings.ts';
import type { Activity } from '../core/status/activity.ts';
import type { TimeLimits } from '../interaction/settings/timeLimits.ts';
import { pace } from '../interaction/platform/pace.ts';
import type { WindowServices } from './windowServices.ts';
import { openAnswers, openPromptRoom, shareCircuits } from './sharedServices.ts';
import { CodeParser } from '../libraries/codeParser.ts';
import { scanSecrets as scan } from '../libraries/secrets.ts';
import { sha256 } from '../libraries/sha256.ts';
import { findProvider } from '../providers/all.ts';
import { asksOf } from '../providers/asksOf.ts';
import type { Ports } from '../core/model/provider.ts';
import { injectedFetch } from '../providers/faultInjection/injectedFetch.ts';
import type { QuestionObserver } from '../core/model/questionRecord.ts';
import type { RoutedQuestion } from '../core/model/question.ts';

/** The client and what it remembers. */
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
type CommonParts = Pick<Parts, 'answers' | 'limiters' | 'observers' | 'catchUp' | 'claim' | 'budget'> & {
  readonly room: TrimParts;
  readonly parse: Parse;
} & Pick<LedgerServices, 'withFacts'>;

/** A server on this machine is asked as much as it takes. */
const unlimited: RateLimit = { requestsPerMinute: Infinity, tokensPerMinute: Infinity, concurrent: Infinity };

/** What of the window a client is made from. */
type ClientServices = Pick<
  WindowServices,
  'activity' | 'channel' | 'circuits' | 'clock' | 'context' | 'currentTargets' | 'rehearsals'
> & { readonly sharing: Sharing; readonly journal: Journal; readonly learningServices: LearningServices } & Pick<
    FeedbackServices,
    'demoted'
  >;

/** The client for the settings of now, and what outlives it. */
export function createClients(services: ClientServices, ports: Ports, ledgerServices: LedgerServices): Clients {
  const { channel, circuits, clock, currentTargets } = services;
  const room = openPromptRoom(services);
  const budget: CommonParts['budget'] = { ...ledgerServices.budget, upperFactor: room.upperFactor };
  const { withFacts } = ledgerServices;
  const lasting = { answers: openAnswers(services), room, budget, withFacts, parse: openParser(services) };
  void lasting.answers.refresh(); // read while the first question is put together
  const { journal } = services;
  const { lengths, origins } = services.learningServices;
  const observers = [...observersOf(services), { ended: ledgerServices.save }, journal.observer, origins, lengths];
  const measures = () =>
    new Limiters(clock, ({ loopback }) => (loopback ? unlimited : currentTargets.settings.rateLimit));
  const limiters = measures();
  const shared = shareCircuits(services.sharing, { channel, clock, circuits, limiters });
  const common: CommonParts = {
    ...lasting,
    limiters,
    observers,
    catchUp: () => shared.circuits.catchUp(),
    claim: (target, signal) => shared.circuits.claim(target, signal),
  };
  // its incidents are told apart from the real ones, of which the first is told too
  const rehearsed = (rehearsal: FaultInjection) => {
    const entered = journal.observe({ circuitOf: stateIn(rehearsal.circuits, services) });
    const observed = [...observersOf(services), entered].map(observer => rehearsal.observed(observer));
    const own = { ...lasting, limiters: measures(), observers: observed };
    return buildClient(services, { ports, common: own, rehearsal });
  };
  const makers = { real: () => buildClient(services, { ports, common }), rehearsed };
  return { answers: lasting.answers, client: followClient(services, makers, () => shared.dispose()) };
}

/** By the parsers that VS Code comes with, too. */
function openParser({ clock, context }: ClientServices): Parse {
  const workerFile = context.asAbsolutePath('dist/treeWorker.cjs');
  const parser = new CodeParser({ workerFile, folders: grammarFolders(), clock });
  context.subscriptions.push(parser);
  return parser.parse;
}

interface Makers {
  readonly real: () => Client;
  readonly rehearsed: (rehearsal: FaultInjection) => Client;
}

/** Makes the client anew when settings or keys change, and another one while a failure is rehearsed. */
function followClient(services: ClientServices, makers: Makers, onDispose: () => void): CurrentClient {
  const { currentTargets, rehearsals } = services;
  let real = makers.real();
  const stop = currentTargets.onDidChange(() => (real = makers.real()));
  const rehearsing = followRehearsals(rehearsals, listener => currentTargets.onDidChange(listener), makers.rehearsed);
  return {
    get real() {
      return real;
    },
    get now() {
      return rehearsing.now ?? real;
    },
    dispose: () => {
      stop();
      rehearsing.dispose();
      onDispose();
    },
  };
}

/** What one client is made from besides the services of the window. */
interface ClientParts {
  readonly ports: Ports;
  readonly common: CommonParts;
  /** undefined: it speaks to the real world. */
  readonly rehearsal?: FaultInjection;
}

/** The client for the targets of now. What the settings say is looked up at each question. */
function buildClient(services: ClientServices, parts: ClientParts): Client {
  const { activity, circuits, clock, currentTargets } = services;
  const { common, rehearsal } = parts;
  const client = createClient({
    clock,
    circuits: rehearsal?.circuits ?? circuits,
    ...common,
    hash: sha256,
    route: openRoute(services, {
      circuits: rehearsal?.circuits ?? circuits,
      room: common.room,
      byKept: services.learningServices.byKept,
      lengths: services.learningServices.lengths,
    }),
    currentHash: currentHashBy(sha256),
    sources: currentTargets.targets.flatMap(target => sourceOf(common.withFacts(target), parts)),
    redaction: { scan, pace, enabled: () => currentTargets.settings.privacy.redactSecrets },
    judgement: { parse: common.parse, demoted: services.demoted },
    escalation: {
      onDoubt: () => currentTargets.settings.confidence.onDoubt,
      thresholds: () => currentTargets.thresholds,
      rephrased: rephrasedOnce,
      agreement: agreementSign,
      isLocalOnly: () => currentTargets.settings.privacy.localOnly,
    },
    barred: target => currentTargets.barred(target),
    limits: (target, taskClass) => adapted(currentTargets.settings.timeouts[taskClass], target, activity),
    retrying: () => currentTargets.settings.retry,
    caching: () => currentTargets.settings.cache.isEnabled,
    similarity: () => currentTargets.settings.cache.similarThreshold,
    asksOnRefusal: () => currentTargets.settings.fallback.onRefusal === 'askNext',
    hedgeAfterMs: ({ id }) => (currentTargets.settings.hedge ? (activity.p95FirstTokenMs(id) ?? Infinity) : undefined),
    ...(vscode.env.remoteName !== undefined && { emptyCode: 'remote' }),
  });
  return rehearsal ? { ...client, ask: rehearsal.mark(client.ask) } : client;
}

function sourceOf(target: Target, { ports, rehearsal }: ClientParts): readonly Source[] {
  const fetch = rehearsal && injectedFetch({ injection: rehearsal, target, words: textInRehearsal });
  const provider = findProvider(target.provider);
  if (!provider) return [];
  const keyed = asksOf(provider, target, { ...ports, ...(fetch && { fetch }) }).map((way): Source => ({
    ...way,
    ask: rehearsal?.unsent(target)(way.ask) ?? way.ask,
  }));
  return keyed[0] ? [{ target, ask: keyed[0].ask, keyed }] : [];
}

/** How long a target may take: as long as the settings say, and longer where its own answers take longer. */
const adapted = (limits: TimeLimits, target: Target, activity: Activity): TimeLimits =>
  adaptiveLimits(limits, target, activity.p95FirstTokenMs(target.id));

/** How long a question may take, with who will be asked first and after that. */
export function totalMs(question: RoutedQuestion, client: Client, { activity, currentTargets }: TimeSources): number {
  const limits = currentTargets.settings.timeouts[question.taskClass];
  const allowed = client.routeOf(question).filter(({ target }) => !currentTargets.barred(target));
  const [first, ...others] = allowed.map(({ target }) => target);
  return questionTimeMs(limits, first && adapted(limits, first, activity), others.length > 0);
}

type TimeSources = Pick<WindowServices, 'activity' | 'currentTargets'>;

/** Who learns of every question: the status, the log, and the user of the first of an incident. */
function observersOf(services: ClientServices): readonly QuestionObserver[] {
  const { activity, channel, clock, currentTargets } = services;
  const incidents = registerIncidents({
    clock,
    log: channel,
    user,
    labelOf: id => currentTargets.labelOf(id),
    level: () => currentTargets.settings.notifications,
    mute: muteNotifications,
  });
  return [activity, createLog(channel), incidents];
}
