import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { ordinaryLines } from './written/ordinaryLines.ts';

const maskedIn = async (text: string): Promise<readonly string[]> =>
  (await scanSecrets(text)).map(({ start, end }) => text.slice(start, end));

test('there are 300 ordinary lines in eight languages', () => {
  assert.ok(Object.keys(ordinaryLines).length >= 8);
  assert.ok(Object.values(ordinaryLines).flat().length >= 300);
});

for (const [language, lines] of Object.entries(ordinaryLines)) {
  test(`ordinary lines that speak of secrets are left as they are: ${language}`, async () => {
    for (const line of lines) assert.deepEqual(await maskedIn(line), [], line);
    assert.deepEqual(await maskedIn(lines.join('\n')), []);
  });
}

test('words that begin as a token does are left as they are', async () => {
  for (const text of [
    'sess-list-of-open-sessions tgp_v1_ rpa_process_robot e2b_template_id_of_the_box llx-folder',
    'pat-na1-region api-reference-for-developers sdk-for-the-client-side-of-it fc-align-center',
    'sm_pat_size_of_margin tr_dev_environment tr_prod_environment secret-live-reload-of-the-page',
    'nfc_reader_is_there dtn_delay_tolerant_network flp_first_last_point xau_gold_price xprv xpub',
    'ory_at_the_beginning os_v2_app_name phs_phase pha_phase phr_phrase rnd_random_number',
    'AVNS_ NRII-docs ATTACHMENT ATCTT3 BBDC-series AKIDS essu_ ucat_ rootly_incident slk_silk',
    'configcat-sdk-1 mdb_sa_sk_ pscale_oauth_flow dp.sa.scope dp.scim.users hcaik_ xaat- xapt-get',
    'JQQJ99 AZDO ACOG 00D! 1000.5000.2000 FFFFNRAL _mmk $2b$ $argon2id nsec1 bce-v3/ALTAK-',
  ])
    assert.deepEqual(await maskedIn(text), [], text);
});

// found by an attack: what is computed was masked with its bracket
test('what a parser computes for a token is left as it is', async () => {
  for (const line of [
    'token = tokens[i+1]',
    'self.token = tokens[self.pos+1]',
    'f(token=tokens[i+1])',
    'let token = toks[p+1]',
    'token = data[0]&0xff',
    'secret = pow(g,a)%p2',
    'token = b64[::-1]+pad1',
    'secret = shares[i]^m[j+1]',
    'password = chars[r%62]+p',
    'token = tokens[i+1].value',
  ])
    assert.deepEqual(await maskedIn(`${line}\n`), [], line);
});

test('what is computed is left as it is where settings could stand, too', async () => {
  for (const line of [
    'token = token*31+c',
    'token: token*31+c',
    'TOKEN=token*31+c',
    'password=pw1+salt',
    'password: pw1+salt',
    'secret = a1*b2+c3',
    'pwd := sum1/n+x2',
    'x: 1\ntoken: tok1+"a"',
  ])
    assert.deepEqual(await maskedIn(`${line}\n`), [], line);
});

test('a key of the Windows registry is no key of anything else', async () => {
  for (const line of [
    String.raw`keys = [r"HKLM\Software\Wow6432Node\Microsoft\VisualStudio\SxS\VC7"]`,
    String.raw`const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Node.js 22\\x64';`,
    String.raw`key: 'HKCU:\Software\Classes\CLSID2\v4.0.30319'`,
  ])
    assert.deepEqual(await maskedIn(`${line}\n`), [], line);
});

test('a password with a sign of arithmetic in it is masked', async () => {
  for (const password of ['Blue+River42', 'k3-m9-x2-p7', 'Pw1*salt!Z', 'hello+world77', 'x9*7Kq+Lm2'])
    assert.deepEqual(await maskedIn(`password: ${password}\n`), [password]);
});
