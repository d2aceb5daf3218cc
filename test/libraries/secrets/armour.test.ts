import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { armouredKey, cuts, lineDecorations } from './written/armouredKeys.ts';
import { leftOf } from './written/secretCorpus.ts';

const runs = Math.ceil(Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 700) / 140);

// aquasecurity/trivy #2504, gitleaks/gitleaks #1594, Yelp/detect-secrets #35
for (const [decoration, write] of Object.entries(lineDecorations)) {
  test(`a key is found whole wherever the text begins and ends in it: ${decoration}`, async () => {
    for (const cut of cuts) {
      await fc.assert(
        fc.asyncProperty(armouredKey(write, cut), async planted => {
          assert.deepEqual(leftOf(planted, await scanSecrets(planted.text)), [], `${cut}\n${planted.text}`);
        }),
        { numRuns: runs, seed: 20_26, endOnFailure: true },
      );
    }
  });

  test(`the code around the lines of a key stays: ${decoration}`, async () => {
    for (const cut of ['tail cut', 'whole'] as const) {
      const [{ text, places } = assert.fail()] = fc.sample(armouredKey(write, cut), { numRuns: 1, seed: 7 });
      for (const { start, end } of await scanSecrets(text)) {
        const isPart = places.some(place => start >= place.start && end <= place.end);
        const isWhole = text.startsWith('-----BEGIN', start) && !/["'`(),]/.test(text.slice(start, end));
        assert.ok(isPart || isWhole || !/["'`()\n]/.test(text.slice(start, end)), text.slice(start, end));
      }
    }
  });
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Runs of base64 that are left of the key. */
async function leftOfKey(text: string): Promise<readonly string[]> {
  const letters = text.split('');
  for (const { start, end } of await scanSecrets(text)) letters.fill('\0', start, end);
  return letters.join('').match(/[A-Za-z0-9+/]{12,}={0,2}/g) ?? [];
}

test('of a key in base64 under a name nothing is left, however long it is', async () => {
  const encoded = Buffer.from(privateKey).toString('base64');
  for (const text of [
    `data:\n  tls.key: ${encoded}\n`,
    `    client-key-data: ${encoded}\n`,
    `PRIVATE_KEY=${encoded}\n`,
    `{"private_key_b64":"${encoded}"}`,
    `{"x":"${encoded}"}`,
    `data:\n  tls.key: |\n    ${encoded.replace(/.{76}(?=.)/g, '$&\n    ')}\n`,
    `x = "${Buffer.from(encoded).toString('base64')}"`,
  ])
    assert.deepEqual(await leftOfKey(text), [], text.slice(0, 60));
});

test('what everybody may know is left: public keys, certificates, and keys that hold nothing', async () => {
  for (const text of [
    publicKey,
    publicKey.replaceAll('PUBLIC KEY', 'CERTIFICATE'),
    publicKey.replaceAll('PUBLIC KEY', 'CERTIFICATE').replace(/^/gm, '// '),
    publicKey.split('\n').slice(2).join('\n'),
    publicKey.split('\n').slice(0, 4).join('\n'),
    // secretlint/secretlint #1235
    '{"private_key":"-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----\\n"}',
    '-----BEGIN RSA PRIVATE KEY-----\n  ##\t\t...\n  ##\t\t-----END RSA PRIVATE KEY-----',
  ])
    assert.deepEqual(await scanSecrets(text), [], text);
});

test('code between two marks that do not belong together is left', async () => {
  const code = 'if (isReady) render(createElement(component), src/interaction/conversation/conversationView);\n'.repeat(
    9,
  );
  const text = `// begins with -----BEGIN PRIVATE KEY-----\n${code}// ends with -----END PRIVATE KEY-----\n`;
  assert.deepEqual(await scanSecrets(text), []);
});

// found by an attack: lines of fewer than 40 characters were not known as those of a key
for (const columns of [16, 24, 32, 39])
  test(`a private key in lines of ${columns} characters is masked`, async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 });
    const body = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().split('\n').slice(1, -2).join('');
    const lines = body.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [];
    const [begin, end] = ['-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----'];
    const quoted = `const key = [\n  ${[begin, ...lines, end].map(line => JSON.stringify(line)).join(',\n  ')},\n];\n`;
    for (const text of [[begin, ...lines, end, ''].join('\n'), quoted]) {
      const findings = await scanSecrets(text);
      const left = lines.filter(line => {
        const at = text.indexOf(line);
        return line.length >= 8 && !findings.some(found => found.start <= at && found.end >= at + line.length);
      });
      assert.deepEqual(left, []);
    }
  });
