import * as l10n from '@vscode/l10n';
import type { TargetClass } from '../../core/model/target.ts';

/** How strong a model is, in plain words. */
export const classText = (strength: TargetClass): string => classes[strength]();

const classes = {
  simple: () => l10n.t('Small and fast'),
  medium: () => l10n.t('For most questions'),
  complex: () => l10n.t('Strong, for hard questions'),
} as const satisfies Record<TargetClass, () => string>;
