import type { Found } from '../found/doctorFinding.ts';

/** What is known of where Steadfast runs. */
export interface HostFacts {
  readonly window: 'desktop' | 'browser';
  /** What VS Code calls its own surroundings: 'desktop', 'codespaces', 'code-server'. */
  readonly appHost: string;
  /** Kind of the remote machine, such as 'ssh-remote'; undefined: none. */
  readonly remoteName: string | undefined;
  readonly extensionHost: 'ui' | 'workspace';
  readonly isPortable: boolean;
  readonly isTrusted: boolean;
  readonly isEnabled: boolean;
  readonly isLocalOnly: boolean;
  /** A failure is simulated now. */
  readonly isRehearsing: boolean;
}

/** What can be found about the host. */
export type HostFinding =
  | (Found<'host', 'window'> & Pick<HostFacts, 'window' | 'appHost' | 'isPortable'>)
  | (Found<'host', 'extension-host'> & Pick<HostFacts, 'extensionHost'> & { readonly remoteName?: string })
  | Found<'host', 'trusted'>
  | Found<'host', 'restricted'>
  | Found<'host', 'disabled'>
  | Found<'host', 'local-only'>
  | Found<'host', 'rehearsing'>;

/** Where Steadfast runs, and what keeps it from doing all that it can there. */
export function checkHost(facts: HostFacts): readonly HostFinding[] {
  const { window, appHost, isPortable, extensionHost, remoteName } = facts;
  return [
    ...held(facts),
    { area: 'host', code: 'window', level: 'fine', window, appHost, isPortable },
    {
      area: 'host',
      code: 'extension-host',
      level: 'fine',
      extensionHost,
      ...(remoteName !== undefined && { remoteName }),
    },
  ];
}

function held({ isTrusted, isEnabled, isLocalOnly, isRehearsing }: HostFacts): readonly HostFinding[] {
  const found: HostFinding[] = [];
  if (isRehearsing)
    found.push({ area: 'host', code: 'rehearsing', level: 'warning', fixes: [{ command: 'steadfast.endRehearsal' }] });
  if (!isEnabled)
    found.push({
      area: 'host',
      code: 'disabled',
      level: 'warning',
      fixes: [{ command: 'workbench.action.openSettings', argument: 'steadfast.enabled' }],
    });
  if (isTrusted) found.push({ area: 'host', code: 'trusted', level: 'fine' });
  else
    found.push({
      area: 'host',
      code: 'restricted',
      level: 'warning',
      fixes: [{ command: 'workbench.trust.manage' }],
    });
  if (isLocalOnly) found.push({ area: 'host', code: 'local-only', level: 'fine' });
  return found;
}
