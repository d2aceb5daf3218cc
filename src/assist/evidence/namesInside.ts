/** What a language service says a file declares, as far as it is needed here. */
export interface DeclaredName {
  readonly name: string;
  /** A type, a function or the like: keys and texts of a file may hold anything. */
  readonly isDeclaration: boolean;
  readonly children: readonly DeclaredName[];
}

/** So many names of a file are told, with as many of each what it holds. */
const mostNames = 12;
const mostInside = 8;
/** A longer name is none: language services also call a test by its whole sentence. */
const longestName = 60;

/** What a file declares, in a line: 'Tax (of, rate), round'; '': nothing that is known. */
export function namesInside(symbols: readonly DeclaredName[]): string {
  const names = (all: readonly DeclaredName[], most: number): readonly DeclaredName[] =>
    all
      .filter(({ name, isDeclaration }) => isDeclaration && name.trim() !== '' && name.length <= longestName)
      .slice(0, most);
  return names(symbols, mostNames)
    .map(({ name, children }) => {
      const inside = names(children, mostInside).map(child => child.name);
      return inside.length === 0 ? name : `${name} (${inside.join(', ')})`;
    })
    .join(', ');
}
