import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { checkBaseUrl } from '../../../src/providers/http/address.ts';

/** The origin that an address is taken for, with 'here' when it is this machine; or the code it is refused with. */
function verdict(text: string): string {
  try {
    const { origin, loopback } = checkBaseUrl(text);
    return loopback ? `here ${origin}` : origin;
  } catch (error) {
    if (error instanceof Failure && error.kind === 'bad-address') return String(error.details.code);
    throw error;
  }
}

const table: readonly (readonly [address: string, verdict: string])[] = [
  ['https://api.openai.com/v1', 'https://api.openai.com'],
  ['https://api.openai.com/v1/', 'https://api.openai.com'],
  ['https://api.openai.com:443/v1', 'https://api.openai.com'],
  ['https://api.openai.com:8443', 'https://api.openai.com:8443'],
  ['HTTPS://API.OpenAI.com/v1', 'https://api.openai.com'],
  ['https://api.openai.com./v1', 'https://api.openai.com.'],
  ['https://x.openai.azure.com/openai/deployments/d?api-version=2024-10-21', 'https://x.openai.azure.com'],
  ['https://\u0430pi.openai.com/v1', 'https://xn--pi-6kc.openai.com'],
  ['https://10.0.0.5/v1', 'https://10.0.0.5'],
  ['https://[2001:db8::1]/v1', 'https://[2001:db8::1]'],
  ['https://[fd12::1]/v1', 'https://[fd12::1]'],
  ['http://localhost:11434/v1', 'here http://localhost:11434'],
  ['http://localhost./v1', 'here http://localhost.'],
  ['http://LOCALHOST', 'here http://localhost'],
  ['http://127.0.0.1:1234', 'here http://127.0.0.1:1234'],
  ['http://127.255.255.254', 'here http://127.255.255.254'],
  ['http://127.1', 'here http://127.0.0.1'],
  ['http://2130706433/v1', 'here http://127.0.0.1'],
  ['http://0x7f000001', 'here http://127.0.0.1'],
  ['http://0177.0.0.1', 'here http://127.0.0.1'],
  ['http://\uff11\uff12\uff17.0.0.1', 'here http://127.0.0.1'],
  ['http://[::1]:8080/v1', 'here http://[::1]:8080'],
  ['http://[::ffff:127.0.0.1]', 'here http://[::ffff:7f00:1]'],
  ['https://localhost:8443', 'here https://localhost:8443'],
  ['http://api.openai.com/v1', 'insecure'],
  ['http://10.0.0.5:11434', 'insecure'],
  ['http://192.168.1.20:11434/v1', 'insecure'],
  ['http://[2001:db8::1]', 'insecure'],
  ['http://localhost.evil.example', 'insecure'],
  ['http://ollama.localhost:11434', 'insecure'],
  ['http://127.0.0.1.evil.example', 'insecure'],
  ['http://[::127.0.0.1]', 'insecure'],
  ['http://[64:ff9b::7f00:1]', 'insecure'],
  ['https://169.254.169.254/latest', 'link-local'],
  ['http://169.254.169.254', 'link-local'],
  ['https://2852039166/', 'link-local'],
  ['https://0xa9fea9fe', 'link-local'],
  ['https://[::ffff:169.254.169.254]', 'link-local'],
  ['https://[64:ff9b::a9fe:a9fe]', 'link-local'],
  ['https://[fe80::1]', 'link-local'],
  ['https://[febf::1]', 'link-local'],
  ['https://[fd00:ec2::254]', 'link-local'],
  ['https://[FD00:0EC2:0:0::254]', 'link-local'],
  ['https://[fd20:ce::254]', 'link-local'],
  ['https://[fd00:42::42]', 'link-local'],
  ['https://[fd00:c1::a9fe:a9fe]', 'link-local'],
  ['https://[64:ff9b::169.254.169.254]', 'link-local'],
  ['https://[64:ff9b:1::a9fe:a9fe]', 'link-local'],
  ['https://[64:ff9b:1:a9fe:a9:fe00::]', 'link-local'],
  ['https://[64:ff9b:1:1:2:3:a9fe:1]', 'link-local'],
  ['https://[64:ff9b::6464:64c8]', 'link-local'],
  ['https://[2002:a9fe:a9fe::]', 'link-local'],
  ['https://[2002:a9fe:a9fe::1]', 'link-local'],
  ['https://[2002:6464:64c8:1::2]', 'link-local'],
  ['https://[2001:0:a9fe:a9fe::1]', 'link-local'],
  ['https://[2001::5601:5601]', 'link-local'],
  ['https://[2001:db8::5efe:a9fe:a9fe]', 'link-local'],
  ['https://[2001:db8:1:2:0:5efe:a9fe:a9fe]', 'link-local'],
  ['https://[2001:db8:1:2:200:5efe:a9fe:a9fe]', 'link-local'],
  ['https://[::ffff:0:169.254.169.254]', 'link-local'],
  ['https://[::169.254.169.254]', 'link-local'],
  ['https://[2002:e000:1::]', 'no-host'],
  ['https://[64:ff9b::]', 'no-host'],
  ['https://[64:ff9b:1::]', 'no-host'],
  ['https://[2002:0808:0808::1]', 'https://[2002:808:808::1]'],
  ['https://[64:ff9b::8.8.8.8]', 'https://[64:ff9b::808:808]'],
  ['https://[64:ff9b:1::8.8.8.8]', 'https://[64:ff9b:1::808:808]'],
  ['https://[2001:db8::a9fe:a9fe]', 'https://[2001:db8::a9fe:a9fe]'],
  ['https://[2001:4860:4860::8888]', 'https://[2001:4860:4860::8888]'],
  [`https://api.openai.com/${'a/'.repeat(2_000)}`, 'malformed'],
  ['https://metadata.google.internal/v1', 'link-local'],
  ['https://metadata.google.internal./v1', 'link-local'],
  ['https://100.100.100.200', 'link-local'],
  ['http://0.0.0.0:11434', 'no-host'],
  ['https://[::]', 'no-host'],
  ['https://255.255.255.255', 'no-host'],
  ['https://224.0.0.1', 'no-host'],
  ['https://[ff02::1]', 'no-host'],
  ['https://user:secret@api.openai.com', 'userinfo'],
  ['https://user@api.openai.com', 'userinfo'],
  ['https://@api.openai.com', 'userinfo'],
  ['https://api.openai.com@evil.example/v1', 'userinfo'],
  ['https://api.openai.com:0', 'port'],
  ['https://api.openai.com:6000/v1', 'port'],
  ['http://localhost:25', 'port'],
  ['https://api.openai.com:99999/v1', 'port'],
  ['ftp://api.openai.com', 'scheme'],
  ['file://localhost/etc/passwd', 'scheme'],
  ['ws://localhost:1', 'scheme'],
  ['vscode://x', 'scheme'],
  ['', 'malformed'],
  ['api.openai.com/v1', 'malformed'],
  ['https:api.openai.com', 'malformed'],
  ['https:/api.openai.com', 'malformed'],
  ['https:///api.openai.com', 'malformed'],
  ['https://', 'malformed'],
  ['https://api.openai.com\\@evil.example', 'malformed'],
  ['https://api.open\nai.com', 'malformed'],
  [' https://api.openai.com', 'malformed'],
  ['https://exa mple.com', 'malformed'],
  ['https://api.openai.com/v1#top', 'malformed'],
  ['javascript:alert(1)', 'malformed'],
  ['data:text/html,x', 'malformed'],
  ['https://[::1', 'malformed'],
  ['https://1.2.3.4.5/', 'malformed'],
];

suite('an address', () => {
  for (const [address, expected] of table) {
    test(`${JSON.stringify(address)} is taken for ${expected}`, () => assert.equal(verdict(address), expected));
  }

  test('loses its trailing slash, and its query is kept apart', () => {
    const { baseUrl, query } = checkBaseUrl('https://x.openai.azure.com/openai/d/?api-version=2024-10-21');
    assert.deepEqual([baseUrl, query], ['https://x.openai.azure.com/openai/d', { 'api-version': '2024-10-21' }]);
  });

  test('is shown without user name, password and query when it is refused', () => {
    assert.throws(
      () => checkBaseUrl('https://user:secret@api.openai.com/v1?key=secret'),
      (error: unknown) => error instanceof Failure && error.details.facts?.['address'] === 'https://api.openai.com/v1',
    );
  });
});
