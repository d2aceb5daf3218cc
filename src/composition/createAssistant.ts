import { setImmediate as pause } from 'node:timers/promises';
import type { FindNewErrors } from '../core/confidence/reading/newErrors.ts';
import { ExactCounts } from '../core/prompt/exactCounts.ts';
import { DocumentScans } from '../core/secrets/documentScans.ts';
import { Assistant } from '../editor/assistant.ts';
import { InstructionFiles } from '../editor/instructions/instructionFiles.ts';
import { compilerFile } from '../editor/platform/compilerFile.ts';
import { vscodeUser as user } from '../editor/platform/vscodeUser.ts';
import { isEnabledFor } from '../editor/settings/readSettings.ts';
import { createStatusFeed } from '../editor/status/statusFeed.ts';
import type { OverBudgetPolicy } from '../interaction/asking/withinBudget.ts';
import { doubtNote } from '../interaction/doubts/doubtNote.ts';
import type { ListModels } from '../interaction/setup/lookUpModels.ts';
import { ScriptErrors } from '../libraries/newErrors/scriptErrors.ts';
import { loadExactTokens } from '../libraries/exactTokens.ts';
import { scanSecrets as scan } from '../libraries/secrets.ts';
import { sha256 } from '../libraries/sha256.ts';
import { realPathOf } from '../storage/realPath.ts';
import { createAskService } from './askingServices.ts';
import type { CurrentClient } from './clientFactory.ts';
import type { JournalServices } from './journalServices.ts';
import type { LedgerServices } from './ledgerServices.ts';
import type { LearningServices } from './routingServices.ts';
import { mask, type StoredServices } from './storedServices.ts';
import type { FeedbackServices } from '../editor/feedback/openFeedback.ts';
import type { TaskModels } from './taskModelServices.ts';
import { openUsage } from './usageServices.ts';
import type { WindowServices } from './windowServices.ts';

/** What the assistant is made from besides the window's services. */
interface AssistantSources extends StoredServices {
  readonly client: CurrentClient;
  readonly journalServices: JournalServices;
  readonly learningServices: Pick<LearningServices, 'learning' | 'origins'>;
  readonly ledgerServices: LedgerServices;
  readonly listModels: ListModels;
  readonly taskModels: TaskModels;
  readonly feedback: FeedbackServices;
}

/** Where the user asks and reads. */
export function createAssistant(
  windowServices: WindowServices,
  sources: AssistantSources,
  overBudgetPolicy: OverBudgetPolicy,
): Assistant {
  const { checkpoints, client, historyStores, journalServices, learningServices, ledgerServices } = sources;
  const { feedback, listModels, scans, taskModels } = sources;
  const { activity, channel: log, clock, context, currentTargets, deferredCount } = windowServices;
  const instructionScans = new DocumentScans(scan, mostScannedInstructions);
  const instructionFiles = new InstructionFiles((document, text) => instructionScans.findingsIn(document, text));
  const feed = createStatusFeed(windowServices);
  const counts = new ExactCounts({ load: loadExactTokens, pause, now: () => clock.now() });
  return new Assistant({
    ...historyStores,
    ...forPanels(taskModels, feedback),
    checkpoints,
    ...{ learning: learningServices.learning, origins: learningServices.origins },
    ...{ activity, clock, deferredCount, log, user },
    askService: createAskService(windowServices, { client, instructionFiles, listModels, overBudgetPolicy }),
    feed,
    usage: openUsage({ clock, currentTargets, feed, journalServices, ledgerServices }),
    level: () => currentTargets.settings.notifications,
    labelOf: id => currentTargets.labelOf(id),
    extensionUri: context.extensionUri,
    newId: () => crypto.randomUUID(),
    thresholds: () => currentTargets.thresholds,
    codeNote: turn =>
      currentTargets.settings.confidence.noteInCode ? doubtNote(turn, currentTargets.thresholds) : undefined,
    costOf: ledgerServices.costOf,
    countExactly: text => counts.countExactly(text),
    mask,
    findingsIn: (document, text) => scans.findingsIn(document, text),
    hash: sha256,
    isOn: isEnabledFor,
    realPathOf,
    beginInstructions: uri => instructionFiles.begin(uri),
    newErrors: newErrorsIn(windowServices),
  });
}

/** What an edit would break, by the compiler that VS Code comes with. */
function newErrorsIn({ clock, context }: WindowServices): FindNewErrors {
  const workerFile = context.asAbsolutePath('dist/newErrorsWorker.cjs');
  const errors = new ScriptErrors({ workerFile, compilerFile: compilerFile(), clock });
  context.subscriptions.push(errors);
  return errors.newErrors;
}

/** What the buttons of panels lead to besides the conversation. */
const forPanels = (taskModels: TaskModels, feedback: FeedbackServices) => ({
  ...taskModels.forPanels,
  ...feedback.forPanels,
  onDidChangeTargets: eitherOf(taskModels.forPanels.onDidChangeTargets, feedback.onDidChange),
});

type Subscribe = (listener: () => void) => () => void;

/** Hears of both. */
function eitherOf(one: Subscribe, other: Subscribe): Subscribe {
  return listener => {
    const ends = [one(listener), other(listener)];
    return () => ends.forEach(end => end());
  };
}

/** More instruction files than one question takes along. */
const mostScannedInstructions = 50;
