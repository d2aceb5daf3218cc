// Over 200 lines: sentences, one failure after another.

import * as l10n from '@vscode/l10n';
import type { FailureMessage, Told } from './failureWords.ts';

/** Words for the kinds of failure that have finer codes; see the adapters in providers/ for who gives which. */

export function certificate({ place, code, fact }: Told): FailureMessage {
  return { happened: certificateFault(place, code, fact('date')), todo: certificateTodo(code), buttons: ['showLog'] };
}

function certificateFault(place: string, code: string, date: string | undefined): string {
  switch (code) {
    case 'expired':
      return date
        ? l10n.t('The certificate of {0} expired on {1}.', place, date)
        : l10n.t('The certificate of {0} has expired.', place);
    case 'not-yet-valid':
      return l10n.t('The certificate of {0} is not valid yet.', place);
    case 'wrong-host':
      return l10n.t('The certificate of {0} belongs to a different host.', place);
    case 'self-signed':
      return l10n.t('The certificate of {0} is not trusted: it is self-signed.', place);
    case 'unknown-issuer':
      return l10n.t('The certificate of {0} is not trusted: its issuer is unknown here.', place);
    default:
      return l10n.t('The certificate of {0} is not trusted.', place);
  }
}

function certificateTodo(code: string): string {
  if (code === 'expired' || code === 'not-yet-valid')
    return l10n.t('Check the clock of this machine, or contact the operator of the server.');
  if (code === 'wrong-host')
    return l10n.t(
      'If you set the address yourself, correct its host. If not, something in your network answers in its place.',
    );
  return l10n.t('Behind a company proxy, add its certificate to your system and turn on http.systemCertificates.');
}

export const unreachable = (told: Told): FailureMessage =>
  unconnected(told, l10n.t('{0} cannot be reached: no connection to {1}.', told.label, told.place));

export const connectTimeout = (told: Told): FailureMessage =>
  unconnected(
    told,
    told.limit
      ? l10n.t('{0} did not accept a connection within {1}.', told.place, told.limit)
      : l10n.t('{0} did not accept a connection in time.', told.place),
  );

export function unknownHost(told: Told): FailureMessage {
  const words = unconnected(told, l10n.t('Cannot find the host {0}.', told.place));
  if (isOffline(told)) return words;
  return {
    ...words,
    todo: l10n.t('Check your network. If you set the address yourself, check that too.'),
    buttons: ['openSettings', 'showLog'],
  };
}

/** When no server at all could be connected to, it is the network that is told of. */
function unconnected(told: Told, happened: string): FailureMessage {
  if (!isOffline(told)) return { happened, todo: l10n.t('Check your network, then ask again.'), buttons: ['showLog'] };
  return {
    happened: l10n.t('There seems to be no network. {0}', happened),
    todo: l10n.t('Check your network, then ask again. A model on this machine would answer without it.'),
    buttons: ['showLog'],
  };
}

const isOffline = ({ fact }: Told): boolean => fact('noNetwork') !== undefined;

export function wrongProtocol({ place, code }: Told): FailureMessage {
  if (code === 'unencrypted') {
    const happened = l10n.t('What answers for {0} does not encrypt, so nothing was sent.', place);
    const todo = l10n.t('Log in to your network in a browser, or check the setting http.proxy and the address.');
    return { happened, todo, buttons: ['showLog'] };
  }
  const isPlain = code === 'plain-http';
  const happened = isPlain ? l10n.t('{0} uses http, not https.', place) : otherwise(place, code);
  const todo = isPlain
    ? l10n.t('If it runs on this machine, write http:// in the setting steadfast.targets.')
    : l10n.t('Check scheme, host and port in the setting steadfast.targets.');
  return { happened, todo, buttons: ['openSettings', 'showLog'] };
}

const otherwise = (place: string, code: string): string =>
  code === 'tls'
    ? l10n.t('Cannot make a secure connection to {0}.', place)
    : l10n.t('The server at {0} does not speak this API.', place);

export function proxy({ code, place }: Told): FailureMessage {
  const known: Readonly<Record<string, string>> = {
    login: l10n.t('The proxy requires a login (407).'),
    refused: l10n.t('The proxy blocks requests to {0}.', place),
  };
  const happened = known[code] ?? l10n.t('The proxy cannot be reached.');
  return { happened, todo: l10n.t('Check the setting http.proxy.'), buttons: ['showLog'] };
}

export function badAddress({ label, code, fact }: Told): FailureMessage {
  if (code === 'origin') {
    return {
      happened: l10n.t(
        'A request to {0} was blocked, because this is not the address of the model.',
        fact('host') ?? label,
      ),
      todo: l10n.t('Please report this with the log.'),
      buttons: ['showLog'],
    };
  }
  return {
    happened: l10n.t('Nothing was sent: {0}', addressFault(fact('address') ?? label, code)),
    todo: l10n.t('Correct the address in the setting steadfast.targets.'),
    buttons: ['openSettings', 'addTarget'],
  };
}

/** Why an address may not be used, by the finer code of 'bad-address'. */
export function addressFault(address: string, code: string): string {
  switch (code) {
    case 'missing':
      return l10n.t('{0} has no address.', address);
    case 'scheme':
      return l10n.t('{0} does not start with https:// or http://.', address);
    case 'userinfo':
      return l10n.t('{0} contains a user name or password.', address);
    case 'port':
      return l10n.t('{0} has a port that must not be used.', address);
    case 'insecure':
      return l10n.t('{0} would send your code and key unencrypted; http is only for this machine.', address);
    case 'link-local':
      return l10n.t('{0} is an address where machines keep credentials. It cannot be used for a model.', address);
    case 'no-host':
      return l10n.t('{0} contains no host.', address);
    default:
      return l10n.t('{0} is not an address.', address);
  }
}

export function noTarget({ code }: Told): FailureMessage {
  const todo =
    code === 'remote'
      ? l10n.t('Set an API key or add a model. In a remote window, models are in the settings of the remote machine.')
      : l10n.t('Set an API key, detect the models on this machine, or add a model.');
  return { happened: l10n.t('No model is set up yet.'), todo, buttons: ['setKey', 'detectLocal', 'addTarget'] };
}

export function unknown({ label, code }: Told): FailureMessage {
  const todo = l10n.t('Ask again in a moment.');
  return code === 'scan-failed'
    ? {
        happened: l10n.t('Nothing was sent: the text could not be searched for secrets.'),
        todo: l10n.t('Ask again. If it fails again, please report it with the log.'),
        buttons: ['showLog'],
      }
    : { happened: l10n.t('{0} failed in an unexpected way.', label), todo, buttons: ['showLog'] };
}

export function redirected({ place, fact }: Told): FailureMessage {
  const location = fact('to') ?? fact('location');
  return {
    happened: location
      ? l10n.t('{0} redirects to {1}. Steadfast did not follow the redirect and sent nothing there.', place, location)
      : l10n.t('{0} redirects to another address. Steadfast did not follow the redirect.', place),
    todo: l10n.t('If you trust that address, enter it in the setting steadfast.targets.'),
    buttons: ['openSettings', 'showLog'],
  };
}

export function conflict({ label, code, status }: Told): FailureMessage {
  const happened =
    code === 'loading'
      ? l10n.t('{0} is still being loaded.', label)
      : l10n.t('{0} could not accept the request right now{1}.', label, status);
  return { happened, todo: l10n.t('Ask again in a moment.'), buttons: [] };
}

export function noKey({ label, code }: Told): FailureMessage {
  if (code === 'lost') {
    return {
      happened: l10n.t('VS Code’s secret storage has lost the API key of {0}.', label),
      todo: l10n.t('Enter it again. If this happens at every start, your system does not store keys permanently.'),
      buttons: ['setKey'],
    };
  }
  return {
    happened: l10n.t('{0} needs an API key, but none is set.', label),
    todo: l10n.t('Set an API key for it.'),
    buttons: ['setKey'],
  };
}

export function auth({ label, httpStatus, code, status }: Told): FailureMessage {
  const [buttons, again] = [['setKey', 'showLog'] as const, l10n.t('Enter the key again.')];
  if (code === 'unsendable') {
    const happened = l10n.t('The API key of {0} cannot be sent: it contains a space or an invalid character.', label);
    return { happened, todo: again, buttons };
  }
  if (httpStatus === 403) {
    const happened = l10n.t('{0} denies access for this API key or from this location (403).', label);
    return { happened, todo: l10n.t('Set an API key that may use this model.'), buttons };
  }
  return { happened: l10n.t('{0} rejects the API key{1}.', label, status), todo: again, buttons };
}

/** Codes: 'window' is the target's own measure, 'setting' the user's; without one the server said it. */
export function contextTooLong({ label, code, fact }: Told): FailureMessage {
  const [tokens = '', limit = ''] = [fact('tokens'), fact('limit')];
  const selectLess = { todo: l10n.t('Select less code and ask again.'), buttons: [] };
  switch (code) {
    case 'window': {
      const happened = l10n.t('The question has about {0} tokens, but {1} accepts only {2}.', tokens, label, limit);
      return { happened, ...selectLess };
    }
    case 'setting':
      return {
        happened: l10n.t('The question has about {0} tokens, but at most {1} are sent.', tokens, limit),
        todo: l10n.t('Select less code, or allow more in the setting steadfast.prompt.maxInputTokens.'),
        buttons: [],
      };
    default:
      return { happened: l10n.t('The question is too long for {0}.', label), ...selectLess };
  }
}
