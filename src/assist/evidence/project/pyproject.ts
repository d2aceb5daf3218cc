import { fact, firstBeside, firstMatch, firstNamed, type Manifest, type ProjectFacts } from './manifest.ts';

const lockFiles = { 'uv.lock': 'uv', 'poetry.lock': 'Poetry', 'pdm.lock': 'PDM', 'Pipfile.lock': 'Pipenv' };
const tools = { '[tool.uv': 'uv', '[tool.poetry': 'Poetry', '[tool.pdm': 'PDM', '[tool.hatch': 'Hatch' };
const testFiles = { 'pytest.ini': 'pytest', 'conftest.py': 'pytest', 'tox.ini': 'tox' };
const formatters = { '[tool.ruff.format': 'Ruff', '[tool.black': 'Black', '[tool.yapf': 'YAPF', '[tool.ruff': 'Ruff' };
const formatterFiles = { 'ruff.toml': 'Ruff', '.ruff.toml': 'Ruff', '.style.yapf': 'YAPF' };

/** What a pyproject.toml or a list of requirements tells. */
export function pythonFacts(manifest: Manifest): ProjectFacts {
  const { text } = manifest;
  const version = firstMatch(text, /^\s*(?:requires-python|python)\s*=\s*["']([^"']+)["']/);
  return {
    ...fact('language', version && `Python ${version}`),
    ...fact('packageManager', firstBeside(manifest, lockFiles) ?? firstNamed(text, tools) ?? pip(manifest)),
    ...fact('tests', firstNamed(text, { pytest: 'pytest' }) ?? firstBeside(manifest, testFiles)),
    ...fact('formatter', firstNamed(text, formatters) ?? firstBeside(manifest, formatterFiles)),
  };
}

const pip = ({ name }: Manifest): string | undefined => (name === 'requirements.txt' ? 'pip' : undefined);
