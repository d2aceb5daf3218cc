import type { Environment } from '../found/environment.ts';
import type { Found } from '../found/doctorFinding.ts';
import { type Knowledge, serverOf } from '../../settings/targetEntry.ts';

/** What looking at the environment needs of the world. */
export interface EnvironmentFacts {
  readonly environment: Environment;
  readonly knowledge: Knowledge;
  readonly hasKey: (origin: string) => boolean;
}

/** What can be found about the environment. */
export type EnvironmentFinding =
  | Found<'environment', 'nothing-steers'>
  /** Set, and without any effect on Steadfast; names only. */
  | (Found<'environment', 'ignored'> & { readonly names: readonly string[] })
  /** A provider's key stands in the environment and none is saved. */
  | (Found<'environment', 'importable'> & { readonly name: string; readonly host: string });

/**
 * What the SDKs of the two providers read, as `test/interaction/doctor/checks/checkEnvironment.test.ts` finds it in their code,
 * besides AWS's and Azure's: those are read by classes that are not used.
 */
export const sdkVariables: readonly string[] = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_CONFIG_DIR',
  'ANTHROPIC_CUSTOM_HEADERS',
  'ANTHROPIC_ENVIRONMENT_ID',
  'ANTHROPIC_ENVIRONMENT_KEY',
  'ANTHROPIC_FEDERATION_RULE_ID',
  'ANTHROPIC_IDENTITY_TOKEN',
  'ANTHROPIC_IDENTITY_TOKEN_FILE',
  'ANTHROPIC_LOG',
  'ANTHROPIC_OPEN_TELEMETRY',
  'ANTHROPIC_OPEN_TELEMETRY_PROPAGATION',
  'ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE',
  'ANTHROPIC_OPEN_TELEMETRY_TRACES_MAX_CONTENT_BYTES',
  'ANTHROPIC_ORGANIZATION_ID',
  'ANTHROPIC_PROFILE',
  'ANTHROPIC_SCOPE',
  'ANTHROPIC_SERVICE_ACCOUNT_ID',
  'ANTHROPIC_SESSION_ID',
  'ANTHROPIC_WEBHOOK_SIGNING_KEY',
  'ANTHROPIC_WORKSPACE_ID',
  'ANTHROPIC_WORK_ID',
  'ANTHROPIC_WORK_SECRET',
  'AWS_BEARER_TOKEN_BEDROCK',
  'AWS_BEDROCK_BASE_URL',
  'AZURE_OPENAI_API_KEY',
  'AZURE_OPENAI_ENDPOINT',
  'OPENAI_ADMIN_KEY',
  'OPENAI_API_KEY',
  'OPENAI_API_VERSION',
  'OPENAI_BASE_URL',
  'OPENAI_CUSTOM_HEADERS',
  'OPENAI_LOG',
  'OPENAI_ORG_ID',
  'OPENAI_PROJECT_ID',
  'OPENAI_WEBHOOK_SECRET',
];

/** Names which variables would steer another program with the same SDKs, and which keys may be imported. */
export function checkEnvironment({ environment, knowledge, hasKey }: EnvironmentFacts): readonly EnvironmentFinding[] {
  const names = sdkVariables.filter(name => (environment[name] ?? '') !== '');
  if (names.length === 0) return [{ area: 'environment', code: 'nothing-steers', level: 'fine' }];
  return [{ area: 'environment', code: 'ignored', level: 'fine', names }, ...importable(names)];

  function importable(set: readonly string[]): readonly EnvironmentFinding[] {
    return knowledge.providers.flatMap((facts): readonly EnvironmentFinding[] => {
      const { keyVariable: name, baseUrl } = facts;
      if (name === undefined || baseUrl === undefined || !set.includes(name)) return [];
      const { origin } = serverOf(facts, {}, knowledge.checkAddress);
      if (hasKey(origin)) return [];
      const fixes = [{ command: 'steadfast.importKeys' }] as const;
      return [{ area: 'environment', code: 'importable', level: 'warning', name, host: new URL(origin).host, fixes }];
    });
  }
}
