import { importsOf, typesOf, variablesOf } from '../code/declarations.ts';
import type { ReadSource } from '../code/readSource.ts';
import { lineOf } from '../code/source.ts';
import { describeUnit, type Detail, factsOfUnit, signatureOf } from '../wording/describe.ts';
import { count, listed, sentence, tick, tickAll } from '../wording/words.ts';
import { explain } from './explain.ts';
import { mentionsOf } from './mentions.ts';
import { risksOf } from './risks.ts';

/** Answers a question about a code, as Markdown. What rules cannot know, it says so. */
export function answerQuestion(source: ReadSource, question: string, detail: Detail): string {
  const names = namesIn(source, question);
  for (const { sign, answer } of replies) {
    const said = sign.test(question) ? answer({ source, names, detail }) : undefined;
    if (said !== undefined) return said;
  }
  if (names.length > 0) return names.map(name => about({ source, detail, names }, name)).join('\n\n');
  const honest = 'Rules cannot answer that question word for word; this is what they know about the code.';
  return `${honest}\n\n${explain(source, detail)}`;
}

interface Asking {
  readonly source: ReadSource;
  /** Names of the code that the question speaks of. */
  readonly names: readonly string[];
  readonly detail: Detail;
}

interface Reply {
  readonly sign: RegExp;
  /** Undefined: another reply, or none, fits. */
  readonly answer: (asking: Asking) => string | undefined;
}

const replies: readonly Reply[] = [
  {
    sign: /\b(wrong|bugs?|problems?|risks?|fails?|failing|break|edge cases?|careful|review|safe)\b/i,
    answer: whatCouldGoWrong,
  },
  { sign: /\bwhere\b/i, answer: whereIs },
  { sign: /\b(who|what)\s+(calls|uses)\b|\bused by\b|\bcallers?\b/i, answer: whereIs },
  { sign: /\bhow many\b/i, answer: howMany },
  { sign: /\b(complexity|big[ -]?o|fast|scales?|performance|slow)\b/i, answer: howFast },
  { sign: /\b(returns?|gives? back|result)\b/i, answer: whatReturns },
  { sign: /\b(parameters?|arguments?|takes?|inputs?)\b/i, answer: whatTakes },
  {
    sign: /\b(which|list|what)\b.*\b(functions?|methods?|class(es)?|types?|imports?|variables?)\b/i,
    answer: whatIsThere,
  },
  { sign: /\bwhy\b/i, answer: why },
];

function namesIn({ code, units, masked, language }: ReadSource, question: string): readonly string[] {
  const words = [...question.matchAll(/[A-Za-z_$][\w$]*/g)].map(([word]) => word);
  const declared = new Set(units.map(({ name }) => name));
  const quoted = new Set([...question.matchAll(/[`'"]([\w$]+)[`'"]/g)].map(match => match[1] ?? ''));
  const isCodeLike = (word: string) => declared.has(word) || quoted.has(word) || /[a-z][A-Z]|_|\d/.test(word);
  const found = new Set(words.filter(word => isCodeLike(word) && new RegExp(`\\b${escaped(word)}\\b`).test(code)));
  // In JSON and plain text names stand inside of strings.
  const searched = language.bodies === 'none' ? code : masked.text;
  const plain = words.filter(
    word => word.length > 3 && new RegExp(`\\b${escaped(word)}["']?\\s*(:?=[^=]|:|\\()`).test(searched),
  );
  return [...new Set(found.size > 0 ? found : plain)].slice(0, 3);
}

function escaped(word: string): string {
  return word.replace(/\$/g, '\\$&');
}

function about({ source, detail }: Asking, name: string): string {
  const unit = source.units.find(candidate => candidate.name === name);
  if (unit !== undefined) return describeUnit(source, unit, detail);
  return `${tick(name)}:\n\n${mentionsOf(source, name)}`;
}

function whatCouldGoWrong({ source, detail, names }: Asking): string | undefined {
  const unit = source.units.find(({ name }) => names.includes(name));
  const inside = (line: number) =>
    unit === undefined || (line >= lineOf(source, unit.start) && line <= lineOf(source, unit.bodyEnd));
  const risks = risksOf(source).filter(({ line }) => inside(line));
  if (risks.length === 0)
    return 'None of the signs that the rules know is in this code. That proves nothing: nobody has run it.';
  const shown = detail === 1 ? risks.slice(0, 1) : risks;
  return ['This could go wrong:', '', ...shown.map(({ line, says }) => `- Line ${line}: ${says}`)].join('\n');
}

function whereIs({ source, names }: Asking): string | undefined {
  if (names.length === 0) return undefined;
  return names.map(name => `${tick(name)}:\n\n${mentionsOf(source, name)}`).join('\n\n');
}

function howMany({ source }: Asking): string {
  const { code, units } = source;
  const lines = count(code.split('\n').length, 'line');
  return `There are ${lines}, ${count(units.length, 'function')}, ${count(typesOf(source).length, 'type')} and ${count(importsOf(source).length, 'import')}.`;
}

function howFast({ source }: Asking): string {
  const loops = source.units.flatMap(unit => {
    const { loops: found } = factsOfUnit(source, unit);
    return found.length === 0 ? [] : [`- ${tick(unit.name)} loops ${count(found.length, 'time')}: ${tickAll(found)}`];
  });
  if (loops.length === 0)
    return 'There is no loop in it: every function does a fixed number of steps, apart from what it calls.';
  return `What grows with the input are the loops:\n\n${loops.join('\n')}\n\nLoops inside of loops multiply. Rules cannot measure.`;
}

function unitsAskedFor({ source, names }: Asking): ReadSource['units'] {
  const named = source.units.filter(({ name }) => names.includes(name));
  return named.length > 0 ? named : source.units;
}

function whatReturns(asking: Asking): string | undefined {
  const lines = unitsAskedFor(asking).map(unit => {
    const { returns } = factsOfUnit(asking.source, unit);
    const type = unit.returnType === '' ? '' : `, a ${tick(unit.returnType)}`;
    return `- ${tick(unit.name)} returns ${returns.length === 0 ? 'nothing' : tickAll(returns)}${type}.`;
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

function whatTakes(asking: Asking): string | undefined {
  const lines = unitsAskedFor(asking).map(unit => {
    const taken = unit.parameters.map(({ name, type, defaultValue }) =>
      [tick(name), type && `of type ${tick(type)}`, defaultValue && `by default ${tick(defaultValue)}`]
        .filter(Boolean)
        .join(' '),
    );
    return `- ${tick(signatureOf(unit))} takes ${taken.length === 0 ? 'nothing' : listed(taken)}.`;
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

function whatIsThere({ source }: Asking): string {
  const rows = [
    ['functions', source.units.map(signatureOf)],
    ['types', typesOf(source).map(({ name }) => name)],
    ['imports', importsOf(source).map(({ module }) => module)],
    ['variables', variablesOf(source)],
  ] as const;
  return (
    rows.flatMap(([title, found]) => (found.length === 0 ? [] : [`- ${title}: ${tickAll(found)}`])).join('\n') ||
    'Nothing that rules can name.'
  );
}

function why(asking: Asking): string | undefined {
  const { source, names } = asking;
  const comments = source.masked.comments.map(({ start, end }) => source.code.slice(start, end));
  const fitting = comments.filter(comment => names.length === 0 || names.some(name => comment.includes(name)));
  const said =
    fitting.length === 0 ? 'No comment in the code says why.' : `The code's comments say: ${tickAll(fitting)}.`;
  const [name] = names;
  const honest = 'What somebody meant by it, rules cannot know.';
  return `${sentence(said)} ${honest}${name === undefined ? '' : `\n\n${about(asking, name)}`}`;
}
