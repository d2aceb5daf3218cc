/** Code inside a sentence: on one line, shortened, in backticks. */
export function tick(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  const short = line.length > 80 ? `${line.slice(0, 76)} …` : line;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}

/** Several pieces of code in a sentence: `a`, `b` and `c`; more than five are counted. */
export function tickAll(codes: readonly string[]): string {
  const shown = codes.slice(0, 5).map(tick);
  const rest = codes.length - shown.length;
  return listed(rest > 0 ? [...shown, count(rest, 'more', 'more')] : shown);
}

/** 'a', 'a and b', 'a, b and c'. */
export function listed(texts: readonly string[]): string {
  if (texts.length <= 1) return texts.join('');
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}

/** '1 function', '3 functions'. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** The words of a name: 'roundToCents' and 'round_to_cents' are 'round', 'to', 'cents'. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_$#]+/)
    .filter(word => word !== '')
    .map(word => word.toLowerCase());
}

/** With a capital letter and a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?:]$/.test(trimmed) ? '' : '.'}`;
}

const verbs: Readonly<Record<string, string>> = {
  calculate: 'calculates', compute: 'computes', get: 'gets', find: 'finds', fetch: 'fetches', load: 'loads', read: 'reads',
  write: 'writes', save: 'saves', send: 'sends', add: 'adds', remove: 'removes', delete: 'deletes', update: 'updates',
  create: 'creates', make: 'makes', build: 'builds', parse: 'parses', format: 'formats', print: 'prints', show: 'shows',
  render: 'renders', round: 'rounds', sum: 'sums up', count: 'counts', sort: 'sorts', filter: 'filters', map: 'maps',
  check: 'checks', validate: 'validates', apply: 'applies', convert: 'converts', merge: 'merges', split: 'splits',
  open: 'opens', close: 'closes', start: 'starts', stop: 'stops', run: 'runs', set: 'sets', handle: 'handles', new: 'makes',
  main: 'runs', double: 'doubles', apportion: 'apportions', escape: 'escapes', join: 'joins', push: 'pushes', list: 'lists',
}; // prettier-ignore

/** What a function does by its name: 'rounds to cents', 'tells whether it is empty', 'works out the line total'. */
export function purposeOf(name: string): string {
  const [first = '', ...rest] = wordsOf(name);
  const object = rest.join(' ');
  if (['is', 'has', 'can', 'should'].includes(first)) return `tells whether it ${first} ${object}`.trim();
  if (first === 'init' || first === 'constructor') return 'sets up a new object';
  if (first === 'main') return 'runs the program';
  if (first === 'new' && object === '') return 'makes a new one';
  if (first === 'to') return `turns it into ${object}`;
  const verb = verbs[first];
  if (verb === undefined) return `works out the ${wordsOf(name).join(' ')}`;
  const needsArticle = object !== '' && !/^(to|of|from|by|with|all|in|into|up|and|for)\b/.test(object);
  return `${verb} ${needsArticle ? 'the ' : ''}${object}`.trim();
}
