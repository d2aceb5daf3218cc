import { StoreError, type StoreTrouble } from '../core/shared/store.ts';

const troubles: Readonly<Record<string, StoreTrouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'read-only',
  EMFILE: 'no-handles',
  ENFILE: 'no-handles',
  EISDIR: 'unusable',
  ENOTDIR: 'unusable',
  ELOOP: 'unusable',
  ENAMETOOLONG: 'unusable',
  ENXIO: 'unusable',
};

/** The error of a Store that a file system's error means. */
export function storeErrorOf(error: unknown): StoreError {
  return error instanceof StoreError ? error : new StoreError(troubles[errorCode(error) ?? ''] ?? 'unknown', error);
}

/** The code of a system error: 'ENOENT'; undefined for another error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
