import os from 'node:os';

/**
 * In a script of a bench: asks the system to let this process go before others, so that a busy machine is not measured in
 * its place. Where that is not allowed it stays as it is; the control in the same run tells.
 */
export function goFirst(): void {
  try {
    os.setPriority(os.constants.priority.PRIORITY_HIGH);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SYSTEM_ERROR';
