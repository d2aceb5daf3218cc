import * as l10n from '@vscode/l10n';
import type { User } from './user.ts';

/**
 * Says that TLS protects nothing while Node's own switch is off: every certificate then counts, a self-signed one too, and no
 * extension can turn it on again for its own requests.
 */
export function warnOfUncheckedCertificates(
  environment: Readonly<Record<string, string | undefined>>,
  user: Pick<User, 'warn'>,
): void {
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return;
  user.warn(
    l10n.t(
      'Certificates are not checked, because NODE_TLS_REJECT_UNAUTHORIZED is 0 in VS Code’s environment. Anybody on the way can read your code and keys. Remove that variable and start VS Code again.',
    ),
  );
}
