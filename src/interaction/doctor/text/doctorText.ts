import * as l10n from '@vscode/l10n';
import { cleanLine } from '../../text/cleanText.ts';
import { duration } from '../../text/time.ts';
import type { AboutServer } from '../checks/serverFinding.ts';
import { doctorAreas, type DoctorArea, type DoctorFix, type DoctorLevel } from '../found/doctorFinding.ts';
import type { DoctorFinding, DoctorReport, UncheckedFinding } from '../report.ts';
import { budgetLineText } from './budgetLineText.ts';
import { line, type DoctorLine } from './doctorLine.ts';
import { environmentText } from './environmentText.ts';
import { extensionText } from './extensionText.ts';
import { fixText } from './fixText.ts';
import { hostText } from './hostText.ts';
import { keysText } from './keysText.ts';
import { networkText } from './networkText.ts';
import { serverLineText } from './serverLineText.ts';
import { storageText } from './storageText.ts';
import { targetsText } from './targetsText.ts';
import { versionText } from './versionText.ts';

/** Words of the document that lead somewhere. Lines and characters count from 0. */
export interface DoctorLink {
  readonly line: number;
  readonly start: number;
  /** Without this one. */
  readonly end: number;
  readonly fix: DoctorFix;
}

/** The report as a person reads it. */
export interface DoctorDocument {
  /** Markdown; what came from outside stands in it as plain words. */
  readonly text: string;
  /** In the order of the text; one line may have several. */
  readonly links: readonly DoctorLink[];
}

/** Signs that say more than a colour would. */
const signs: Readonly<Record<DoctorLevel, string>> = { fine: '✓', warning: '⚠', problem: '✗', unchecked: '–' };

/** Makes the document of a report: what is wrong is counted first, then each section line by line. */
export function doctorText(report: DoctorReport): DoctorDocument {
  const pages = new Lines();
  pages.add(`# ${l10n.t('Steadfast: Check My Setup')}`, '', summary(report), '', legend(), howToFollow(), '');
  pages.addFixes('', [{ command: 'steadfast.doctor' }]);
  addOpen(pages, report.findings);
  for (const area of doctorAreas) {
    const findings = report.findings.filter(finding => finding.area === area);
    if (findings.length > 0) addSection(pages, area, findings);
  }
  return pages.document;
}

class Lines {
  readonly #lines: string[] = [];
  readonly #links: DoctorLink[] = [];

  add(...lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  /** A line that ends with links. */
  addFixes(text: string, fixes: readonly DoctorFix[]): void {
    let whole = fixes.length === 0 ? text : `${text}${text === '' ? '' : ' '}→ `;
    for (const [at, fix] of fixes.entries()) {
      if (at > 0) whole += ' · ';
      const start = whole.length;
      whole += fixText(fix);
      this.#links.push({ line: this.#lines.length, start, end: whole.length, fix });
    }
    this.#lines.push(whole);
  }

  get document(): DoctorDocument {
    return { text: `${this.#lines.join('\n')}\n`, links: this.#links };
  }
}

/** What needs the person comes first, with where it belongs; the sections below have it again among the rest. */
function addOpen(pages: Lines, findings: readonly DoctorFinding[]): void {
  const open = (['problem', 'warning'] as const).flatMap(level => findings.filter(finding => finding.level === level));
  if (open.length === 0) return;
  pages.add('', `## ${l10n.t('To do')}`, '');
  for (const finding of open) {
    const place = finding.area === 'servers' && 'host' in finding ? hostHeading(finding) : '';
    addLine(pages, finding, place);
  }
}

function addLine(pages: Lines, finding: DoctorFinding, place = ''): void {
  const { subject, text } = lineOf(finding);
  const whole = place === '' ? subject : `${place} – ${subject}`;
  pages.addFixes(`- ${signs[finding.level]} **${inert(whole)}**: ${inert(text)}`, finding.fixes ?? []);
}

function addSection(pages: Lines, area: DoctorArea, findings: readonly DoctorFinding[]): void {
  pages.add('', `## ${areaTexts[area]()}`, '');
  let heading = '';
  for (const finding of findings) {
    const own = finding.area === 'servers' && 'host' in finding ? hostHeading(finding) : '';
    if (own !== heading) pages.add(...(heading === '' ? [] : ['']), `### ${inert(own)}`, '');
    heading = own;
    addLine(pages, finding);
  }
}

function hostHeading({ host, labels }: Pick<AboutServer, 'host' | 'labels'>): string {
  const place = host === 'vscode-lm' ? l10n.t('Models of other extensions in VS Code') : host;
  const names = labels.slice(0, mostLabels).map(label => cleanLine(label, 60));
  return `${place} (${names.join(', ')}${labels.length > mostLabels ? ', …' : ''})`;
}

/** Many models may stand behind one address. */
const mostLabels = 4;

const areaTexts: Readonly<Record<DoctorArea, () => string>> = {
  targets: () => l10n.t('Who is asked'),
  servers: () => l10n.t('Servers'),
  keys: () => l10n.t('Keys in settings'),
  budget: () => l10n.t('Budget'),
  network: () => l10n.t('Proxy and certificates'),
  environment: () => l10n.t('Environment variables'),
  host: () => l10n.t('Where it runs'),
  versions: () => l10n.t('Versions'),
  storage: () => l10n.t('What is kept'),
  extensions: () => l10n.t('Other extensions'),
};

function lineOf(finding: DoctorFinding): DoctorLine {
  if (isUnchecked(finding)) return line(l10n.t('Not checked'), uncheckedText(finding));
  switch (finding.area) {
    case 'targets':
      return targetsText(finding);
    case 'servers':
      return serverLineText(finding);
    case 'keys':
      return keysText(finding);
    case 'budget':
      return budgetLineText(finding);
    case 'network':
      return networkText(finding);
    case 'environment':
      return environmentText(finding);
    case 'host':
      return hostText(finding);
    case 'versions':
      return versionText(finding);
    case 'storage':
      return storageText(finding);
    case 'extensions':
      return extensionText(finding);
  }
}

const isUnchecked = (finding: DoctorFinding): finding is UncheckedFinding => finding.code.startsWith('check-');

function uncheckedText(finding: UncheckedFinding): string {
  switch (finding.code) {
    case 'check-late':
      return l10n.t('not known within {0}.', duration(finding.limitMs));
    case 'check-failed':
      return l10n.t('this check itself failed; the log says why. That says nothing about your setup.');
    case 'check-cancelled':
      return l10n.t('stopped before it was done.');
  }
}

function summary({ findings, isCancelled, madeAt, tookMs }: DoctorReport): string {
  const count = (level: DoctorLevel): number => findings.filter(finding => finding.level === level).length;
  const counts = l10n.t(
    'Problems: {0}. Warnings: {1}. Fine: {2}. Not checked: {3}.',
    count('problem'),
    count('warning'),
    count('fine'),
    count('unchecked'),
  );
  const made = l10n.t('Checked at {0} (UTC) in {1}.', madeAt.slice(0, 19).replace('T', ' '), duration(tookMs));
  return [counts, made, ...(isCancelled ? [l10n.t('It was stopped before it was done.')] : [])].join(' ');
}

const legend = (): string => l10n.t('✓ fine · ⚠ look at this · ✗ does not work · – not checked');

const howToFollow = (): string =>
  l10n.t(
    'To follow a link after an arrow, Ctrl+click it (Mac: Cmd+click), or put the cursor on its line and press Enter.',
  );

/** What comes from outside makes no link, image, HTML or emphasis, also where the document is shown as a preview. */
const inert = (text: string): string =>
  cleanLine(text, 1_000)
    .replace(/[\\`*<]/g, String.raw`\$&`)
    .replace(/\](?=[(:[])/g, '] '); // brackets alone are as they stand: steadfast.targets[3]
