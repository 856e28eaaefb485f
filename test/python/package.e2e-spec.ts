import { join, resolve } from 'node:path';
import { PythonEnvironment } from './python-environment';

const cwd = resolve(__dirname, '../../python/orkestra');
const examples = resolve(__dirname, '../../examples/python-agent');

describe('The package for Python', () => {
  let python: PythonEnvironment;
  beforeAll(async () => void (python = await PythonEnvironment.make()));

  test('passes its own tests, installed from its wheel', async () => {
    const told = await python.run(['-m', 'pytest', '-q', '-p', 'no:cacheprovider'], { cwd });
    expect(told).toMatch(/\d+ passed/);
  });

  test('is formatted, linted and typed throughout, and so is the example', async () => {
    const places = [cwd, examples, join(__dirname, 'project')];
    const ruff = ['-m', 'ruff'];
    const config = ['--no-cache', '--config', join(cwd, 'pyproject.toml')];
    await python.run([...ruff, 'check', ...config, '--extend-ignore', 'D1', ...places], { cwd });
    await python.run([...ruff, 'format', '--check', ...config, ...places], { cwd });
    await python.run(['-m', 'mypy', '--cache-dir=/dev/null'], { cwd });
  });

  test('says what it is, and brings its types and its licence', async () => {
    const program =
      "from importlib import metadata as m; d = m.metadata('orkestra-temporal'); " +
      "print(d['License-Expression'], d['Requires-Python'], *sorted(map(str, m.files('orkestra-temporal'))))";
    const told = await python.run(['-c', program], { cwd: examples });
    expect(told).toMatch(/^MIT >=3.11 /);
    expect(told).toContain('orkestra/py.typed');
    expect(told).toContain('licenses/LICENSE');
    expect(told).not.toContain('tests/');
  });
});
