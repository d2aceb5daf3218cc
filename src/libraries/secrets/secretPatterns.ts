import { looksGenerated, looksStrong } from './named/secretLikeness.ts';
import { inRun, row, type PatternRule, type SecretPattern } from './rows/secretPattern.ts';
import { keyPatterns } from './keys/keyPatterns.ts';
import { surroundedPatterns } from './surroundedPatterns.ts';
import { afterEdge, afterRun } from './rows/tokenRow.ts';

const isMixed = (secret: string) => /[a-z].*[A-Z]|[A-Z].*[a-z]/.test(secret);
/** A secret that is known by its own shape: `source` is the secret alone. */
const shape = (kind: string, near: readonly string[], { source, ...rule }: PatternRule): SecretPattern =>
  inRun(kind, near, { source: `${afterEdge}(?<secret>${source})`, ...rule });
const ignoringCase = 'dgi';

/** Secrets that `secretTokens` cannot describe: several parts, or a name before a value without a mark of its own. */
export const secretPatterns: readonly SecretPattern[] = [
  // shapes
  inRun('jwt', ['eyj'], { source: `${afterRun}(?<secret>eyJ[\\w-]{8,}\\.[\\w-]*\\.[\\w-]+(?:\\.[\\w-]+){0,2})` }),
  shape('openai', ['sk-'], { source: 'sk-[A-Za-z0-9]{20,}', isLikely: looksStrong }),
  shape('sendgrid', ['sg.'], { source: 'SG\\.[\\w-]{16,32}\\.[\\w-]{16,64}' }),
  shape('mailgun', ['key-'], { source: 'key-[0-9a-f]{32}(?!\\w)' }),
  shape('mailchimp', ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7'], {
    source: '[0-9a-f]{32}-us\\d{1,2}(?!\\w)',
  }),
  shape('twilio', ['sk'], { source: 'SK[0-9a-f]{32}(?!\\w)' }),
  inRun('telegram', [':aa'], { source: `(?:${afterEdge}|(?<=/bot))(?<secret>\\d{8,10}:AA[\\w-]{32,34})(?![\\w-])` }),
  shape('resend', ['re_'], { source: 're_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?!\\w)', isLikely: isMixed }),
  shape('1password', ['a3-'], {
    source: 'A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}(?!\\w)',
  }),
  // not in the middle of some base64
  shape('square', ['eaaa'], { source: '(?<![+/])EAAA[\\w-]{60,80}(?![\\w+/-])' }),
  shape('facebook', ['eaa'], { source: '(?<![+/])EAA[A-Za-z0-9]{100,300}(?![\\w+/-])' }),
  shape('clickhouse', ['4b1d'], { source: '4b1d[A-Za-z0-9]{38}(?!\\w)', isLikely: looksGenerated }),
  shape('harness', ['pat.', 'sat.'], { source: '[ps]at\\.[\\w-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20}' }),
  shape('asana', ['/11', '/12'], { source: '[12]\\/1\\d{14,16}\\/1\\d{14,16}:[0-9a-f]{32}' }),
  shape('discord', ['.'], {
    source: '[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}(?![\\w-])',
    isLikely: looksGenerated,
  }),
  shape('terraform', ['.atlasv1.'], { source: '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{60,}' }),
  shape('airtable', ['pat'], { source: 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}' }),
  shape('cargo', ['cio'], { source: 'cio[A-Za-z0-9]{32}(?!\\w)', isLikely: looksStrong }),
  shape('azure', ['q~'], { source: '[\\w.~-]{3}[78]Q~[\\w.~-]{31,34}(?![\\w.~-])', isLikely: looksStrong }),
  // keys that say of themselves what they open (Microsoft's identifiable keys)
  shape('azure', ['jqqj99'], { source: '[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{10,24}' }),
  shape('azure', ['+ast', '+abc', '+acr', 'acdb', '+aba', '+asb', '+aeh', '+aio', 'azfu', 'azse', 'azca', '+amc'], {
    source:
      '(?<![+/])[A-Za-z0-9+/]{33,76}(?:\\+ASt|\\+ABa|\\+ACR|ACDb|\\+ASb|\\+AEh|\\+AIo|AzFu|AzSe|AzCa|\\+AMC)[A-Za-z0-9+/]{5,9}={0,2}(?![\\w+/])',
    isLikely: looksGenerated,
  }),
  shape('salesforce', ['00d'], { source: '00D[A-Za-z0-9]{9,15}![\\w.]{80,120}' }),
  shape('zoho', ['1000.'], { source: '1000\\.[0-9a-f]{32}\\.[0-9a-f]{32}' }),
  shape('maxmind', ['_mmk'], { source: '[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk(?!\\w)' }),
  shape('newrelic', ['ffffnral'], { source: '[0-9a-f]{32,36}FFFFNRAL(?!\\w)' }),
  inRun('hash', ['$2', '$argon2'], {
    source: '(?<secret>\\$2[abxy]\\$\\d\\d\\$[\\w./]{53}|\\$argon2(?:id|i|d)\\$[\\w$=,+/.-]{40,})',
  }),
  // in a shell dollars are escaped
  row('hash', ['$2a\\$', '$2b\\$', '$2x\\$', '$2y\\$', '$argon2'], {
    source: '(?<secret>\\$2[abxy]\\\\\\$\\d\\d\\\\\\$[\\w./]{53}|\\$argon2(?:id|i|d)\\\\\\$[\\w$=,+/.\\\\-]{40,})',
  }),
  row('braintree', ['access_token\\$'], {
    source: '(?<secret>access_token\\\\\\$(?:production|sandbox)\\\\\\$[a-z0-9$\\\\]{40,})',
  }),
  inRun('azure', ['key='], {
    source: '(?:Account|Shared|SharedAccess)Key=(?<secret>[A-Za-z0-9+/]{40,}={0,2})',
    isLikely: looksStrong,
  }),
  inRun('azure', ['sig='], { source: '[?&;]sig=(?<secret>[\\w%+/=-]{30,})', isLikely: looksStrong }),
  inRun('aws', ['x-amz-'], {
    source: 'X-Amz-(?:Signature|Security-Token)=(?<secret>[\\w%+/=-]{30,})',
    isLikely: looksStrong,
    flags: ignoringCase,
  }),
  ...keyPatterns,
  ...surroundedPatterns,
];
