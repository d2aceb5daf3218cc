import { access, constants } from 'node:fs/promises';

/** Can this file be read? It is not opened. */
export const isReadableFile = (file: string): Promise<boolean> =>
  access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
