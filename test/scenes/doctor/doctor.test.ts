import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { DoctorFinding, DoctorReport } from '../../../src/interaction/doctor/report.ts';
import { beginAnew } from '../support/assistance.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';
import { plantedSecrets } from './scene.ts';

type Code = DoctorFinding['code'];

suite('Check My Setup', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));

  const check = (): Thenable<DoctorReport> => vscode.commands.executeCommand('steadfast.doctor');
  const shown = (): vscode.TextDocument | undefined =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'steadfast-doctor');
  /** The text of the report that was made last: VS Code reads it anew a moment after that. */
  const reads = (words: RegExp): Promise<string> =>
    until(`a report with ${String(words)}`, () => {
      const text = shown()?.getText() ?? '';
      return words.test(text) && text;
    });
  const of = ({ findings }: DoctorReport, ...codes: readonly Code[]): readonly DoctorFinding[] =>
    findings.filter(({ code }) => codes.includes(code));

  test('finds healthy servers well, by GET alone, and shows the report as a text that cannot be typed into', async () => {
    const report = await check();
    assert.deepEqual(
      of(report, 'answered', 'model').map(({ level }) => level),
      Array.from({ length: 6 }, () => 'fine'),
    );
    const sent = (await practice.requests()).map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
    assert.deepEqual(
      sent.filter(one => !/^GET \/(?:v1\/)?models$/.test(one)),
      [],
    );
    const text = await reads(/^# Steadfast: Check My Setup\n/);
    assert.match(
      text,
      /- ✓ \*\*Models\*\*: asked in this order: Anthropic practice, OpenAI practice, Local practice\n/,
    );
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'markdown');
  });

  test('tells no secret that stands in settings, environment or an address, and nobody’s home', async () => {
    const report = await check();
    const told = `${JSON.stringify(report)}\n${await reads(/steadfast\.targets\[3\]/)}`;
    for (const secret of Object.values(plantedSecrets)) assert.ok(!told.includes(secret), secret);
    assert.ok(!told.includes('jane'));
    assert.ok(!told.includes(process.env['HOME'] ?? 'no home'));
    assert.ok(!told.includes(process.env['STEADFAST_USER_DATA'] ?? 'no data'));
  });

  test('names each place where a key stands, the variables that steer an SDK, and the proxy without its login', async () => {
    const report = await check();
    assert.deepEqual(
      of(report, 'written')
        .flatMap(finding => (finding.code === 'written' ? `${finding.scope} ${finding.setting}` : []))
        .toSorted(),
      ['user acme.assistant.apiKey', 'user steadfast.targets[3].apiKey', 'workspace steadfast.prompt.instructions'],
    );
    const [ignored] = of(report, 'ignored');
    assert.deepEqual(ignored?.code === 'ignored' && ignored.names, ['OPENAI_API_KEY', 'OPENAI_BASE_URL']);
    const [proxy] = of(report, 'proxy');
    assert.deepEqual(proxy?.code === 'proxy' && [proxy.host, proxy.hasLogin], ['127.0.0.1:9', true]);
  });

  test('leads from each line to a command that there is', async () => {
    await check();
    await reads(/looks like an API key/);
    const uri = shown()?.uri;
    const links = await until('links in the report', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
      return found.length > 0 && found;
    });
    // VS Code makes a link of the proxy’s address itself
    const commands = links.flatMap(({ target }) => (target?.scheme === 'command' ? target.path : []));
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      commands.filter(command => !known.includes(command)),
      [],
    );
    assert.ok(commands.includes('steadfast.moveKeys') && commands.includes('steadfast.importKeys'));
  });

  test('follows the link of the line that the cursor is on', async () => {
    await check();
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const at = (await reads(/looks like an API key/)).indexOf('steadfast.targets[3].apiKey looks');
    const place = editor.document.positionAt(at);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('steadfast.followDoctorLink');
    assert.match(person.told[0]?.text ?? '', /^Move the API keys out of the settings\?$/);
  });

  test('says of a server that asks for a key what to do', async () => {
    await practice.fault('openai', 'unauthorized');
    const [wanted] = of(await check(), 'key-wanted');
    assert.equal(wanted?.level, 'problem');
    await reads(/OpenAI practice\) – API key\*\*: the server asks for one/);
  });

  test('comes to an end although a server never answers, and says that this one is not known', async function () {
    this.timeout(30_000);
    await practice.fault('local', 'hang');
    const report = await check();
    assert.deepEqual(
      of(report, 'late').flatMap(finding => (finding.code === 'late' ? [finding.step, finding.level] : [])),
      ['models', 'warning'],
    );
    assert.equal(of(report, 'answered').length, 2);
    await until('its connection to be closed', async () => (await practice.openSockets()) < 3);
  });

  test('is stopped by cancelling, and opens nothing then', async () => {
    await practice.fault('local', 'hang');
    const checking = check();
    await until('the question to the server', async () => (await practice.requests()).length === 3);
    person.cancels();
    const report = await checking;
    assert.deepEqual([report.isCancelled, of(report, 'check-cancelled').length > 0], [true, true]);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  test('gives the report without showing anything to who asks for that', async () => {
    const report = await vscode.commands.executeCommand<DoctorReport>('steadfast.doctor', { show: false });
    assert.equal(report.format, 1);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  test('puts the report into the clipboard as JSON', async () => {
    const report = await check();
    await vscode.commands.executeCommand('steadfast.copyDoctorReport');
    assert.deepEqual(JSON.parse(await vscode.env.clipboard.readText()), report);
  });

  test('moves a key out of the settings into secret storage, and the server is asked with it from then on', async () => {
    person.presses('Move');
    await vscode.commands.executeCommand('steadfast.moveKeys');
    const { globalValue = [] } =
      vscode.workspace.getConfiguration('steadfast').inspect<{ id: string }[]>('targets') ?? {};
    assert.ok(!JSON.stringify(globalValue).includes(plantedSecrets.field));
    assert.deepEqual(globalValue.at(-1)?.id, 'with-key');
    assert.match(
      person.told.at(-1)?.text ?? '',
      /^Moved from the settings to secret storage: API keys for 127\.0\.0\.1/,
    );
    await practice.clear();
    const report = await check();
    assert.deepEqual(
      of(report, 'key-saved').map(({ level }) => level),
      ['fine'],
    );
  });

  test('with nothing set up says what to do, and is as well as can be', async () => {
    await vscode.workspace.getConfiguration('steadfast').update('targets', [], vscode.ConfigurationTarget.Global);
    await vscode.workspace.getConfiguration('steadfast').update('chain', undefined, vscode.ConfigurationTarget.Global);
    const report = await check();
    const [first] = report.findings;
    assert.ok(first?.code === 'none' || first?.code === 'found-here', first?.code);
    assert.deepEqual(
      first.fixes?.map(({ command }) => command),
      ['steadfast.setKey', 'steadfast.detectLocal', 'steadfast.addTarget', 'steadfast.getStarted'],
    );
    assert.deepEqual(of(report, 'check-failed', 'check-late'), []);
  });
});
