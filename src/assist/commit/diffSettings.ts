/** A setting of Git, as `git config -l` tells it. */
export interface GitSetting {
  readonly key: string;
  readonly value: string;
}

const foreign = /^diff\.(?:external|noprefix|mnemonicprefix|srcprefix|dstprefix|wordregex|.+\.command)$/i;
const colour = /^color\.(?:ui|diff)$/i;

/**
 * Do these settings hand a diff to another program, or give it another form? Then what Git shows is not read: the program would
 * run, and a model would be asked about its colours and columns.
 */
export const isForeignDiff = (settings: readonly GitSetting[]): boolean =>
  settings.some(({ key, value }) => foreign.test(key) || (colour.test(key) && value.toLowerCase() === 'always'));
