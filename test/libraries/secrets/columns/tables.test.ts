import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanSecrets } from '../../../../src/libraries/secrets.ts';

const maskedIn = async (text: string): Promise<readonly string[]> => [
  ...new Set((await scanSecrets(text)).map(({ start, end }) => text.slice(start, end))),
];

test('the cells of a column of secrets are masked, and no others', async () => {
  for (const text of [
    'name,password,role\nann,Kx92mvQpLz8w,admin\nbob,tR7!vq_Zm2xK,user\n',
    'name\tpassword\trole\nann\tKx92mvQpLz8w\tadmin\nbob\ttR7!vq_Zm2xK\tuser\n',
    '"name";"password"\r\n"ann";"Kx92mvQpLz8w"\r\n"bob";"tR7!vq_Zm2xK"\r\n',
    '| user | password |\n|------|----------|\n| ann | Kx92mvQpLz8w |\n| bob | tR7!vq_Zm2xK |\n',
    '# users\n\nid,api_token\n1,Kx92mvQpLz8w\n2,tR7!vq_Zm2xK',
  ])
    assert.deepEqual(await maskedIn(text), ['Kx92mvQpLz8w', 'tR7!vq_Zm2xK'], text);
});

test('quotes in a cell are written twice, and separators in it part nothing', async () => {
  assert.deepEqual(await maskedIn('id,password,on\n1,"a,b""c9!xK",yes\n'), ['a,b""c9!xK']);
});

test('a row far below its header is masked', async () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => `user-${at},word,admin\n`).join('');
  assert.deepEqual(await maskedIn(`name,password,role\n${rows}ann,Kx92mvQpLz8w,admin\n`), ['Kx92mvQpLz8w']);
});

test('what only looks like a table, and words in a column of secrets, are left', async () => {
  for (const text of [
    'connect(user, password, host)\nlisten(port, timeout1, retry2)\n',
    'import { name, password } from "./form1.ts";\nimport { a1, b2x } from "./x.ts";\n',
    'name,password\nann,changeme\nbob,password1\n',
    'key,value\ntitle,Order no 12b\n',
    'name,tokens,price\nsmall,4096,0.5\nlarge,128k,1.5\n',
    'user, password, host\nport, retries2, x\n',
    'token,type,line\nif,keyword,1\nx1y,identifier,2\n',
    '| password | what |\n|---|---|\n| required | yes |\n| min 8 | no |\n',
  ])
    assert.deepEqual(await maskedIn(text), [], text);
});
