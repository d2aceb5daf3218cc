import { familyOf } from '../../core/confidence/reading/languages.ts';
import type { Steps } from '../../core/shared/steps.ts';
import { readCodeLines, type CodeLines } from '../enclosing/codeLines.ts';
import { accessSections } from './accessSections.ts';
import type { Declaration, DeclaredFile, DeclaredSymbol } from './declared.ts';
import { declarationIn, type Between } from './declarationIn.ts';
import { docStyleOf, type DocStyle } from './docStyle.ts';
import { goGroups, type GoGroups } from './goGroups.ts';
import { isCommented } from './isCommented.ts';
import { holdsMembers, isListed } from './isListed.ts';
import { isPublic, type KnownAround } from './isPublic.ts';
import { publicNames } from './publicNames.ts';

/** A public declaration that no comment documents. Lines are 0-based, inclusive. */
export interface Undocumented {
  readonly name: string;
  readonly kind: string;
  /** Where its name stands. */
  readonly nameLine: number;
  /** Whole lines: with what belongs to it, above it. */
  readonly first: number;
  readonly last: number;
}

/** Others may run after so many declarations. */
const atATime = 100;
/** Deeper in one another nothing is declared that others use. */
const deepest = 20;

interface Walk {
  readonly code: CodeLines;
  readonly style: DocStyle;
  readonly groups: GoGroups;
  readonly leading: Map<number, number>;
  readonly around: Omit<KnownAround, 'sections'>;
  readonly found: Undocumented[];
  /** Heads that were looked at: one comment serves all that is declared in a line, or in a group. */
  readonly heads: Set<number>;
  count: number;
}

/** The public declarations of a file that have no comment which documents them, from above. */
export function* undocumented({ text, language, symbols }: DeclaredFile): Steps<readonly Undocumented[]> {
  const code = yield* readCodeLines(text.replaceAll('\r\n', '\n'), language);
  const hidden = new Set<string>();
  const walk: Walk = {
    code,
    style: docStyleOf(language),
    groups: goGroups(code),
    leading: new Map(),
    around: { family: familyOf(language) ?? '', names: publicNames(code), hidden },
    found: [],
    heads: new Set(),
    count: 0,
  };
  yield;
  if (code.family === 'rust') yield* hideTypes(walk, symbols, hidden);
  yield* look(walk, symbols, undefined);
  return walk.found.sort((one, other) => one.first - other.first);
}

/** Those of a module whose types nobody else sees are not seen either. */
function* hideTypes(walk: Walk, symbols: readonly DeclaredSymbol[], hidden: Set<string>): Steps<void> {
  for (const { symbol, between } of inOrder(symbols)) {
    if (++walk.count % atATime === 0) yield;
    if (!['Struct', 'Enum', 'Interface'].includes(symbol.kind)) continue;
    const declaration = declarationIn(walk.code, symbol, { ...walk, container: undefined, between });
    if (declaration && !isPublic(declaration, { ...walk.around, sections: undefined })) hidden.add(symbol.name);
  }
}

function* look(walk: Walk, symbols: readonly DeclaredSymbol[], container: Declaration | undefined): Steps<void> {
  const { code, style, found, heads } = walk;
  const around = { ...walk.around, sections: container && accessSections(code, container) };
  const seen = new Set<string>();
  for (const { symbol, between } of inOrder(symbols)) {
    if (++walk.count % atATime === 0) yield;
    const declaration = declarationIn(code, symbol, { ...walk, container, between });
    if (!declaration || heads.has(declaration.head) || !isPublic(declaration, around)) continue;
    heads.add(declaration.head);
    const isOther = code.family !== 'script' || !seen.has(symbol.name); // overloads: the first one is documented
    seen.add(symbol.name);
    if (isOther && isListed(declaration, code) && !isCommented(code, declaration, style))
      found.push(undocumentedOf(declaration));
    if (holdsMembers(declaration, code.family) && depthOf(declaration) < deepest)
      yield* look(walk, symbol.children, declaration);
  }
}

/** From above, each with the lines of its neighbours. */
function inOrder(symbols: readonly DeclaredSymbol[]): readonly { symbol: DeclaredSymbol; between: Between }[] {
  const sorted = [...symbols].sort((one, other) => one.nameLine - other.nameLine);
  let line = -1;
  let above: number | undefined;
  return sorted.map((symbol, at) => {
    if (symbol.nameLine > line) [above, line] = [line < 0 ? undefined : line, symbol.nameLine];
    return { symbol, between: { above, below: sorted[at + 1]?.nameLine } };
  });
}

const undocumentedOf = ({ symbol: { name, kind, nameLine }, first, last }: Declaration): Undocumented => ({
  name,
  kind,
  nameLine,
  first,
  last,
});

function depthOf({ container }: Declaration): number {
  let depth = 0;
  for (let around = container; around; around = around.container) depth += 1;
  return depth;
}
