import * as vscode from 'vscode';
import type { Sharing } from '../core/shared/sharedLog.ts';
import type { TrimParts } from '../core/layers/trim.ts';
import type { Limiters } from '../core/resilience/limiters.ts';
import { maskText } from '../core/secrets/maskText.ts';
import { AnswerCache } from '../core/cache/answerCache.ts';
import { storeWhile } from '../core/cache/answerStore.ts';
import type { StoreTrouble } from '../core/shared/store.ts';
import { Calibration } from '../core/prompt/calibration.ts';
import { SharedCircuits } from '../core/resilience/sharedCircuits.ts';
import type { WindowServices } from './windowServices.ts';
import { scanSecrets as scan } from '../libraries/secrets.ts';
import { AnswerSegments } from '../storage/answerSegments.ts';
import { FileLog } from '../storage/fileLog.ts';
import { byDay } from '../storage/period.ts';
import { pace } from '../interaction/platform/pace.ts';

type AnswerServices = Pick<WindowServices, 'channel' | 'clock' | 'context' | 'currentTargets'>;

/** What was answered; kept on disk where there is a trusted workspace to keep it in and the user wants it. */
export function openAnswers({ context, clock, currentTargets, channel }: AnswerServices): AnswerCache {
  const folder = context.storageUri && vscode.Uri.joinPath(context.storageUri, 'answers').fsPath;
  const maxBytes = () => currentTargets.settings.cache.maxBytes;
  const onTrouble = (trouble: StoreTrouble) => channel.warn(`remembered answers: ${trouble}`);
  const isKept = () =>
    vscode.workspace.isTrusted && currentTargets.settings.cache.isEnabled && currentTargets.settings.cache.persist;
  const store = folder === undefined ? undefined : new AnswerSegments({ folder, maxBytes, clock, onTrouble });
  return new AnswerCache(clock, () => currentTargets.settings.cache, {
    mask: text => maskText(text, { scan, pace }),
    ...(store && { store: storeWhile(isKept, store) }),
  });
}

/** How much each target takes, and what its provider has taught of how it counts. */
export function openPromptRoom({ context, clock }: Pick<WindowServices, 'clock' | 'context'>): TrimParts {
  const calibration = new Calibration();
  calibration.restore(context.globalState.get(calibrationKey));
  let isSaving = false;
  return {
    windowOf: ({ contextWindow }) => contextWindow,
    upperFactor: (model, language) => calibration.upperFactor(model, language),
    learn: reading => {
      calibration.learn(reading);
      if (isSaving) return;
      isSaving = true;
      clock.after(saveMs, () => {
        isSaving = false;
        void context.globalState.update(calibrationKey, calibration.snapshot());
      });
    },
  };
}

const calibrationKey = 'calibration';
/** What was learnt is written together: losing some of it does no harm. */
const saveMs = 10_000;

/** What the windows of this machine share lies in files of the user's own folder; its day is the machine's. */
export function localSharing({
  clock,
  context,
  workspaceId,
}: Pick<WindowServices, 'clock' | 'context' | 'workspaceId'>) {
  const place = { folder: context.globalStorageUri.fsPath, period: byDay, clock };
  const sharing: Sharing = {
    openSharedLog: (name, options) => new FileLog({ ...place, name, ...options }),
    dayOf: byDay,
    workspaceId,
  };
  return sharing;
}

/** What of the window is needed to share its circuits. */
type CircuitServices = Pick<WindowServices, 'channel' | 'circuits' | 'clock'> & { readonly limiters: Limiters };

/** Circuits, gates and rate limits are one for all windows of this machine; looked at every two seconds for the status. */
export function shareCircuits({ openSharedLog }: Sharing, { channel, clock, circuits, limiters }: CircuitServices) {
  const log = openSharedLog('circuits', {
    keep: 2,
    carryOver: () => shared.carryOver(),
    onTrouble: (trouble, detail) => channel.warn(`shared log: ${trouble}: ${detail}`),
  });
  const shared: SharedCircuits = new SharedCircuits({
    clock,
    log,
    circuits,
    limiters,
    newId: () => crypto.randomUUID(),
  });
  const look = setInterval(() => void shared.catchUp(), 2_000);
  const dispose = (): void => {
    clearInterval(look);
    shared.dispose();
    log.close();
  };
  return { circuits: shared, dispose };
}
