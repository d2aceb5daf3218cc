import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { scanSecrets } from '../../../../src/libraries/secrets.ts';
import { publicKeys } from '../written/derKeys.ts';
import { keyWritings } from '../written/keysWithoutArmour.ts';

const runs = Math.ceil(Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 700) / 70);

/** What is left of a text when every finding is taken out. */
async function leftOfText(text: string): Promise<string> {
  const letters = text.split('');
  for (const { start, end } of await scanSecrets(text)) letters.fill('', start, end);
  return letters.join('');
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const ed25519 = generateKeyPairSync('ed25519').privateKey;

test('a key that OpenSSL made is masked whole in every writing of its bytes', async () => {
  for (const key of [
    privateKey.export({ type: 'pkcs1', format: 'der' }),
    privateKey.export({ type: 'pkcs8', format: 'der' }),
    privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'x' }),
    ed25519.export({ type: 'pkcs8', format: 'der' }),
  ])
    for (const write of keyWritings) {
      const around = write(key, () => '');
      assert.equal(await leftOfText(write(key, piece => piece)), around);
    }
});

test('code behind a key that was cut is left', async () => {
  const key = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  const text = `data = "${key.slice(0, 200)}"\ncreateCertificateSigningRequestOf(subject)\n`;
  assert.equal(await leftOfText(text), 'data = ""\ncreateCertificateSigningRequestOf(subject)\n');
});

// bare lines of 64 characters might be the middle of a key, so they are masked, whatever they are
const tellingWritings = keyWritings.filter(
  write => !/^[\w+/]{64}$|[\w+/]{64}\\n/m.test(write(Buffer.alloc(90), String)),
);

for (const [what, keys] of Object.entries(publicKeys)) {
  test(`what everybody may know is left in every writing of its bytes: ${what}`, async () => {
    await fc.assert(
      fc.asyncProperty(keys, fc.constantFrom(...tellingWritings), async (key, write) => {
        const text = write(key, String);
        assert.deepEqual(await scanSecrets(text), [], text);
      }),
      { numRuns: runs, seed: 20_26, endOnFailure: true },
    );
  });
}

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const base64Line = 'AAAAB3NzaC1yc2EAAAADAQABAAABAQC7vbqajDhA9e1Xn0bZ3mJ8Kx2RfT5uYqW4';

test('public keys, hashes and other long runs that open nothing are left', async () => {
  for (const text of [
    `commit ${hash.slice(0, 40)}\n`,
    `sha256: ${hash}`,
    `image: node@sha256:${hash}`,
    `const txHash = "0x${hash}";`,
    `bytes32 constant DOMAIN_TYPEHASH = 0x${hash};`,
    `{ "blockHash": "0x${hash}", "from": "0x${hash.slice(0, 40)}" }`,
    `const tokenAddress = "0x${hash.slice(0, 40)}";`,
    `walletAddress: '0x${hash.slice(0, 40)}'`,
    `Msg = 616263\nMD = ${hash}`,
    `id: 550e8400-e29b-41d4-a716-446655440000`,
    `<script integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC">`,
    `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ2kq3Zr8TnVb5xQw7YpLm0sDf4gHj6KlZ9cXv1BnM3Q me@host`,
    `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: me\nPublic-Lines: 2\n${base64Line}\n${base64Line}\nPrivate-Lines: 0\n`,
    `untrusted comment: minisign public key\nRWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3`,
    `age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p`,
    `{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}`,
    `<RSAKeyValue><Modulus>sVTBGSQ8x3hXk9m2Zr5yUaLw0fEoQ7cK+JvN1pDt4Hg=</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>`,
    `[Peer]\nPublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=\nAllowedIPs = 0.0.0.0/0`,
    `address: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKPbdG`,
    `L4Yo5aiWzQdMWj3VfGXKgdSovi7nUcyCzeM7B4YVtng2CP9S8xJi`,
    `mnemonic: "test test test test test test test test test test test junk"`,
    `// the mnemonic is a list of words that are drawn from a list and that anybody may remember`,
    `seed words: they were drawn from the list and are not easy to guess for anybody else`,
    `const wallet = await connectWallet(provider); const seed = Date.now(); accounts: ["ann", "bob"]`,
  ])
    assert.deepEqual(await scanSecrets(text), [], text);
});
