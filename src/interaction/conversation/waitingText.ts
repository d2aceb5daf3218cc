import * as l10n from '@vscode/l10n';
import { cleanLine } from '../text/cleanText.ts';
import { duration } from '../text/time.ts';
import type { Turn } from './turn.ts';

/** After so long somebody who waits wants to know what for, ms. */
const tellAfterMs = 2_000;

/**
 * How long a turn has waited for the first word, and, when half of that target's time is gone, what happens when it is over:
 * '7 s · GPT is asked in 8 s'. Empty: nothing is waited for, or not for long.
 */
export function waitingText(turn: Turn, nowMs: number, labelOf: (target: string) => string): string {
  const { asking, phase, text } = turn;
  if (phase !== 'working' || !asking || text !== '') return '';
  const waitedMs = nowMs - asking.startedAt;
  if (waitedMs < tellAfterMs) return '';
  const waited = wholeSeconds(waitedMs);
  const leftMs = asking.silentAt - nowMs;
  if (turn.isThinking || leftMs <= 0 || waitedMs < leftMs) return waited;
  const left = wholeSeconds(leftMs + 999);
  const { next } = asking;
  const then =
    next === undefined
      ? l10n.t('gives up in {0}', left)
      : l10n.t('{0} is asked in {1}', cleanLine(labelOf(next), 60), left);
  return `${waited} · ${then}`;
}

const wholeSeconds = (ms: number): string => duration(Math.floor(ms / 1_000) * 1_000);
