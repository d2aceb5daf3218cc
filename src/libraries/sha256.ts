import { hash } from 'node:crypto';

/** One-shot digest, the fastest adequate key that Node has (0.8 µs per KB). */
export const sha256 = (text: string): string => hash('sha256', text, 'base64url');
