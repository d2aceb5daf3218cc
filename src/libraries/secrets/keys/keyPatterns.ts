import { isGenerated } from '../named/secretLikeness.ts';
import { row, type SecretPattern } from '../rows/secretPattern.ts';

const ignoringCase = 'dgi';
const quote = '\\\\{0,3}["\'`]';
const sign = '\\s{0,3}(?:=>|[:=])\\s{0,3}';
const base64 = '[A-Za-z0-9+/]{20,6000}={0,2}';
const hexadecimal = '(?:0x)?[0-9a-f]{64}(?![0-9a-f])';
/** Names that say of 64 hexadecimal digits that they open a wallet. */
const walletNames =
  '(?:\\w{0,30}(?:pk|priv)|(?:[a-z]{1,20}_)?wallet\\w{0,12}|signer\\w{0,12}|deployer\\w{0,12}|startBroadcast|vm\\.addr|vm\\.sign)';

const nearPrivate = ['pk', 'priv'].flatMap(name => ['=', ' =', ':', '"', "'"].map(sign => name + sign));

const mnemonicNames =
  '(?:mnemonic\\w{0,8}|(?:seed|recovery|backup|secret|wallet)[ _-]?(?:phrase|words?)|seed|fromPhrase|from_phrase)';
const word = '[a-z]{3,8}';
const phrase = `(?:${word}(?:,? {1,2}${word}){11,23}|${word}(?:["'\`],?\\s{0,20}["'\`]${word}){11,23})`;

/** None of these stands in the list of BIP-39, and every sentence has some. */
const sentenceWords =
  /(?:^|[^a-z])(?:the|and|for|are|was|has|its|with|from|your|our|their|which|per|via|than|been|would|should|were|not|but|these|those|each|out|how|may|does)(?=$|[^a-z])/;

/** Twelve words or more, in threes, none of a sentence; most of them different: test test test … junk is no wallet's. */
function isMnemonic(written: string): boolean {
  const words = written.match(/[a-z]+/g) ?? [];
  const isWhole = words.length >= 12 && words.length <= 24 && words.length % 3 === 0;
  return isWhole && new Set(words).size >= words.length / 2 && !sentenceWords.test(written);
}

/** So long that nothing else stands there, or drawn. */
const isKeyPart = (written: string): boolean =>
  isGenerated(written) ||
  (written.length >= 40 && !/^(.)\1*$/.test(written) && /[A-Z]/.test(written) && /[a-z]/.test(written));

/** Private keys that are known by the names of their parts. */
export const keyPatterns: readonly SecretPattern[] = [
  // RFC 7517: JSON, and the same as code writes it
  row('private-key', ['kty'], {
    source: `(?<![\\w$.-])(?<quote>(?:${quote})?)[dk]\\k<quote>${sign}${quote}(?<secret>[\\w-]{20,6000})(?=\\\\{0,3}["'\`])`,
    isLikely: isKeyPart,
  }),
  row('private-key', ['kty'], {
    source: `(?<![\\w$.-])(?<quote>(?:${quote})?)(?:p|q|dp|dq|qi)\\k<quote>${sign}${quote}(?<secret>[\\w-]{40,3000})(?=\\\\{0,3}["'\`])`,
    isLikely: isKeyPart,
  }),
  // .NET: RSAKeyValue, DSAKeyValue, RSAParameters
  row('private-key', ['<d>', '<dp>', '<dq>', '<inverseq>', 'rsakeyvalue'], {
    source: `(?:<|&lt;)(?:D|P|Q|DP|DQ|InverseQ)(?:>|&gt;)\\s{0,60}(?<secret>${base64})\\s{0,60}(?:<|&lt;)\\/`,
    isLikely: isKeyPart,
  }),
  row('private-key', ['dsakeyvalue'], { source: `<X>\\s{0,60}(?<secret>${base64})\\s{0,60}<\\/`, isLikely: isKeyPart }),
  row('private-key', ['frombase64string'], {
    source: `(?<![\\w.])(?:[\\w]{1,30}\\.)?(?:D|P|Q|DP|DQ|InverseQ)\\s?=\\s?(?:System\\.)?Convert\\.FromBase64String\\(\\s?"(?<secret>${base64})"`,
    isLikely: isKeyPart,
  }),
  // PuTTY, cut off at its beginning
  row('private-key', ['private-mac'], {
    source: `(?:(?<![A-Za-z0-9+/\\\\])|(?<=\\\\[nr]))(?<secret>[A-Za-z0-9+/]{24,76}={0,2})["',+]{0,3}(?:\\s|\\\\{1,2}[nr]|["'+#*/]){1,60}Private-MAC:`,
    isLikely: isKeyPart,
  }),
  // 32 bytes, and what they are for
  row('wireguard', ['privatekey', 'presharedkey', 'private_key', 'preshared_key'], {
    source: `(?:Private|Preshared)_?Key["']?\\s{0,3}[=:]\\s{0,3}["']?(?<secret>[A-Za-z0-9+/]{43}=)(?![\\w=])`,
    isLikely: isKeyPart,
    flags: ignoringCase,
  }),
  row('wireguard', ['wg pubkey', 'wg set'], {
    source: `(?<![\\w+/])(?<secret>[A-Za-z0-9+/]{43}=)["']?\\s{0,5}(?:\\||>[^\\n|]{1,100}\\|?)[^\\n|]{0,60}wg\\s(?:pubkey|set)`,
    isLikely: isKeyPart,
  }),
  // wallets
  // looked for from the digits, which are rarer
  row('wallet', [...nearPrivate, 'wallet', 'signer', 'deployer', 'startbroadcast', 'vm.addr', 'vm.sign'], {
    source: `(?<![0-9A-Za-z])(?<secret>${hexadecimal})(?<=(?<!\\w)${walletNames}["']?\\s{0,3}[=:(]{1,2}\\s{0,3}["'\`]?(?:0x)?[0-9a-f]{64})`,
    isLikely: isGenerated,
    flags: ignoringCase,
  }),
  row('wallet', ['accounts', 'privatekeys', 'private_keys'], {
    source: `(?<=\\b(?:accounts|private_?keys)["']?\\s?[:=]\\s?\\[[^\\]]{0,900})["'\`](?<secret>${hexadecimal})["'\`]`,
    isLikely: isGenerated,
    flags: ignoringCase,
  }),
  row('wallet', ['mnemonic', 'seed', 'phrase', 'y word', 'y_word', 'p_word', 'pword', 'ywords', 'ret word', 't_word'], {
    source: `${mnemonicNames}["']?\\]?\\s{0,3}(?:[:=(]{1,2}|is|,)\\s{0,3}(?:new\\s\\w{1,20}\\()?\\[?\\s{0,20}["'\`]?(?<secret>${phrase})(?![a-z])`,
    isLikely: isMnemonic,
    flags: ignoringCase,
  }),
];
