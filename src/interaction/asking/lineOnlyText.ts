import * as l10n from '@vscode/l10n';
import type { Context } from '../../assist/assistance.ts';

/** Says that only the cursor's line is asked about, because nothing around it was found; undefined: it is not so. */
export const lineOnlyText = ({ isLineOnly, startLine }: Context): string | undefined =>
  isLineOnly
    ? l10n.t('Asked about line {0} only: no function or block was found around the cursor.', startLine)
    : undefined;
