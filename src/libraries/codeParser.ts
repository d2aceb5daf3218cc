import type { Parse } from '../core/confidence/reading/parse.ts';
import { parse as parseHere } from './parseCode.ts';
import { grammarOf } from './treeSitter/grammars.ts';
import type { TreeParser, TreeParserParts } from './treeSitter/treeParser.ts';

/** Parses by our own parsers, and by those of VS Code what ours do not know. */
export class CodeParser {
  readonly #parts: TreeParserParts;
  #others: Promise<TreeParser> | undefined;

  constructor(parts: TreeParserParts) {
    this.#parts = parts;
  }

  readonly parse: Parse = async (language, code) => {
    if (grammarOf(language) === undefined) return parseHere(language, code);
    this.#others ??= import('./treeSitter/treeParser.ts').then(({ TreeParser }) => new TreeParser(this.#parts));
    return (await this.#others).parse(language, code);
  };

  dispose(): void {
    void this.#others?.then(others => others.dispose());
  }
}
