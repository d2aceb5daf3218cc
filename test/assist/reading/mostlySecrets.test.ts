import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMostlySecrets } from '../../../src/assist/reading/mostlySecrets.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { pemKey } from '../../support/pemKey.ts';

const key = pemKey(4096).join('\n');
const indented = pemKey(4096).map(line => `    ${line}`);
const token = (at: number) => `ghp_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3h${at}I6`.slice(0, 40);

const closed: Readonly<Record<string, string>> = {
  'a list of keys under any name': `# production\nA_TOKEN=${token(1)}\nB_TOKEN=${token(2)}\nC_TOKEN=${token(3)}\nHOST=db.example\n`,
  'an ini file of keys': `[prod]\ntoken = ${token(1)}\n[stage]\ntoken = ${token(2)}\n[dev]\ntoken = ${token(3)}\n`,
  'a key and nothing else': `${key}\n`,
  'two keys, with a comment': `# signing\n${key}\n\n# old\n${key}\n`,
};
for (const [what, text] of Object.entries(closed)) {
  test(`${what} holds little but secrets`, async () => {
    assert.equal(atOnce(isMostlySecrets(text, await scanSecrets(text))), true);
  });
}

const open: Readonly<Record<string, string>> = {
  'a chart with a key among its values': ['image:', '  tag: 1', 'tls:', '  key: |', ...indented, 'replicas: 2'].join(
    '\n',
  ),
  'code with a key in it': `const token = '${token(1)}';\nexport const f = () => call(token);\n`,
  'code with two keys and little else': `const a = '${token(1)}';\nconst b = '${token(2)}';\n`.concat('call(a, b);\n'),
  'a command with a token in it': `curl -H "Authorization: Bearer ${token(1)}" https://api.example.com/v2/orders/open\n`,
  'a file without a secret': 'LEVEL=debug\n',
  'an empty file': '',
};
for (const [what, text] of Object.entries(open)) {
  test(`${what} is no file of secrets`, async () => {
    assert.equal(atOnce(isMostlySecrets(text, await scanSecrets(text))), false);
  });
}
