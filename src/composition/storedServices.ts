import { DocumentScans } from '../core/secrets/documentScans.ts';
import { type Mask, maskText } from '../core/secrets/maskText.ts';
import type { StoreTrouble } from '../core/shared/store.ts';
import { openHistoryStores, type HistoryStores } from '../editor/history/historyStores.ts';
import { vscodeUser as user } from '../editor/platform/vscodeUser.ts';
import { Checkpoints } from '../interaction/checkpoints/checkpoints.ts';
import { forDecision } from '../interaction/deferred/forDecision.ts';
import { pace } from '../interaction/platform/pace.ts';
import { scanSecrets as scan } from '../libraries/secrets.ts';
import { createFiles } from '../storage/files.ts';
import { storageOf } from './storageOf.ts';
import type { WindowServices } from './windowServices.ts';

/** What a workspace keeps on disk besides remembered answers, with what masks secrets before. */
export interface StoredServices {
  readonly historyStores: HistoryStores;
  readonly checkpoints: Checkpoints;
  readonly scans: DocumentScans;
}

/** Opens them; nothing is read before it is needed. */
export function openStores(windowServices: WindowServices): StoredServices {
  const { channel, clock, currentTargets } = windowServices;
  const log = (trouble: StoreTrouble, name: string) => channel.warn(`storage: ${trouble}: ${name}`);
  const files = createFiles(storageOf(windowServices).fsPath, log);
  const level = () => currentTargets.settings.notifications;
  const historyStores = openHistoryStores(files, clock, { log, user, level });
  countDecisions(historyStores, windowServices);
  const scans = new DocumentScans(scan);
  const checkpoints = new Checkpoints({
    list: historyStores.applied,
    store: files,
    mask,
    findingsIn: (document, text) => scans.findingsIn(document, text),
    wall: () => clock.wall(),
    newId: () => crypto.randomUUID(),
    pace,
  });
  return { historyStores, checkpoints, scans };
}

/** Counts what waits for a decision, as long as the window lives. */
function countDecisions({ review, queue }: HistoryStores, shown: WindowServices): void {
  const countAnswers = async (): Promise<void> => shown.reviewCount.set((await review.list()).length);
  const countQuestions = async (): Promise<void> => shown.unansweredCount.set(forDecision(await queue.list()).length);
  review.onDidChange(() => void countAnswers());
  queue.onDidChange(() => void countQuestions());
  void countAnswers(); // other windows decide, too
  void countQuestions();
}

export const mask: Mask = (text, known) => maskText(text, { scan, pace }, known);
