import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../judged.ts';

const total = [
  'def total(lines, rate):',
  '    """Adds up what the lines cost."""',
  '    found = 0',
  '    for line in lines:',
  '        found += line.price',
  '    logger.info("added up")',
  '    return found * rate',
  '',
];

/** What is said of an ending, when a function is changed: how many lines are missing, behind which. */
async function saidOf(answer: readonly string[], { code = total, language = 'python', instruction = 'update' } = {}) {
  const { signs } = await judge(`\`\`\`\n${answer.join('\n')}\n\`\`\``, {
    language,
    code: code.join('\n'),
    instruction,
  });
  const sign = signs.find(({ code: own }) => own === 'ends-early');
  return sign && `${sign.weight} ${sign.facts['lines']} behind ${sign.facts['line']}`;
}

test('an answer that breaks off amid a line is doubted, in any language', async () => {
  assert.equal(await saidOf([...total.slice(0, 5), '    logger.in']), 'soft 2 behind 6');
  assert.equal(await saidOf([...total.slice(0, 4), '        found']), 'soft 3 behind 5');
  const go = ['func f() int {', '\tprepare()', '\treturn count(all)', '}', '', 'func (g *G) h() {', '\tg.i()', '}', ''];
  assert.equal(await saidOf([...go.slice(0, 5), 'func'], { language: 'go', code: go }), 'soft 2 behind 6');
});

test('a last line that became shorter, or that stands there as it stood, is the change', async () => {
  assert.equal(await saidOf([...total.slice(0, 6), '    return found']), undefined);
  assert.equal(await saidOf([...total.slice(0, 5), '    logger.info("added")', '    return found']), undefined);
  const lines = ['a.b()', 'a.b().c()', 'd()', ''];
  assert.equal(await saidOf(['e()', 'a.b()'], { code: lines }), undefined);
});

test('a last line that brackets are closed behind ends what is whole', async () => {
  const branches = ['    if yes {', '        self.set(A)', '    } else {', '        self.unset(A)', '    }'];
  const rust = ['pub fn required(mut self) -> Self {', ...branches, '}', ''];
  const now = ['pub fn required(mut self) -> Self {', '    set(&mut self, yes);', '    self', '}', ''];
  assert.equal(await saidOf(now, { language: 'rust', code: rust }), undefined);
});

test('Python that gives back no value any more, where it did at its end, is doubted', async () => {
  assert.equal(
    await saidOf([...total.slice(0, 3), '    for each in lines:', '        found += each.price']),
    'soft 2 behind 5',
  );
  assert.equal(await saidOf([...total.slice(0, 6), '    result = found * rate']), 'soft 1 behind 7');
});

test('a value may be given back in another way', async () => {
  const ways = [
    ['    return round(', '        found * rate,', '    )'],
    ['    with rounding():', '        return found * rates'],
    ['    if rate:', '        return found', '    raise ValueError(rate)'],
    ['    for line in lines:', '        yield line.price * rate'],
    ['    sys.exit(found)'],
  ];
  for (const way of ways) assert.equal(await saidOf([...total.slice(0, 3), ...way]), undefined, way[0]);
});

test('who asked for less is not told that it is gone, and in Markdown a line may become shorter', async () => {
  assert.equal(await saidOf([...total.slice(0, 5)], { instruction: 'remove the return' }), undefined);
  const text = ['A list of things', 'and more', ''];
  assert.equal(await saidOf(['A list'], { language: 'markdown', code: text }), undefined);
});
