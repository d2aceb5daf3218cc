import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DoctorFinding, DoctorReport } from '../../../../src/interaction/doctor/report.ts';
import { doctorCommands } from '../../../../src/interaction/doctor/found/doctorFinding.ts';
import { doctorText } from '../../../../src/interaction/doctor/text/doctorText.ts';
import { fixText } from '../../../../src/interaction/doctor/text/fixText.ts';
import { farTarget, refusal, serverWorld } from '../checks/serverWorld.ts';

const reportOf = (...findings: readonly DoctorFinding[]): DoctorReport => ({
  format: 1,
  madeAt: '2026-01-02T03:04:05.678Z',
  tookMs: 1_234,
  isCancelled: false,
  findings,
});

test('each line has a sign that is no colour, what was looked at, and what was found', () => {
  const { text } = doctorText(
    reportOf(
      { area: 'host', code: 'trusted', level: 'fine' },
      { area: 'host', code: 'disabled', level: 'warning' },
      { area: 'network', code: 'proxy-unreadable', level: 'problem', name: 'http.proxy' },
      { area: 'storage', code: 'check-late', level: 'unchecked', limitMs: 4_800 },
    ),
  );
  const lines = text.split('\n').filter(line => line.startsWith('- '));
  assert.deepEqual(lines, [
    '- ✗ **Proxy**: http.proxy is not an address. Write it like this: http://HOST:8080',
    '- ⚠ **Switched off**: the setting steadfast.enabled is off for this file or language.',
    '- ✗ **Proxy**: http.proxy is not an address. Write it like this: http://HOST:8080',
    '- ✓ **Workspace trust**: trusted',
    '- ⚠ **Switched off**: the setting steadfast.enabled is off for this file or language.',
    '- – **Not checked**: not known within 4.8 s.',
  ]);
  assert.match(
    text,
    /^# Steadfast: Check My Setup\n\nProblems: 1\. Warnings: 1\. Fine: 1\. Not checked: 1\. Checked at 2026-01-02 03:04:05 \(UTC\) in 1\.2 s\.\n/,
  );
});

// microsoft/vscode#242683: "after selecting the command, no editor window opens"; links that say nothing of where they lead
test('a link stands at the words that lead somewhere', async () => {
  const { look } = serverWorld({ listModels: () => Promise.resolve(refusal('auth', 401)) });
  const { text, links } = doctorText(reportOf(...(await look())));
  const lines = text.split('\n');
  const words = links.map(({ line, start, end, fix }) => [lines[line]?.slice(start, end), fix.command, fix.argument]);
  assert.deepEqual(words, [
    ['Check Again', 'steadfast.doctor', undefined],
    ['Set API Key…', 'steadfast.setKey', 'https://api.example.com'],
    ['Set API Key…', 'steadfast.setKey', 'https://api.example.com'],
  ]);
  assert.match(text, /- ✗ \*\*api\.example\.com \(One\) – Access\*\*: api\.example\.com rejects the API key \(401\)\./);
});

test('every command that a line may lead to has its words', () => {
  for (const command of doctorCommands) assert.notEqual(fixText({ command }), '');
});

test('a name from the settings makes no link, no image, no HTML and no heading of its own', async () => {
  const label = '[x](command:evil) <img src=y> ![z](w)\n# owned `code` **bold**';
  const { look } = serverWorld({ targets: [farTarget({ label, model: label })] });
  const { text } = doctorText(reportOf(...(await look())));
  assert.doesNotMatch(text, /\]\(|(?<!\\)<img|^# owned/m);
});

test('a report that was stopped says so', () => {
  const stopped = { ...reportOf({ area: 'servers', code: 'check-cancelled', level: 'unchecked' }), isCancelled: true };
  assert.match(
    doctorText(stopped).text,
    /It was stopped before it was done\.[^]*- – \*\*Not checked\*\*: stopped before/,
  );
});

test('a clock that is off says by how much, and whose it is', () => {
  const about = { area: 'servers', code: 'clock', level: 'warning', host: 'a', targets: ['a'], labels: ['A'] } as const;
  const linesOf = (skewMs: number, isAlone: boolean): string =>
    doctorText(reportOf({ ...about, skewMs, isAlone })).text;
  assert.match(linesOf(3_600_000, false), /this machine’s clock is 60 min behind/);
  assert.match(linesOf(-3_600_000, false), /this machine’s clock is 60 min ahead/);
  assert.match(linesOf(3_600_000, true), /the server’s clock is off by 60 min/);
});

test('a retired model is told with what comes in its place', () => {
  const about = { area: 'targets', code: 'retired', level: 'problem', id: 'one', label: 'One' } as const;
  const { text } = doctorText(reportOf({ ...about, day: '2026-08-05', successor: 'claude-opus-4-8', isOver: true }));
  assert.match(text, /\*\*One\*\*: retired by its provider; successor: claude-opus-4-8\./);
});
