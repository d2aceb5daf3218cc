import { readSource } from '../code/readSource.ts';
import type { ReadPrompt } from './prompt.ts';

/** Tests for the first function, for a few frameworks; elsewhere a sentence that says so. */
export function testsFor({ code = '', language, instruction, firstLine, testFile }: ReadPrompt): string {
  const [unit] = readSource(code, language, firstLine).units;
  const name = unit?.name ?? 'main';
  const file = /new file, (\S+?);/.exec(instruction)?.[1] ?? '';
  const stem = (file.split('/').at(-1) ?? '').replace(/[._-](?:test|spec)\.\w+$|^test_|\.\w+$/g, '');
  const call = `${name}(${(unit?.parameters ?? []).map(() => '1').join(', ')})`;
  const added = testOf({ name, call, language: language.id });
  const head = testFile === undefined ? headOf(name, stem, language.id) : '';
  const whole = instruction.includes('Answer with the whole file') ? `${testFile ?? ''}\n\n` : head;
  return `\`\`\`${language.id}\n${whole}${added}\n\`\`\``;
}

function testOf({
  name,
  call,
  language,
}: {
  readonly name: string;
  readonly call: string;
  readonly language: string;
}): string {
  if (language === 'python') return `def test_${name}_gives_a_value():\n    assert ${call} is not None`;
  if (language === 'rust')
    return `#[test]\nfn ${name}_gives_a_value() {\n    assert_ne!(format!("{:?}", ${call}), "");\n}`;
  if (language === 'go')
    return `func Test_${name}(t *testing.T) {\n\tif any(${call}) == nil {\n\t\tt.Error("no value")\n\t}\n}`;
  return `test('${name} gives a value', () => {\n  assert.notEqual(${call}, undefined);\n});`;
}

function headOf(name: string, stem: string, language: string): string {
  if (language === 'python') return `from ${stem} import ${name}\n\n\n`;
  if (language === 'rust') return '';
  if (language === 'go') return 'package main\n\nimport "testing"\n\n';
  return `import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { ${name} } from './${stem}.ts';\n\n`;
}
