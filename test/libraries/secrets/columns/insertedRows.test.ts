import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanSecrets } from '../../../../src/libraries/secrets.ts';

const maskedIn = async (text: string): Promise<readonly string[]> => [
  ...new Set((await scanSecrets(text)).map(({ start, end }) => text.slice(start, end))),
];

test('what SQL inserts into a column of secrets is masked, in every row', async () => {
  for (const text of [
    "INSERT INTO users (name, password, age) VALUES ('ann', 'Kx92mvQpLz8w', 3);",
    "insert ignore into `users` (`id`, `name`, `password`)\nvalues\n  (1, 'a, (b)', 'Kx92mvQpLz8w'),\n  (2, 'it''s', NULL);",
    "INSERT INTO app.tokens (created, api_token) VALUES (now(), N'Kx92mvQpLz8w')",
    "REPLACE INTO users (password, salt) VALUES ('Kx92mvQpLz8w', concat('a', 'b'));",
    `db.exec("INSERT INTO users (name, password) VALUES ('ann', 'Kx92mvQpLz8w')")`,
  ])
    assert.deepEqual(await maskedIn(text), ['Kx92mvQpLz8w'], text);
});

test('a row far below the names of its columns is masked', async () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => `  (${at}, 'word'),\n`).join('');
  assert.deepEqual(await maskedIn(`INSERT INTO users (id, password) VALUES\n${rows}  (1, 'Kx92mvQpLz8w');`), [
    'Kx92mvQpLz8w',
  ]);
});

test('values of other columns, words and parameters are left', async () => {
  for (const text of [
    "INSERT INTO items (name, sku, price) VALUES ('chair', 'Kx92mvQpLz8w', 3);",
    'INSERT INTO users (name, password) VALUES (?, ?);',
    'INSERT INTO users (name, password) VALUES (:name, :password), ($1, $2), (@name1, @password2);',
    "INSERT INTO users (name, password) VALUES ('ann', 'changeme');",
    "INSERT INTO users (sku, password) VALUES ('Kx92mvQpLz8w', 'changeme');",
    "INSERT INTO users (name, password_hint) VALUES ('ann', 'name of the dog 2');",
    "INSERT INTO users (password) SELECT 'Kx92mvQpLz8w';",
  ])
    assert.deepEqual(await maskedIn(text), [], text);
});
