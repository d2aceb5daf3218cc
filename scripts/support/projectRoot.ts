import path from 'node:path';

/** The folder of this project, absolute. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');
