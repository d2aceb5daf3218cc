import * as l10n from '@vscode/l10n';
import type { SkipReason } from '../../core/model/note.ts';

/** Why a target was not asked, in a few words. */
export const skipText = (reason: SkipReason): string => skips[reason]();

/** Is this code such a reason? */
export const isSkip = (code: string): code is SkipReason => Object.hasOwn(skips, code);

const skips = {
  'circuit-open': () => l10n.t('paused after failures'),
  'cooling-down': () => l10n.t('rate limit'),
  'paused-by-user': () => l10n.t('paused by you'),
  credential: () => l10n.t('API key rejected'),
  quota: () => l10n.t('no credit'),
  offline: () => l10n.t('no network'),
  'no-key': () => l10n.t('no API key'),
  'not-confirmed': () => l10n.t('sending not allowed'),
  'same-origin': () => l10n.t('same server'),
  'same-vendor': () => l10n.t('same provider'),
  'not-allowed': () => l10n.t('not chosen'),
  budget: () => l10n.t('not allowed by your budget'),
} as const satisfies Record<SkipReason, () => string>;
