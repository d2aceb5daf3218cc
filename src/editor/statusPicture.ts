import type { Severity, Status } from '../core/status.ts';
import { statusTooltip } from './statusTooltip.ts';
import { accessibleStatus, statusText } from './statusWords.ts';
import { waitTimeHoldsMs } from './time.ts';

/** Everything that the status bar item shows. */
export interface StatusPicture {
  readonly text: string;
  /** Markdown with theme icons. */
  readonly tooltip: string;
  /** For screen readers. */
  readonly label: string;
  readonly severity: Severity;
}

export function pictureOf(status: Status): StatusPicture {
  return {
    text: statusText(status),
    tooltip: statusTooltip(status),
    label: accessibleStatus(status),
    severity: status.severity,
  };
}

export function isSamePicture(one: StatusPicture, other: StatusPicture): boolean {
  return one.text === other.text && one.tooltip === other.tooltip && one.severity === other.severity;
}

/** For how many ms a picture of this status stays true when nothing happens; Infinity: until something does. */
export function pictureHoldsMs({ targets }: Status): number {
  const rests = targets.map(({ restMs }) => restMs ?? Infinity).filter(restMs => restMs !== Infinity);
  return Math.min(Infinity, ...rests.map(waitTimeHoldsMs));
}
