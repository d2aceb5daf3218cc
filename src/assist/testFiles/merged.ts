import { atOnce } from '../../core/shared/steps.ts';
import { isBlank, readCodeLines } from '../enclosing/codeLines.ts';
import { containersIn, groupOf, groupsTests, isMember, needsGroup, type Container } from './containers.ts';
import { importEdits, leadingImports } from './importStatements.ts';
import { withEdits, type LineEdit } from './lineEdits.ts';
import { beginsInText, itemsIn, nested, type Item, type Nested } from './topLevel.ts';

/**
 * A test file with the tests of an answer that it does not have yet. They stand at its end, or in its group where they cannot
 * stand outside of one; what they take in from elsewhere goes to where the file does that, each name once. No line of the file is
 * lost. undefined: there is nothing to add, or no place for it.
 */
export function merged(text: string, added: string, language: string): string | undefined {
  const read = (source: string): Nested => nested(atOnce(readCodeLines(source.replace(/\r\n?/g, '\n'), language)));
  const [file, answer] = [read(text), read(added)];
  const { family } = file.code;
  const { imports, end } = family === 'rust' ? { imports: [], end: 0 } : leadingImports(answer.code);
  const known = new Set(file.code.lines.map(nameIn));
  const edits = placed(file, { answer, items: freshItems(answer, { from: end, known }) });
  if (edits === undefined || edits.length === 0) return undefined;
  const whole = `${withEdits(file.code.lines, [...importEdits(file.code, imports), ...edits])
    .join('\n')
    .trimEnd()}\n`;
  return text.includes('\r\n') ? whole.replaceAll('\n', '\r\n') : whole;
}

/** What a line names, whether the body that it begins is on it or below. */
const nameIn = (line = ''): string => line.replace(/\{[\s})\];]*$/, '').trim();

/** An item of the answer, and the head of the group of the file that it belongs to. */
interface Fresh extends Item {
  readonly group?: string;
}

interface Sought {
  readonly from: number;
  /** The lines of the file. */
  readonly known: ReadonlySet<string>;
}

/** What the file does not have; of a group that it has, what is new in it. */
function freshItems(answer: Nested, { from, known }: Sought): readonly Fresh[] {
  const { lines } = answer.code;
  return itemsIn(answer, from, lines.length - 1).flatMap((item): readonly Fresh[] => {
    const head = nameIn(lines[item.head]);
    const group = groupOf(answer, item);
    if (!known.has(head)) return [item];
    if (!group) return [];
    return itemsIn(answer, group.head + 1, group.end - 1)
      .filter(inner => !known.has(nameIn(lines[inner.head])))
      .map(inner => ({ ...inner, group: head }));
  });
}

interface ToPlace {
  readonly answer: Nested;
  readonly items: readonly Fresh[];
}

/** Where each goes; undefined: one has no place. */
function placed(file: Nested, { answer, items }: ToPlace): readonly LineEdit[] | undefined {
  const { family, lines } = file.code;
  const containers = groupsTests(family) ? containersIn(file) : [];
  const byHead = new Map(containers.map(each => [nameIn(lines[each.head]), each]));
  const byContainer = new Map<Container | undefined, Fresh[]>();
  for (const item of items) {
    const own = item.group === undefined ? undefined : byHead.get(item.group);
    const isBare =
      item.group === undefined && isMember(family, answer.code.lines[item.head] ?? '') && !groupOf(answer, item);
    const container = own ?? (isBare ? onlyOf(containers, family) : undefined);
    if (container === undefined && isBare && needsGroup(family)) return undefined;
    const others = byContainer.get(container);
    if (others) others.push(item);
    else byContainer.set(container, [item]);
  }
  return [...byContainer].map(([container, own]) =>
    container ? intoContainer(file, container, texts(answer, own)) : atEnd(file, texts(answer, own)),
  );
}

/** Of several groups of a script none is meant more than another; a file of classes has its tests in the last. */
const onlyOf = (containers: readonly Container[], family: string): Container | undefined =>
  containers.length === 1 || family !== 'script' ? containers.at(-1) : undefined;

/** A line, and whether it may be moved: one that begins within a text may not. */
interface Movable {
  readonly line: string;
  readonly isFixed: boolean;
}

/** Each item at the margin. */
function texts({ code }: Nested, items: readonly Item[]): readonly (readonly Movable[])[] {
  return items.map(({ from, to }) => {
    const own = code.lines
      .slice(from, to + 1)
      .map((line, at) => ({ line: line.trimEnd(), isFixed: beginsInText(code, from + at) }));
    const depth = own
      .filter(({ line, isFixed }) => line !== '' && !isFixed)
      .reduce((least, { line }) => Math.min(least, line.length - line.trimStart().length), Infinity);
    return own.map(({ line, isFixed }) => ({ line: isFixed ? line : line.slice(depth), isFixed }));
  });
}

function intoContainer(file: Nested, { head, end }: Container, items: readonly (readonly Movable[])[]): LineEdit {
  const { family, lines } = file.code;
  const blanks = (line = ''): string => /^[ \t]*/.exec(line)?.[0] ?? '';
  const own = blanks(lines[head]);
  const member = lines.slice(head + 1, end).find(line => !isBlank(line) && blanks(line).length > own.length);
  const indent = member === undefined ? `${own}${family === 'script' ? '  ' : '    '}` : blanks(member);
  const body = items.flatMap((item, at) => [
    ...(at > 0 ? [''] : []),
    ...item.map(({ line, isFixed }) => (isFixed || line === '' ? line : indent + line)),
  ]);
  const isEmpty = member === undefined || isBlank(lines[end - 1]);
  return { at: end, remove: 0, lines: [...(isEmpty ? [] : ['']), ...body] };
}

function atEnd(file: Nested, items: readonly (readonly Movable[])[]): LineEdit {
  const { family, lines } = file.code;
  const last = lines.findLastIndex(line => !isBlank(line));
  const gap = family === 'python' ? ['', ''] : [''];
  const bare = items.map(item => item.map(({ line }) => line));
  if (family === 'rust') {
    const isWhole = bare.length === 1 && bare[0]?.some(line => line.includes('#[cfg(test)]')) === true;
    const inner = bare.flatMap((item, at) => [
      ...(at > 0 ? [''] : []),
      ...item.map(line => (line === '' ? '' : `    ${line}`)),
    ]);
    const wrapped = ['#[cfg(test)]', 'mod tests {', '    use super::*;', '', ...inner, '}'];
    return { at: last + 1, remove: 0, lines: [...(last < 0 ? [] : ['']), ...(isWhole ? bare.flat() : wrapped)] };
  }
  return {
    at: last + 1,
    remove: 0,
    lines: bare.flatMap((item, at) => [...(at === 0 && last < 0 ? [] : gap), ...item]),
  };
}
