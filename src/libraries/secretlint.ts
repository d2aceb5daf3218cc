import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { longRuns } from './longRuns.ts';
import { secretPatterns } from './secretPatterns.ts';
import { afterEdge, secretTokens } from './secretTokens.ts';
import type { Finding } from '../core/secrets/secretScan.ts';

/** Every secret that secretlint's recommended rules or our own patterns find in `text`, in any order, some overlapping. */
export async function findSecrets(text: string): Promise<readonly Finding[]> {
  const runs = longRuns(text);
  const near: Near = { text: wordsIn(text.toLowerCase()), runs: wordsIn(runs.toLowerCase()) };
  return [...findTokens(text, runs), ...findPatterns(text, near), ...(await findByRules(text, near))];
}

/** Whether one of these words stands in the whole text, or in its long runs alone, which are the smaller part of it. */
interface Near {
  readonly text: (words: readonly string[]) => boolean;
  readonly runs: (words: readonly string[]) => boolean;
}

/** Looks for each word once, however often it is asked for. */
function wordsIn(text: string): (words: readonly string[]) => boolean {
  const known = new Map<string, boolean>();
  const stands = (word: string): boolean => {
    const found = known.get(word) ?? text.includes(word);
    known.set(word, found);
    return found;
  };
  return words => words.some(stands);
}

const literally = (text: string) => text.replace(/[.$]/g, '\\$&');
const beginnings = new Set(secretTokens.map(([, begins]) => begins.charAt(0)));
// one expression for all: looking for each of a hundred beginnings by itself takes three times as long
const anyToken = new RegExp(
  `${afterEdge}(?=[${[...beginnings].join('')}])(?:${secretTokens
    .map(([, begins, then, least]) => `${literally(begins)}[${then}]{${least},}`)
    .join('|')})`,
  'g',
);

const anyBeginning = new RegExp(secretTokens.map(([, begins]) => literally(begins)).join('|'));

function findTokens(text: string, runs: string): Finding[] {
  if (!anyBeginning.test(runs)) return []; // most texts have none, and this look is the cheaper one
  return [...text.matchAll(anyToken)].map(({ index, 0: token }) => ({
    start: index,
    end: index + token.length,
    kind: secretTokens.find(([, begins]) => token.startsWith(begins))?.[0] ?? 'token',
  }));
}

function findPatterns(text: string, near: Near): Finding[] {
  return secretPatterns
    .filter(pattern => near[pattern.inRun ? 'runs' : 'text'](pattern.near))
    .flatMap(({ kind, pattern, isLikely }) =>
      [...text.matchAll(pattern)].flatMap(({ groups, indices }) => {
        const [start, end] = indices?.groups?.['secret'] ?? [0, 0];
        return isLikely(groups?.['secret'] ?? '') ? [{ start, end, kind }] : [];
      }),
    );
}

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

// filter-comments: a comment in the code must not switch masking off. gcp: reads files. The two others take a whole
// address with what follows it, quotes and brackets included; our own patterns take the password alone.
const leftOut = ['filter-comments', 'gcp', 'database-connection-string', 'basicauth'];
// Lower case. Only where one of these stands can the rule find anything: a cheap look before the dear one.
const marks: Readonly<Record<string, { readonly [where in keyof Near]?: readonly string[] }>> = {
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
  privatekey: { text: ['private'] },
  sendgrid: { runs: ['sg.'] },
  shopify: { runs: ['shp'] },
  vercel: { runs: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'] },
};
const kindOf = ({ meta }: Rule) => meta.id.replace('@secretlint/secretlint-rule-', '');
// a rule declares that it wants far more of its host than it uses
const used = (rules as unknown as readonly Rule[])
  .map(rule => ({ rule, kind: kindOf(rule) }))
  .filter(({ kind }) => !leftOut.includes(kind));

/**
 * Runs the rules without @secretlint/core, which on every scan adds 56 marks to the process-wide performance timeline and
 * keeps a copy of each for ever.
 */
async function findByRules(text: string, near: Near): Promise<Finding[]> {
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
