import * as l10n from '@vscode/l10n';
import { decimal } from './numberText.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long something took or may take: '0.4 s', '12 s', '3 min', '2 h', '5 d'. */
export function duration(ms: number): string {
  if (ms < 9_950) return l10n.t('{0} s', decimal(Math.max(0, ms) / 1_000, 1));
  if (ms < 99_500) return l10n.t('{0} s', Math.round(ms / 1_000));
  if (ms < 99 * minuteMs) return l10n.t('{0} min', Math.round(ms / minuteMs));
  if (ms < 48 * hourMs) return l10n.t('{0} h', Math.round(ms / hourMs));
  return l10n.t('{0} d', Math.round(ms / dayMs));
}

/** How long ago something was: 'just now', '12 s ago', '3 min ago'. */
export const ago = (ms: number): string => (ms < 10_000 ? l10n.t('just now') : l10n.t('{0} ago', duration(ms)));

/** How long somebody still has to wait, never said too short. */
export function waitTime(ms: number): string {
  const step = stepMs(ms);
  return duration(Math.ceil(ms / step) * step);
}

/** For how many ms what `waitTime` says stays true while the wait goes on. */
export function waitTimeHoldsMs(ms: number): number {
  const holdsMs = ms % stepMs(ms) || stepMs(ms);
  return ms > inSecondsMs ? Math.min(holdsMs, ms - inSecondsMs) : holdsMs;
}

/** Up to here a wait is said in seconds. */
const inSecondsMs = 95_000;

function stepMs(ms: number): number {
  if (ms <= 5_000) return 1_000;
  return ms <= inSecondsMs ? 5_000 : minuteMs;
}
