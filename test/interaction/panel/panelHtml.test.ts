import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panelHtml } from '../../../src/interaction/panel/panelHtml.ts';

const hostile = `"></title></script><img src=x onerror="alert(1)"><script>alert(2)</script>`;

function html(title: string): string {
  return panelHtml({
    nonce: 'r4nd0m==',
    cspSource: 'https://file.example',
    coloursUri: 'https://file.example/dist/media/colours.js',
    scriptUri: 'https://file.example/dist/media/panel.js',
    styleUri: 'https://file.example/dist/media/panel.css',
    panelId: title,
    language: title,
    title,
  });
}

test('the page allows its two scripts and its own files, and nothing else', () => {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html('Steadfast')) ?? [];
  assert.equal(
    policy,
    "default-src 'none'; script-src 'nonce-r4nd0m=='; style-src https://file.example; img-src https://file.example; " +
      "connect-src 'none'; base-uri 'none'; form-action 'none'",
  );
});

test('the page has no script, style or handler of its own', () => {
  const page = html('Steadfast');
  assert.doesNotMatch(page, /unsafe-|\son\w+=|style=|<style/);
  assert.deepEqual(page.match(/<script[^>]*>[^<]*/g), [
    '<script nonce="r4nd0m==" src="https://file.example/dist/media/panel.js">',
    '<script nonce="r4nd0m==" src="https://file.example/dist/media/colours.js" defer>',
  ]);
});

test('nothing given leaves its attribute or its tag', () => {
  const tags = html(hostile).match(/<\/?\w+/g);
  assert.deepEqual(tags, html('Steadfast').match(/<\/?\w+/g));
});
