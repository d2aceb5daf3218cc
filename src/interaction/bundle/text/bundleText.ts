import type { Bundle } from '../facts/bundleFile.ts';

/** All that a bundle holds, one file after the other, to be looked through: exactly what would be saved. */
export const bundleText = ({ files }: Bundle): string =>
  files.map(({ name, text }) => `${rule}\n${name}\n${rule}\n\n${text}`).join('\n');

const rule = '='.repeat(72);
