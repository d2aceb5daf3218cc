import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPythonManifest, pythonPackages, type PythonFolder } from '../../../src/assist/packages/pythonPackages.ts';

const folder = (more: Partial<PythonFolder>): PythonFolder => ({ manifests: [], beside: [], installed: [], ...more });
const has = (name: string, ...folders: readonly Partial<PythonFolder>[]): boolean | undefined =>
  pythonPackages(folders.map(folder))?.has(name);

const manifests: readonly (readonly [string, string, string])[] = [
  ['requirements.txt', '# web\nrequests[security]>=2.31 ; python_version > "3.8"\n-r base.txt\n', 'requests'],
  [
    'pyproject.toml, PEP 621',
    '[project]\ndependencies = [\n  "httpx~=0.27",\n  "Flask-SQLAlchemy>=3",\n]\n',
    'flask_sqlalchemy',
  ],
  [
    'pyproject.toml, groups',
    '[dependency-groups]\ndev = ["ruff", {include-group = "test"}, "pytest-cov"]\n',
    'pytest_cov',
  ],
  [
    'pyproject.toml, Poetry',
    '[tool.poetry.dependencies]\npython = "^3.11"\nuvicorn = { extras = ["standard"] }\n',
    'uvicorn',
  ],
  ['Pipfile', '[packages]\ndjango = "*"\n', 'django'],
  ['setup.cfg', '[options]\ninstall_requires =\n    numpy\n    pandas>=2\n', 'pandas'],
  ['setup.py', "setup(install_requires=['click', 'rich>=13'])", 'rich'],
  ['environment.yml', 'dependencies:\n  - python=3.11\n  - scipy=1.13\n  - pip:\n    - torch==2.3\n', 'torch'],
  ['uv.lock', '[[package]]\nname = "anyio"\nversion = "4.4.0"\n', 'anyio'],
  ['Pipfile.lock', '{"default": {"certifi": {"version": "==2024.7.4"}}}', 'certifi'],
];
for (const [name, text, module] of manifests)
  test(`what stands in ${name} can be imported, and nothing else`, () => {
    assert.deepEqual(
      [has(module, { manifests: [text] }), has('huggingface_cli', { manifests: [text] })],
      [true, false],
    );
  });

test('a package that is imported by another name is known by that', () => {
  const text =
    'PyYAML\nopencv-python-headless\nopencv-python\nPillow\nscikit-learn\nbeautifulsoup4\npython-dateutil\nPyJWT\n';
  const names = ['yaml', 'cv2', 'PIL', 'sklearn', 'bs4', 'dateutil', 'jwt'];
  assert.deepEqual(
    names.filter(name => has(name, { manifests: [text] }) !== true),
    [],
  );
});

test('modules of the workspace and what is installed are known', () => {
  const here = { manifests: ['requests'], beside: ['helpers.py', 'shop'], installed: ['typing_extensions.py', 'lxml'] };
  assert.deepEqual(
    ['helpers', 'shop', 'typing_extensions', 'lxml'].filter(name => has(name, here) !== true),
    [],
  );
});

test('what it does not know may be there: a package brings others along', () => {
  assert.equal(pythonPackages([folder({ manifests: ['requests'] })])?.isPartial, true);
});

test('where nothing names packages, nothing is said', () => {
  assert.equal(pythonPackages([folder({ beside: ['main.py'] })]), undefined);
});

test('manifests are known by their names', () => {
  const are = [
    'requirements.txt',
    'requirements-dev.txt',
    'dev-requirements.in',
    'pyproject.toml',
    'Pipfile.lock',
    'uv.lock',
  ];
  const areNot = ['readme.txt', 'setup.pyc', 'main.py', 'package.json', 'Pipfile.bak'];
  assert.deepEqual([are.every(isPythonManifest), areNot.some(isPythonManifest)], [true, false]);
});

test('a long hostile manifest is read in time that grows with it', () => {
  const text = `${'a-._'.repeat(30_000)}\n${'['.repeat(100_000)}"${'x'.repeat(100_000)}`;
  assert.equal(has('requests', { manifests: [text, 'requests'] }), true);
});
