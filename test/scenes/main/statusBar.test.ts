import assert from 'node:assert/strict';
import { setup, suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { describe, type StatusView } from '../../../src/core/status/status.ts';
import type { TargetView } from '../../../src/core/status/targetStatus.ts';
import { paint } from '../../../src/editor/status/statusBar.ts';
import { pictureOf } from '../../../src/interaction/status/statusPicture.ts';

const target = (label: string, more: Partial<TargetView> = {}): TargetView => ({
  id: label.toLowerCase(),
  label,
  circuit: { is: 'closed' },
  cooldown: undefined,
  ...more,
});

suite('the status bar item', () => {
  let item: vscode.StatusBarItem;
  setup(() => (item = vscode.window.createStatusBarItem('steadfast.test', vscode.StatusBarAlignment.Right)));
  teardown(() => item.dispose());

  const show = (more: Partial<StatusView>) => {
    const view: StatusView = {
      targets: [target('Claude'), target('GPT')],
      working: undefined,
      restricted: false,
      enabled: true,
      localOnly: false,
      offline: false,
      nowMs: 0,
      ...more,
    };
    paint(item, pictureOf(describe(view)));
  };
  const backgroundId = () => item.backgroundColor instanceof vscode.ThemeColor && item.backgroundColor.id;

  test('shows text, background and a label for screen readers', () => {
    show({ targets: [target('Claude', { circuit: { is: 'open', until: 20_000 } }), target('GPT')] });
    assert.equal(item.text, '$(warning) Fallback');
    assert.equal(backgroundId(), 'statusBarItem.warningBackground');
    assert.equal(
      item.accessibilityInformation?.label,
      'Steadfast: GPT answers next; Claude paused after failures, next try in 20 s',
    );
  });

  test('takes its background back when all is well again', () => {
    show({ offline: true });
    assert.equal(backgroundId(), 'statusBarItem.errorBackground');
    show({});
    assert.equal(item.backgroundColor, undefined);
  });

  test('trusts its tooltip with five commands and nothing else', () => {
    show({});
    assert.ok(item.tooltip instanceof vscode.MarkdownString);
    const { isTrusted, supportHtml, supportThemeIcons, baseUri } = item.tooltip;
    const commands = [
      'steadfast.showMenu',
      'steadfast.showLog',
      'steadfast.endRehearsal',
      'steadfast.showQueue',
      'steadfast.openDashboard',
    ];
    assert.deepEqual(isTrusted, { enabledCommands: commands });
    assert.deepEqual([supportHtml ?? false, supportThemeIcons, baseUri], [false, true, undefined]);
  });
});
