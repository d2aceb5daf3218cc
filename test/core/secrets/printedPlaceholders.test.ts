import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { holdersIn, printedPlaceholders } from '../../../src/core/secrets/printedPlaceholders.ts';

const secret = 'SECRET_1_x7f3a9ck';

/** The lines on which an edit prints the secret; `sent`: what else the question held. */
const linesOf = (before: string, after: string, sent = ''): readonly number[] =>
  printedPlaceholders([secret], { before, after, holders: holdersIn([secret], sent) }).map(({ line }) => line);

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
  'another call beside one that prints it': [
    `String k = "${secret}";\nlog.info(k);`,
    `String k = "${secret}";\nlog.info(k);\nSystem.out.println(k);`,
  ],
};

suite('a secret that an edit prints is told', () => {
  for (const [name, [before, after, sent]] of Object.entries(told))
    test(name, () => {
      const last = after.split('\n').findLastIndex(line => /print|log|echo|error|cout/.test(line)) + 1;
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
  'a log of something else': [declared, `${declared}logger.info("started", { port, keys: 3 });`],
};

suite('of an ordinary edit nothing is told', () => {
  for (const [name, [before, after, sent]] of Object.entries(ordinary))
    test(name, () => assert.deepEqual(linesOf(before, after, sent), []));
});
