import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { printedPlaceholders } from '../../../src/core/secrets/printedPlaceholders.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { holdersIn } from '../../../src/core/secrets/secretHolders.ts';

const secret = 'SECRET_1_x7f3a9ck';

/** The lines on which an edit prints the secret; `sent`: what else the question held. */
const linesOf = (before: string, after: string, sent = ''): readonly number[] =>
  atOnce(printedPlaceholders([secret], { before, after, holders: atOnce(holdersIn([secret], sent)).holders })).map(
    ({ line }) => line,
  );

/** What stood there, what stands there now, and what else was sent. */
type Case = readonly [before: string, after: string, sent?: string];

const told: Readonly<Record<string, Case>> = {
  'the secret itself in the console': [`const a = "${secret}";`, `const a = "${secret}";\nconsole.log("${secret}");`],
  'a variable in the console': [`const a = "${secret}";`, `const a = "${secret}";\nconsole.log("it is", a);`],
  'a formatted text of Python': [`KEY = "${secret}"`, `KEY = "${secret}"\nprint(f"using {KEY}")`],
  'a logger with levels': [`key: str = "${secret}"`, `key: str = "${secret}"\nself.logger.info("key %s", key)`],
  'a command of a shell': [`export TOKEN=${secret}`, `export TOKEN=${secret}\necho "token: $TOKEN"`],
  'a template with an expression': [`let pw = '${secret}'`, `let pw = '${secret}'\nlog.debug(\`pw \${pw}\`)`],
  'a stream of C++': [`std::string key = "${secret}";`, `std::string key = "${secret}";\nstd::cout << key << "\\n";`],
  'a macro of Rust': [`let key = "${secret}";`, `let key = "${secret}";\nprintln!("{key}");`],
  'a key of an object': [
    `const c = { apiKey: '${secret}' }`,
    `const c = { apiKey: '${secret}' }\nconsole.log(c.apiKey)`,
  ],
  'the object around a key': [
    `const c = {\n  apiKey: '${secret}',\n}`,
    `const c = {\n  apiKey: '${secret}',\n}\nconsole.log(c)`,
  ],
  'a variable that was sent as surroundings': [
    'run();',
    'console.error(API_KEY);\nrun();',
    `const API_KEY = '${secret}';`,
  ],
  'a variable that was given it by another': [
    `const k = "${secret}";`,
    `const k = "${secret}";\nconst m = k;\nconsole.log(m);`,
  ],
  'the last one of a chain, on one line': [
    `let k = "${secret}";`,
    `let k = "${secret}"; let m = k; const n: string = m; o = n; p = o; q = p; console.log(q);`,
  ],
  'one that joins it to a text': [`KEY = "${secret}"`, `KEY = "${secret}"\nheader = "Bearer " + KEY\nprint(header)`],
  'one that puts it into a text': [`KEY = '${secret}'`, `KEY = '${secret}'\nurl = f"https://a/?k={KEY}"\nprint(url)`],
  'one of a shell': [`TOKEN=${secret}`, `TOKEN=${secret}\nexport T="$TOKEN"\necho "$T"`],
  'one of Go': [`key := "${secret}"`, `key := "${secret}"\ncopied := key\nfmt.Println(copied)`],
  'one that was given a field': [
    `const c = { apiKey: '${secret}' }`,
    `const c = { apiKey: '${secret}' }\nconst k = c.apiKey\nconsole.log(k)`,
  ],
  'one that was taken out of an object': [
    `const c = { apiKey: '${secret}' }`,
    `const c = { apiKey: '${secret}' }\nconst { apiKey: k, port = 1 } = c\nconsole.log(k)`,
  ],
  'a field that was given a variable': [
    `key = "${secret}"`,
    `key = "${secret}"\nself.token = key\nlogger.info(self.token)`,
  ],
  'one with a choice of another': [
    `const k = "${secret}";`,
    `const k = "${secret}";\nconst m = process.env.KEY ?? k;\nconsole.log(m);`,
  ],
  'one that was given what was sent as surroundings': [
    'run();',
    'const m = API_KEY;\nconsole.error(m);\nrun();',
    `const API_KEY = '${secret}';`,
  ],
  'one that was given it in the surroundings': [
    'run();',
    'console.error(copied);\nrun();',
    `const API_KEY = '${secret}';\nconst copied = API_KEY;`,
  ],
  'another call beside one that prints it': [
    `String k = "${secret}";\nlog.info(k);`,
    `String k = "${secret}";\nlog.info(k);\nSystem.out.println(k);`,
  ],
};

suite('a secret that an edit prints is told', () => {
  for (const [name, [before, after, sent]] of Object.entries(told))
    test(name, () => {
      const last = after.split('\n').findLastIndex(line => /print|log|echo|error|cout/i.test(line)) + 1;
      assert.deepEqual(linesOf(before, after, sent), [last]);
    });
});

const declared = `const key = "${secret}";\n`;
const ordinary: Readonly<Record<string, Case>> = {
  'what was printed before': [`${declared}console.log(key);`, `${declared}run();\nconsole.log("now", key);`],
  'a variable that is called otherwise': [
    `${declared}console.log(key);`,
    `const apiKey = "${secret}";\nconsole.log(apiKey);`,
  ],
  'the word in a text': [declared, `${declared}console.log("the key is set");`],
  'how long it is': [declared, `${declared}console.log(key.length, len(key));`],
  'whether there is one': [declared, `${declared}console.log(key ? "set" : "missing", typeof key, key === undefined);`],
  'its mask': [declared, `${declared}console.log(mask(key));`],
  'a label with another value': [declared, `${declared}console.log({ key: "***" });`],
  'the same word of another object': [declared, `${declared}console.log(event.key);`],
  'a command that gives it on': [`T=${secret}`, `T=${secret}\necho "$T" | docker login --password-stdin`],
  'a file that is written': [`T=${secret}`, `T=${secret}\necho "T=$T" > .env`],
  'a call that prints nothing': [declared, `${declared}connect(key);\nblueprint(key);\ncatalog.add(key);`],
  'what is made with it': [
    `const c = new Client("${secret}");`,
    `const c = new Client("${secret}");\nconsole.log(c.name);`,
  ],
  'what was counted, compared or made of it': [
    declared,
    `${declared}const n = key.length;\nconst is = key === other;\nconst h = hash(key);\nconst no = !key;\nconsole.log(n, is, h, no);`,
  ],
  'what was looked up by it': [
    `const c = { apiKey: '${secret}' }`,
    `const c = { apiKey: '${secret}' }\nconst found = table[c.apiKey]\nconsole.log(found)`,
  ],
  'what its text only names': [declared, `${declared}const title = "the key";\nconsole.log(title);`],
  'what was chosen because of it': [declared, `${declared}const mode = key ? "live" : "test";\nconsole.log(mode);`],
  'a function that takes a word of its name': [declared, `${declared}const f = key => key;\nconsole.log(f.name);`],
  'a field of the same word that was copied': [
    declared,
    `${declared}const pressed = event.key;\nconsole.log(pressed);`,
  ],
  'another field taken out of the object': [
    `const c = { apiKey: '${secret}', port: 1 }`,
    `const c = { apiKey: '${secret}', port: 1 }\nconst { port } = c\nconsole.log(port)`,
  ],
  'a copy that goes where it should': [declared, `${declared}const m = key;\nconnect(m);\nconsole.log("connected");`],
  'a copy that was printed before': [
    `${declared}const m = key;\nconsole.log(m);`,
    `${declared}const m = key;\nconsole.log("now", m);`,
  ],
  'a log of something else': [declared, `${declared}logger.info("started", { port, keys: 3 });`],
};

suite('of an ordinary edit nothing is told', () => {
  for (const [name, [before, after, sent]] of Object.entries(ordinary))
    test(name, () => assert.deepEqual(linesOf(before, after, sent), []));
});

suite('what is followed has no place of its own to hide in', () => {
  const names = Array.from({ length: 300 }, (_, at) => `SECRET_${at + 1}_x7f3a9ck`);
  const many = names.map((name, at) => `key${at} = "${name}"\n`).join('');
  const toldOf = (before: string, after: string) => atOnce(printedPlaceholders(names, { before, after, holders: [] }));

  test('the last of 300 secrets', () => {
    assert.deepEqual(toldOf(many, `${many}print(key299)\n`), [{ line: 301 }]);
  });

  test('the last of 300 variables with one secret', () => {
    const one = names.map((_, at) => `key${at} = "${secret}"\n`).join('');
    assert.deepEqual(toldOf(one, `${one}print(key299)\n`), [{ line: 301 }]);
  });

  test('behind 600 calls that print something else', () => {
    assert.deepEqual(toldOf(many, `${many}${'print(1)\n'.repeat(600)}print(key7)\n`), [{ line: 901 }]);
  });

  test('behind more copies than are looked at, of which nothing can be said', () => {
    const alike = names.map(name => `a = "${name}"\n`).join('');
    const copies = Array.from({ length: 700 }, (_, at) => `b${at} = a\n`).join('');
    assert.throws(() => toldOf(alike + copies, alike + copies), /too many/);
  });
});
