import * as l10n from '@vscode/l10n';
import { Failure } from '../../../core/model/failure.ts';
import { cleanLine } from '../../text/cleanText.ts';
import { failureMessage } from '../../text/failureMessage.ts';
import { duration } from '../../text/time.ts';
import type { FailureFacts, NotAsked, ServerFinding, ServerStep } from '../checks/serverFinding.ts';
import { line, type DoctorLine } from './doctorLine.ts';

type Of<Code extends ServerFinding['code']> = Extract<ServerFinding, { code: Code }>;

/** What is said of a server; its host stands above. */
export function serverLineText(finding: ServerFinding): DoctorLine {
  switch (finding.code) {
    case 'not-asked':
      return line(l10n.t('Not checked'), notAskedTexts[finding.because](finding.host));
    case 'key-saved':
    case 'no-key-needed':
    case 'no-key':
    case 'key-wanted':
    case 'key-lost':
    case 'key-unreadable':
      return line(l10n.t('API key'), keyText(finding));
    case 'model':
      return line(l10n.t('Model'), modelText(finding));
    case 'clock':
      return line(l10n.t('Clock'), clockText(finding));
    case 'late':
      return line(stepTexts[finding.step](), l10n.t('not known within {0}.', duration(finding.limitMs)));
    case 'answered':
      return line(l10n.t('Access'), answeredText(finding));
    case 'failed':
      return line(l10n.t('Access'), whichKey(failedText(finding, finding.host), finding.key));
    case 'no-list':
      return line(l10n.t('Access'), noListText(finding));
    case 'name':
    case 'name-failed':
    case 'certificate':
    case 'certificate-failed':
    case 'by-proxy':
      return wayText(finding);
  }
}

/** What is said of the way to it. */
function wayText(finding: Of<'name' | 'name-failed' | 'certificate' | 'certificate-failed' | 'by-proxy'>): DoctorLine {
  switch (finding.code) {
    case 'name':
      return line(l10n.t('Name (DNS)'), l10n.t('found; addresses: {0} IPv4, {1} IPv6', finding.ipv4, finding.ipv6));
    case 'name-failed':
      return line(l10n.t('Name (DNS)'), nameFailedText(finding));
    case 'certificate':
      return line(l10n.t('Certificate (TLS)'), certificateText(finding));
    case 'certificate-failed':
      return line(l10n.t('Certificate (TLS)'), badCertificateText(finding));
    case 'by-proxy':
      return line(
        l10n.t('Way'),
        l10n.t(
          'through the proxy, which looks up the name itself. Name and certificate are checked by the request alone.',
        ),
      );
  }
}

const noListText = ({ status }: Of<'no-list'>): string =>
  l10n.t(
    'reached, but there is no list of models at its address ({0}), so the key is not checked. Either the base URL is wrong, or the server offers no list. Test Model tries it.',
    status,
  );

const notAskedTexts: Readonly<Record<NotAsked, (host: string) => string>> = {
  restricted: () => l10n.t('nothing is sent to other machines in restricted mode.'),
  'local-only': () => l10n.t('nothing is sent to other machines, because steadfast.privacy.localOnly is on.'),
  'not-confirmed': host =>
    l10n.t(
      'you have not yet allowed Steadfast to send anything to {0} from this workspace. Test Model tries it.',
      host,
    ),
  'too-many': () => l10n.t('there are more servers than are checked at once.'),
};

const stepTexts: Readonly<Record<ServerStep, () => string>> = {
  key: () => l10n.t('API key'),
  name: () => l10n.t('Name (DNS)'),
  certificate: () => l10n.t('Certificate (TLS)'),
  models: () => l10n.t('Access'),
};

function keyText(
  finding: Of<'key-saved' | 'no-key-needed' | 'no-key' | 'key-wanted' | 'key-lost' | 'key-unreadable'>,
): string {
  switch (finding.code) {
    case 'key-saved':
      return finding.count === 1 ? l10n.t('saved') : l10n.t('{0} saved', finding.count);
    case 'no-key-needed':
      return l10n.t('none is needed');
    case 'no-key':
      return l10n.t('none is saved for {0}.', finding.host);
    case 'key-wanted':
      return l10n.t(
        'the server asks for one, and its entry in steadfast.targets says that none is needed. Write "auth": "bearer" there, then set the key.',
      );
    case 'key-lost':
      return l10n.t('the saved one is gone: the secret storage of this system may not last.');
    case 'key-unreadable':
      return l10n.t('cannot be read: the secret storage is locked or does not answer.');
  }
}

function nameFailedText(finding: Of<'name-failed'>): string {
  return finding.isReached
    ? l10n.t('not known on this machine, but the server answered: a proxy looks it up.')
    : failedText(finding, finding.host);
}

function badCertificateText(finding: Of<'certificate-failed'>): string {
  if (!finding.isReached) return failedText(finding, finding.host);
  return l10n.t(
    'Node.js alone does not accept it, but the request was let through: because VS Code trusts certificates of the system, or because certificates are not checked.',
  );
}

/** The words that any failure has, without the server's own. */
function failedText({ kind, reason, status, port }: FailureFacts, host: string): string {
  const facts = { host, ...(port !== undefined && { port }) };
  const failure = new Failure(kind, {
    target: host,
    facts,
    ...(reason !== undefined && { code: reason }),
    ...(status !== undefined && { status }),
  });
  const { happened, todo } = failureMessage(failure, id => id);
  return [happened, todo].filter(part => part !== '').join(' ');
}

const whichKey = (text: string, key: number | undefined): string =>
  key === undefined ? text : l10n.t('key {0}: {1}', key, text);

function certificateText({ protocol, issuer, daysLeft, level }: Of<'certificate'>): string {
  const shown = l10n.t('good; {0}, issued by {1}', protocol, cleanLine(issuer, 60));
  return level === 'fine' ? shown : l10n.t('{0}; it ends in {1} days', shown, daysLeft);
}

function answeredText({ models, tookMs, level, key }: Of<'answered'>): string {
  const shown = l10n.t('accepted; models: {0}, answered in {1}', models, shortTime(tookMs));
  return whichKey(level === 'fine' ? shown : l10n.t('{0}, which is slow', shown), key);
}

/** Most servers answer within a fraction of a second. */
const shortTime = (ms: number): string => (ms < 1_000 ? l10n.t('{0} ms', Math.round(ms)) : duration(ms));

function modelText({ model, isListed }: Of<'model'>): string {
  const name = cleanLine(model, 80);
  return isListed
    ? l10n.t('{0} is offered', name)
    : l10n.t('{0} is not in the list of models. It may work nevertheless; Test Model tries it.', name);
}

function clockText({ skewMs, level, isAlone }: Of<'clock'>): string {
  if (level === 'fine') return l10n.t('agrees with this machine');
  const by = duration(Math.abs(skewMs));
  if (isAlone) return l10n.t('the server’s clock is off by {0}. Other servers agree with this machine.', by);
  return skewMs > 0
    ? l10n.t(
        'this machine’s clock is {0} behind. Certificates and logins may be refused. Set the time of this machine.',
        by,
      )
    : l10n.t(
        'this machine’s clock is {0} ahead. Certificates and logins may be refused. Set the time of this machine.',
        by,
      );
}
