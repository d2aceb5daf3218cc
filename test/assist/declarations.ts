/** A declaration of each of six languages, of the forms that stand in files: with a comment, annotated, of several lines. */
export const declarations: Readonly<Record<string, readonly string[]>> = {
  typescript: [
    'export async function load(path: string): Promise<Row[]> {\n  return parse(await readFile(path, "utf8"));\n}',
    '  /** Old. */\n  @memo()\n  total(items: readonly Item[]): number {\n    return items.length; // all of them\n  }',
    'const pattern = /^[/*]+$/;\nconst text = `/** not a comment\n */`;',
  ],
  python: [
    '@cached\nasync def total(\n    items: list[int],\n    by: dict[str, int] = {"a": 1},\n) -> int:\n    """Old."""\n    return sum(items)',
    'class Cart:\n\n    items = []\n    text = """\n    not a docstring\n    """',
    '    def one(self): return "a:b"',
  ],
  go: [
    '// Total is old.\n//go:noinline\nfunc (c *Cart) Total() int {\n\treturn len(c.items)\n}',
    'type Option func(*Server)\n\nconst banner = `\n// not a comment\n`',
  ],
  rust: [
    "    /// Old.\n    #[must_use]\n    pub fn total<'a>(&'a self) -> u32 {\n        0\n    }",
    'impl Ring {\n    fn one() -> &str { "/* */" }\n}',
  ],
  java: [
    '    /**\n     * Old.\n     */\n    @Override\n    public int total() {\n        return items.size();\n    }',
    'record Point(int x, int y) {}',
  ],
  cpp: [
    '/// Old.\ntemplate <typename T>\nT total(const std::vector<T>& items) {\n#ifdef FAST\n  return fast(items);\n#endif\n}',
    "int big = 1'000'000; /* so many */\nchar star = '*';",
  ],
};
