import * as l10n from '@vscode/l10n';
import type { Severity, Status } from '../../core/status/status.ts';
import { statusTooltip } from './statusTooltip.ts';
import { accessibleRehearsal, accessibleStatus, rehearsalText, statusText } from './statusText.ts';
import { deferredText } from './badgeText.ts';
import { waitTimeHoldsMs } from '../text/time.ts';

/** Everything that the status bar item shows. */
export interface StatusPicture {
  readonly text: string;
  /** Markdown with theme icons. */
  readonly tooltip: string;
  /** For screen readers. */
  readonly label: string;
  readonly severity: Severity;
}

/**
 * `rehearsed`: what is being rehearsed, where and until when. That stands before every other state, real or played.
 * `waiting`: how many questions are kept for later.
 */
export function pictureOf(status: Status, rehearsed?: string, waiting = 0): StatusPicture {
  const tooltip = statusTooltip(status, rehearsed, waiting);
  const sentence = accessibleStatus(status);
  const said = waiting === 0 ? sentence : l10n.t('{0}; {1}', sentence, deferredText(waiting));
  if (rehearsed === undefined) return { text: statusText(status), tooltip, label: said, severity: status.severity };
  const label = l10n.t('{0}; {1}', accessibleRehearsal(rehearsed), said);
  return { text: rehearsalText(), tooltip, label, severity: 'warning' };
}

/** Would drawing the one instead of the other change nothing? */
export function isSamePicture(one: StatusPicture, other: StatusPicture): boolean {
  return one.text === other.text && one.tooltip === other.tooltip && one.severity === other.severity;
}

/** For how many ms a picture of this status stays true when nothing happens; Infinity: until something does. */
export function pictureHoldsMs({ targets }: Status): number {
  const rests = targets.map(({ restMs }) => restMs ?? Infinity).filter(restMs => restMs !== Infinity);
  const slow = targets.map(target => target.slow?.forMs ?? Infinity);
  return Math.min(Infinity, ...slow, ...rests.map(waitTimeHoldsMs));
}
