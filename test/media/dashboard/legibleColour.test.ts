import assert from 'node:assert/strict';
import { test } from 'node:test';
import { legibleColour } from '../../../media/dashboard/legibleColour.ts';

// VS Code's own modern themes take the highlight of a found word, a third opaque, for --vscode-charts-orange
test('a translucent colour of a theme is painted opaque', () => {
  const painted = ['#1f1f1f', '#ffffff'].map(ground => legibleColour('#ea5c0055', '#d18616', ground));
  assert.deepEqual(painted, ['rgb(234, 92, 0)', 'rgb(234, 92, 0)']);
});

test('every form in which VS Code writes a colour is read', () => {
  const painted = ['#f80', '#f80a', '#ff8800', 'rgb(255, 136, 0)', 'rgba(255, 136, 0, 0.3)', ' rgb(255 136 0 / 30%) '];
  for (const form of painted) assert.equal(legibleColour(form, '#d18616', '#000'), 'rgb(255, 136, 0)', form);
});

test('a colour that is hardly told from its background makes way, unless what stands in is told even less', () => {
  assert.equal(legibleColour('#202020', '#3794ff', '#1f1f1f'), '#3794ff');
  assert.equal(legibleColour('#505050', '#1f1f1f', '#1f1f1f'), 'rgb(80, 80, 80)');
});

test('what is no colour that is known here is left to the browser', () => {
  for (const form of ['CanvasText', 'color-mix(in srgb, red, blue)', '', '#12', `#${'f'.repeat(9)}`])
    assert.equal(legibleColour(form, '#3794ff', '#000'), form);
  assert.equal(legibleColour('#202020', '#3794ff', 'Canvas'), '#202020');
});
