import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docs } from '../../../src/assist/tasks/docs.ts';
import { contextOf } from '../context.ts';
import { saidOf, usedDraft } from './saidOf.ts';

/** The code with the draft of its comment. */
async function documentedCode(code: string, language: string, before = ''): Promise<string> {
  const context = { code, language, before };
  return usedDraft(docs, context, await saidOf(docs, context));
}

const rows: readonly (readonly [name: string, language: string, code: string, right: string])[] = [
  [
    'TypeScript',
    'typescript',
    'export function total(items: Item[], ...more: number[]): number {\n  if (!items) throw new TypeError();\n  return 1;\n}\n',
    '/**\n * TODO: say what total does.\n *\n * @param items TODO\n * @param more TODO\n * @returns TODO\n * @throws {TypeError} TODO\n */\nexport function total(',
  ],
  [
    'JavaScript, an arrow function that gives back nothing',
    'javascript',
    'const show = async (line, { depth = 2, at: [x, y] } = {}, end = "a, b") => {\n  print(() => { return line; });\n};\n',
    '/**\n * TODO: say what show does.\n *\n * @param line TODO\n * @param options TODO\n * @param end TODO\n */\nconst show',
  ],
  [
    'Python, with defaults that hold commas and brackets',
    'python',
    'def plot(inlier, colour=[1, 0, 0], name="a, (b)", *rest, **more) -> float:\n    raise ValueError(name)\n',
    'def plot(inlier, colour=[1, 0, 0], name="a, (b)", *rest, **more) -> float:\n    """TODO: say what plot does.\n\n    Args:\n        inlier: TODO\n        colour: TODO\n        name: TODO\n        *rest: TODO\n        **more: TODO\n\n    Returns:\n        TODO\n\n    Raises:\n        ValueError: TODO\n    """\n',
  ],
  [
    'Go',
    'go',
    'func (c *Cart) Total(a, b int) (int, error) {\n\treturn a, nil\n}\n',
    '// Total TODO: say what it does.\nfunc (c *Cart)',
  ],
  [
    'Rust',
    'rust',
    'pub fn parse(text: &str) -> Result<u8, Error> {\n    text.parse().unwrap()\n}\n',
    '/// TODO: say what parse does.\n///\n/// # Errors\n///\n/// TODO\n///\n/// # Panics\n///\n/// TODO\npub fn parse',
  ],
  [
    'Java',
    'java',
    '    public static <T> Map<String, List<T>> group(List<T> all, final int most) throws IOException {\n        return null;\n    }\n',
    '    /**\n     * TODO: say what group does.\n     *\n     * @param all TODO\n     * @param most TODO\n     * @return TODO\n     * @throws IOException TODO\n     */\n    public static',
  ],
  [
    'Java, a constructor',
    'java',
    '    public Cart(int size) {\n    }\n',
    '    /**\n     * TODO: say what Cart does.\n     *\n     * @param size TODO\n     */\n',
  ],
  [
    'C++',
    'cpp',
    'void Cart::add(const std::map<int, Item>& items, int (*price)(int), bool = true) {\n}\n',
    '/**\n * @brief TODO: say what add does.\n *\n * @param items TODO\n * @param price TODO\n */\nvoid Cart::add',
  ],
];

for (const [name, language, code, right] of rows)
  test(`the frame of a comment has the true parameters: ${name}`, async () => {
    const written = await documentedCode(code, language);
    assert.equal(written.slice(0, right.length), right);
  });

test('the style of docstrings is the one that the file has', async () => {
  const code = 'def half(size):\n    return size / 2\n';
  const fields = await documentedCode(code, 'python', 'def one(a):\n    """One.\n\n    :param a: it\n    """\n');
  assert.match(fields, /:param size: TODO\n {4}:return: TODO\n/);
  const numpy = await documentedCode(
    code,
    'python',
    'def one(a):\n    """One.\n\n    Parameters\n    ----------\n    a\n    """\n',
  );
  assert.match(numpy, /Parameters\n {4}-{10}\n {4}size\n {8}TODO\n\n {4}Returns\n {4}-{7}\n {4}TODO\n/);
});

test('what a function within it returns or throws is not told of it', async () => {
  const code = 'def run(steps):\n    def inner():\n        raise KeyError\n        return 1\n    steps(inner)\n';
  assert.doesNotMatch(await documentedCode(code, 'python'), /Returns|KeyError:/);
});

// https://github.com/NilsJPWerner/autoDocstring/issues/190
test('words of the language in a text are no parameters, and take none away', async () => {
  assert.match(
    await documentedCode('def work(a="class", b="def x(y)"):\n    pass\n', 'python'),
    /Args:\n {8}a: TODO\n {8}b: TODO\n {4}"""/,
  );
});

// https://github.com/nikhilkalige/docblockr/issues/180
test('a parameter that is taken apart is one', async () => {
  const code = 'export function handle(res, { status, statusText, config }) {\n  // Code here\n}\n';
  assert.match(await documentedCode(code, 'javascript'), /@param res TODO\n \* @param options TODO\n \*\//);
});

// https://github.com/UnitTestBot/UTBotJava/issues/2284
test('of Go, a parameter without a name is none', async () => {
  assert.match((await saidOf(docs, { code: 'func bar(int, _ string) {\n}\n', language: 'go' })).text, /\/\/ bar TODO/);
});

test('a comment that is there is not replaced by a frame, and what it does not name is told', async () => {
  const code =
    '/** Adds up. @param a one */\nexport function add(a: number, b: number): number {\n  return a + b;\n}\n';
  const { draft, text } = await saidOf(docs, { code });
  assert.equal(draft, undefined);
  assert.match(text, /does not name these parameters: ` b `$/);
});

test('a name that a service decorates is found nevertheless', async () => {
  // https://github.com/microsoft/vscode-go/issues/656
  const code = 'func (v *Volume) DecodeJSON(text string) error {\n\treturn nil\n}\n';
  const context = { code, language: 'go' };
  const said = await saidOf(docs, context, { symbol: '(*Volume).DecodeJSON', symbolKind: 'Method' });
  assert.match(usedDraft(docs, context, said), /^\/\/ DecodeJSON TODO/);
});

test('of several declarations no frames are given: each would have to be written anyhow', () => {
  const context = contextOf({ items: [{ id: 'a', first: 0, last: 0, head: 0 }] });
  assert.equal(docs.offline?.({ facts: undefined, context }, {} as never), undefined);
});

test('where nothing is declared there is no draft', async () => {
  const { draft, text } = await saidOf(docs, { code: '1 + 1;\n' });
  assert.equal(draft, undefined);
  assert.match(text, /No declaration was found/);
});
