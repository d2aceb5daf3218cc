import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Finding } from '../../core/secrets/secretScan.ts';
import type { Marks, Near } from './nearWords.ts';

type Report = (found: {
  readonly message: Readonly<Record<string, string>>;
  readonly range: readonly number[];
}) => void;

/** The part of a secretlint rule that is used here. */
interface Rule {
  readonly meta: { readonly id: string };
  create(
    context: {
      readonly sharedOptions: object;
      createTranslator(): (id: string, data: Readonly<Record<string, string>>) => typeof data;
      readonly report: Report;
    },
    options: object,
  ): { file?(source: { readonly content: string; readonly ext: string; readonly filePath?: string }): unknown };
}

// filter-comments: a comment in the code must not switch masking off. gcp: reads files. The others take a whole
// address or key with what stands in and behind it, quotes and brackets included; our own finders take the secret alone.
const leftOut = ['filter-comments', 'gcp', 'database-connection-string', 'basicauth', 'privatekey'];
// Lower case. Only where one of these stands can the rule find anything: a cheap look before the dear one.
const marks: Readonly<Record<string, Marks>> = {
  aws: { text: ['secret', 'account'], runs: ['a3t', 'akia', 'agpa', 'aida', 'aroa', 'aipa', 'anpa', 'anva', 'asia'] },
  slack: { runs: ['xox', 'xapp-', 'hooks.slack'] },
  npm: { text: ['_auth'], runs: ['npm_', 'x-oauth-basic'] },
  '1password': { runs: ['ops_ey'] },
  anthropic: { runs: ['sk-ant-'] },
  databricks: { runs: ['dapi'] },
  docker: { runs: ['dckr_pat_'] },
  figma: { runs: ['figd_'] },
  github: { runs: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'] },
  gitlab: { runs: ['glpat-'] },
  grafana: { runs: ['glc_', 'glsa_'] },
  groq: { runs: ['gsk_'] },
  'hashicorp-vault': { runs: ['hvs.', 'hvb.', 'hvr.'] },
  huggingface: { runs: ['hf_'] },
  linear: { runs: ['lin_api_'] },
  notion: { runs: ['ntn_'] },
  openai: { runs: ['sk-'] },
  sendgrid: { runs: ['sg.'] },
  shopify: { runs: ['shp'] },
  vercel: { runs: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'] },
};
/** What the rules want to be told of. */
export const ruleMarks: readonly Marks[] = Object.values(marks);

const kindOf = ({ meta }: Rule) => meta.id.replace('@secretlint/secretlint-rule-', '');
// a rule declares that it wants far more of its host than it uses
const used = (rules as unknown as readonly Rule[])
  .map(rule => ({ rule, kind: kindOf(rule) }))
  .filter(({ kind }) => !leftOut.includes(kind));

/**
 * Runs the rules without @secretlint/core, which on every scan adds 56 marks to the process-wide performance timeline and
 * keeps a copy of each for ever.
 */
export async function findByRules(text: string, near: Near): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { rule, kind } of used) {
    const { [kind]: mark } = marks;
    if (mark && !near.text(mark.text ?? []) && !near.runs(mark.runs ?? [])) continue;
    const report: Report = ({ message, range: [start = 0] }) =>
      findings.push(...whereItStands(text, message, start).map(place => ({ ...place, kind })));
    const scanning = rule
      .create({ sharedOptions: {}, createTranslator, report }, {})
      .file?.({ content: text, ext: '' });
    if (scanning instanceof Promise) await scanning;
  }
  return findings;
}

const createTranslator = () => (_id: string, data: Readonly<Record<string, string>>) => data;

// some rules report the place of the name in front of the secret, with the secret's length; the secret itself is in the data
function whereItStands(
  text: string,
  data: Readonly<Record<string, string>>,
  near: number,
): { start: number; end: number }[] {
  return Object.values(data)
    .map(secret => ({ start: text.indexOf(secret, near), secret }))
    .filter(({ start, secret }) => start >= 0 && secret.length > 0)
    .map(({ start, secret }) => ({ start, end: start + secret.length }));
}
