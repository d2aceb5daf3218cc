import { familyOf } from '../../core/confidence/reading/languages.ts';
import type { Shape } from './shape/shapeOf.ts';

/** What stands where somebody has to write. */
const open = 'TODO';

/** The comment for a declaration in the style of its language, with what can be read from its text; its words are left to write. `file`: the text around it, for the style of docstrings. */
export function docSkeleton(shape: Shape, language: string, file: string): string {
  const family = familyOf(language) ?? '';
  return (makers[family] ?? plain)(shape, file).join('\n');
}

type Maker = (shape: Shape, file: string) => readonly string[];

const summary = ({ name, isFunction }: Shape): string => `${open}: say what ${name} ${isFunction ? 'does' : 'is for'}.`;

interface Tags {
  readonly parameter: string;
  readonly result: string;
  readonly raises: (name: string) => string;
  readonly brief?: string;
}

const starred =
  ({ parameter, result, raises, brief = '' }: Tags): Maker =>
  shape => {
    const tags = [
      ...shape.parameters.map(name => `${parameter} ${name} ${open}`),
      ...(shape.hasResult ? [`${result} ${open}`] : []),
      ...shape.raises.map(name => `${raises(name)} ${open}`),
    ];
    const lines = [`${brief}${summary(shape)}`, ...(tags.length > 0 ? ['', ...tags] : [])];
    return ['/**', ...lines.map(line => ` * ${line}`.trimEnd()), ' */'];
  };

const throwsTag = (name: string): string => `@throws ${name}`;

const slashed = (lines: readonly string[], sign = '///'): readonly string[] =>
  lines.map(line => `${sign} ${line}`.trimEnd());

const rust: Maker = shape =>
  slashed([summary(shape), ...shape.raises.flatMap(section => ['', `# ${section}`, '', open])]);

const csharp: Maker = shape =>
  slashed([
    `<summary>${summary(shape)}</summary>`,
    ...shape.parameters.map(name => `<param name="${name}">${open}</param>`),
    ...(shape.hasResult ? [`<returns>${open}</returns>`] : []),
    ...shape.raises.map(name => `<exception cref="${name}">${open}</exception>`),
  ]);

const swift: Maker = shape =>
  slashed([
    summary(shape),
    ...(shape.parameters.length > 0 ? ['', '- Parameters:'] : []),
    ...shape.parameters.map(name => `  - ${name}: ${open}`),
    ...(shape.hasResult ? [`- Returns: ${open}`] : []),
    ...(shape.raises.length > 0 ? [`- Throws: ${shape.raises.join(', ')} ${open}`] : []),
  ]);

const ruby: Maker = shape =>
  slashed(
    [
      summary(shape),
      ...shape.parameters.map(name => `@param ${name} ${open}`),
      ...(shape.isFunction ? [`@return ${open}`] : []),
      ...shape.raises.map(name => `@raise [${name}] ${open}`),
    ],
    '#',
  );

/** A Go comment begins with the name. */
const go: Maker = ({ name, isFunction }) => [`// ${name} ${open}: say what it ${isFunction ? 'does' : 'is for'}.`];

const plain: Maker = shape => [`// ${summary(shape)}`];

/** Docstrings are written in three styles; the one that the file has goes before. */
const python: Maker = (shape, file) => {
  const lines = /^[ \t]{0,40}:param\b/m.test(file)
    ? fieldLines(shape)
    : /^[ \t]{0,40}Parameters\n[ \t]{0,40}-{3}/m.test(file)
      ? numpyLines(shape)
      : googleLines(shape);
  return lines.length === 0 ? [`"""${summary(shape)}"""`] : [`"""${summary(shape)}`, '', ...lines, '"""'];
};

const fieldLines = ({ parameters, hasResult, raises }: Shape): readonly string[] => [
  ...parameters.map(name => `:param ${name.replace(/^\*+/, '')}: ${open}`),
  ...(hasResult ? [`:return: ${open}`] : []),
  ...raises.map(name => `:raises ${name}: ${open}`),
];

const numpyLines = (shape: Shape): readonly string[] =>
  blocks(shape, ['Parameters', 'Returns', 'Raises'], (title, names) => [
    title,
    '-'.repeat(title.length),
    ...names.flatMap(name => [name === '' ? open : name, ...(name === '' ? [] : [`    ${open}`])]),
  ]);

const googleLines = (shape: Shape): readonly string[] =>
  blocks(shape, ['Args', 'Returns', 'Raises'], (title, names) => [
    `${title}:`,
    ...names.map(name => (name === '' ? `    ${open}` : `    ${name}: ${open}`)),
  ]);

function blocks(
  { parameters, hasResult, raises }: Shape,
  [first = '', second = '', third = '']: readonly string[],
  block: (title: string, names: readonly string[]) => readonly string[],
): readonly string[] {
  const all = [
    ...(parameters.length > 0 ? [block(first, parameters)] : []),
    ...(hasResult ? [block(second, [''])] : []),
    ...(raises.length > 0 ? [block(third, raises)] : []),
  ];
  return all.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

const makers: Readonly<Record<string, Maker>> = {
  script: starred({ parameter: '@param', result: '@returns', raises: name => `@throws {${name}}` }),
  java: starred({ parameter: '@param', result: '@return', raises: throwsTag }),
  kotlin: starred({ parameter: '@param', result: '@return', raises: throwsTag }),
  scala: starred({ parameter: '@param', result: '@return', raises: throwsTag }),
  php: starred({ parameter: '@param', result: '@return', raises: throwsTag }),
  c: starred({ parameter: '@param', result: '@return', raises: throwsTag, brief: '@brief ' }),
  dart: shape => slashed([summary(shape)]),
  python,
  rust,
  csharp,
  swift,
  ruby,
  go,
};
