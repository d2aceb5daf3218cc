import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawnBytes, privateKeys } from './derKeys.ts';
import { drawnFrom } from './drawnFrom.ts';
import { marked } from './namedSecrets.ts';

/** The last line of a key may be so short that it stands in other texts, too. */
const markedLine = (piece: string): string => (piece.length >= 12 ? marked(piece) : piece);

const cutAt = (text: string, columns: number): readonly string[] =>
  text.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [text];
const listed = (key: Buffer, write: (byte: string) => string): readonly string[] =>
  Array.from(key, byte => write(byte.toString(16).padStart(2, '0')));

/** How a key is written; `mark` stands around each piece of it that is on one line. */
export const keyWritings: readonly ((key: Buffer, mark: (piece: string) => string) => string)[] = [
  (key, mark) => `const data = "${mark(key.toString('base64'))}";`,
  (key, mark) => `value: ${mark(key.toString('base64'))}\nother: 1`,
  (key, mark) => `load('${mark(key.toString('base64url'))}')`,
  (key, mark) => `data = bytes.fromhex("${mark(key.toString('hex'))}")`,
  (key, mark) => `let data = hex!("${mark(key.toString('hex').toUpperCase())}");`,
  (key, mark) => `${cutAt(key.toString('base64'), 64).map(mark).join('\n')}\n`,
  (key, mark) =>
    `data = (\n${cutAt(key.toString('base64'), 60)
      .map(line => `    "${mark(line)}"`)
      .join('\n')}\n)`,
  (key, mark) =>
    cutAt(key.toString('base64'), 100)
      .map(line => `  '${mark(line)}'`)
      .join(' +\n'),
  (key, mark) =>
    cutAt(key.toString('base64'), 40)
      .map(line => `// ${mark(line)}`)
      .join('\n'),
  (key, mark) =>
    `${cutAt(key.toString('hex'), 64)
      .map(line => `  "${mark(line)}"`)
      .join('\n')};`,
  (key, mark) => `"${cutAt(key.toString('base64'), 64).map(mark).join('\\n')}\\n"`,
  (key, mark) =>
    `{\n${cutAt(listed(key, byte => `0x${byte}`).join(', '), 72)
      .map(line => `  ${line.trimEnd()}`)
      .join('\n')}\n}`.replace(/0x[0-9a-fx,\s]*[0-9a-f]/, all =>
      all
        .split('\n')
        .map(line => line.replace(/\S.*[0-9a-f]/, mark))
        .join('\n'),
    ),
  (key, mark) => `data = b"${mark(listed(key, byte => `\\x${byte}`).join(''))}"`,
  (key, mark) => mark(listed(key, byte => byte).join(':')),
];

const written = (keys: fc.Arbitrary<Buffer>): fc.Arbitrary<string> =>
  fc.tuple(keys, fc.constantFrom(...keyWritings)).map(([key, write]) => write(key, markedLine));

const inDigits = (number: bigint, digits: string): string =>
  number === 0n ? '' : inDigits(number / 58n, digits) + digits.charAt(Number(number % 58n));
const digest = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
/** A key as Bitcoin's wallets export it. */
const walletKey = fc.tuple(drawnBytes(32), fc.boolean()).map(([secret, isCompressed]) => {
  const body = Buffer.concat([Buffer.from([0x80]), secret, isCompressed ? Buffer.from([1]) : Buffer.alloc(0)]);
  const whole = Buffer.concat([body, digest(digest(body)).subarray(0, 4)]).toString('hex');
  return inDigits(BigInt(`0x${whole}`), '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz');
});

// some of the words of BIP-39
const words =
  'abandon ability absent absurd access accident acid acoustic actual adapt address advice aerobic afraid again album alcohol alert alien alley almost alpha amateur amazing among amount anchor ancient angle animal answer antenna apart april arctic arena argue armed arrange arrow artist aspect asset attack auction august author autumn awake awesome axis bacon balance bamboo banner barely basket battle beach because become before begin behind believe benefit between beyond bicycle bind biology bitter black blanket blouse board boil bonus border boss bottom bounce brain brave breeze bridge broken bronze bubble budget buffalo bulb bundle burden burst business'.split(
    ' ',
  );
const mnemonic = fc
  .constantFrom(12, 15, 18, 24)
  .chain(count => fc.uniqueArray(fc.constantFrom(...words), { minLength: count, maxLength: count }));

type Write = (value: string) => string;
const one = (values: fc.Arbitrary<string>, ...ways: readonly Write[]): fc.Arbitrary<string> =>
  fc.tuple(values, fc.constantFrom(...ways)).map(([value, write]) => write(marked(value)));
const base64Of = (length: number): fc.Arbitrary<string> => drawnBytes(length).map(data => data.toString('base64'));
const digits64 = drawnFrom(/^[0-9a-f]{30}[0-9]{4}[a-f]{4}[0-9a-f]{26}$/);

/** By format: texts with a private key that has no mark of its own at its beginning and end, marked. */
export const keysWithoutArmour: Readonly<Record<string, fc.Arbitrary<string>>> = {
  ...Object.fromEntries(
    Object.entries(privateKeys).map(([format, keys]) => [`${format}, without armour`, written(keys)]),
  ),
  'JSON web key, in code': one(
    drawnBytes(32).map(data => data.toString('base64url')),
    s => `const jwk = { kty: 'EC', crv: 'P-256', x: 'a', y: 'b', d: '${s}' };`,
    s => `jwk = {'kty': 'OKP', 'crv': 'Ed25519',\n  'd': '${s}',\n  'x': 'b'}`,
    s => `body = "{\\"kty\\":\\"OKP\\",\\"d\\":\\"${s}\\"}"`,
    s => `{ "kty" => "oct", "k" => "${s}" }`,
    s => `kty: EC\nd: "${s}"`,
  ),
  'PuTTY key, Ed25519': one(
    base64Of(36),
    s => `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\n${s}\nPrivate-MAC: 00ff\n`,
    s => `    Private-Lines: 1\n    ${s}\n    Private-MAC: 00ff\n`,
    s => `"Private-Lines: 1\\n${s}\\nPrivate-MAC: 00ff"`,
    s => `# Private-Lines: 1\n# ${s}\n# Private-MAC: 00ff\n`,
    s => `${s}\nPrivate-MAC: 00ff\n`,
  ),
  'key of .NET': one(
    base64Of(128),
    s => `<RSAKeyValue><Modulus>AQAB</Modulus><Exponent>AQAB</Exponent><D>${s}</D></RSAKeyValue>`,
    s => `  <InverseQ>${s}</InverseQ>\n  <D>\n    x</D>`,
    s => `rsa.FromXmlString("<RSAKeyValue><P>${s}</P></RSAKeyValue>");`,
    s => `new RSAParameters { D = Convert.FromBase64String("${s}") }`,
  ),
  WireGuard: one(
    base64Of(32),
    s => `[Interface]\nPrivateKey = ${s}\nAddress = 10.0.0.2/32\n`,
    s => `[Peer]\nPublicKey = a\nPresharedKey = ${s}\nAllowedIPs = 0.0.0.0/0\n`,
    s => `wireguard:\n  private_key: ${s}\n  port: 51820\n`,
    s => `echo ${s} | wg pubkey`,
  ),
  'wallet, hexadecimal': one(
    fc.tuple(fc.constantFrom('', '0x'), digits64).map(([lead, rest]) => lead + rest),
    s => `PRIVATE_KEY=${s}`,
    s => `DEPLOYER_PK=${s}`,
    s => `accounts: ["${s}"],`,
    s => `accounts: [process.env.KEY, '${s}'],`,
    s => `const signer = new ethers.Wallet("${s}", provider);`,
    s => `account = Account.from_key("${s}")`,
    s => `cast send --private-key ${s} 0x0`,
    s => `vm.startBroadcast(${s});`,
    s => `uint256 deployerPrivateKey = ${s};`,
  ),
  'wallet, WIF': one(
    walletKey,
    s => `load("${s}")`,
    s => `bitcoin-cli importprivkey ${s}`,
    s => `- ${s}\n`,
  ),
  'wallet, words': one(
    mnemonic.map(list => list.join(' ')),
    s => `MNEMONIC="${s}"`,
    s => `mnemonic: ${s}\nport: 1`,
    s => `const seedPhrase = '${s}';`,
    s => `Wallet.fromPhrase("${s}")`,
    s => `SEED_PHRASE=${s}\n`,
    s => `{"mnemonic": "${s}", "index": 0}`,
  ),
  'wallet, words in a list': mnemonic.map(list => `mnemonic = ["${marked(list.join('", "'))}"]`),
  'OpenSSH key, without armour': one(
    drawnBytes(200).map(body =>
      Buffer.concat([Buffer.from('openssh-key-v1\0\0\0\0\x04none\0'), body]).toString('base64'),
    ),
    s => `const data = "${s}";`,
    s => `value: ${s}\nother: 1`,
  ),
  'OpenSSH key, cut off at its end': drawnBytes(400).map(body => {
    const key = Buffer.concat([Buffer.from('openssh-key-v1\0\0\0\0\x04none\0'), body]).toString('base64');
    return cutAt(key, 48)
      .slice(0, 6)
      .map(line => `  "${markedLine(line)}"`)
      .join('\n');
  }),
  minisign: one(
    drawnBytes(152).map(body => Buffer.concat([Buffer.from('EdScB2'), body]).toString('base64')),
    s => `untrusted comment: minisign encrypted secret key\n${s}\n`,
    s => `printf '%s' "${s}" > key`,
  ),
  signify: one(
    drawnBytes(96).map(body => Buffer.concat([Buffer.from('EdBK\0\0\0\x2a'), body]).toString('base64')),
    s => `untrusted comment: signify secret key\n${s}\n`,
  ),
  'age, after quantum computers': one(
    drawnFrom(/^AGE-SECRET-KEY-PQ-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}$/),
    s => `# created: today\n${s}\n`,
  ),
};
