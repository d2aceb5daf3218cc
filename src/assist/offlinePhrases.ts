/** The sentences of answers without a model; the editor translates them. What files and services say is never put into them raw. */
export interface OfflinePhrases {
  /** Said first. */
  readonly noModel: string;
  /** That a question in words is therefore still open. */
  readonly questionOpen: string;
  readonly nothingKnown: string;
  /** How the draft below is used, and that nothing is applied by itself. */
  readonly draft: string;
  readonly place: (file: string, startLine: number, endLine: number) => string;
  /** How much code it is, where not even its place is known. */
  readonly extent: (lines: number, language: string) => string;
  readonly symbol: (kind: string, name: string) => string;
  readonly line: (line: number) => string;
  readonly more: (count: number) => string;
  readonly explain: ExplainPhrases;
  readonly fix: FixPhrases;
  readonly docs: DocsPhrases;
  readonly tests: TestsPhrases;
  readonly commit: CommitPhrases;
  readonly review: ReviewPhrases;
  readonly rename: RenamePhrases;
}

interface ExplainPhrases {
  readonly signature: string;
  readonly members: string;
  /** What is declared in a function. */
  readonly locals: string;
  /** The lines of a file that are in no function. */
  readonly outermost: string;
  readonly libraries: (names: string) => string;
  readonly problems: string;
  readonly uses: (count: number) => string;
  readonly callers: string;
  readonly callees: string;
  readonly shape: string;
  readonly comment: string;
  readonly lines: (count: number) => string;
  readonly branches: (count: number) => string;
  readonly loops: (count: number) => string;
  readonly depth: (count: number) => string;
  readonly returns: (count: number) => string;
  readonly raises: (names: string) => string;
  readonly waits: (count: number) => string;
}

interface FixPhrases {
  readonly noProblems: string;
  readonly noFixes: string;
  readonly preferred: string;
  /** It hides the problem and does not mend it. */
  readonly silences: string;
  /** Which of them the draft is. */
  readonly drafted: (title: string) => string;
  /** How the others are had. */
  readonly others: string;
}

interface DocsPhrases {
  readonly skeleton: string;
  readonly noDeclaration: string;
  readonly hasComment: string;
  readonly notNamed: (names: string) => string;
}

interface TestsPhrases {
  readonly skeleton: (file: string, framework: string) => string;
  readonly addition: (file: string, framework: string) => string;
  /** No framework is known in the project: this one is assumed. */
  readonly assumed: (framework: string) => string;
  readonly notExported: (name: string) => string;
  readonly noSkeleton: (language: string) => string;
  readonly noDeclaration: string;
}

interface CommitPhrases {
  readonly message: string;
  readonly counts: (files: number, added: number, removed: number) => string;
  readonly kind: (kind: string) => string;
  readonly kindUnknown: string;
  readonly noChange: string;
}

interface ReviewPhrases {
  readonly problems: string;
  readonly noProblems: string;
  readonly measures: string;
  readonly noMeasures: string;
  readonly notJudged: string;
  readonly long: (name: string, lines: number) => string;
  readonly deep: (name: string, depth: number) => string;
  readonly manyParameters: (name: string, count: number) => string;
  readonly mark: (mark: string) => string;
  readonly debugging: (text: string) => string;
  readonly emptyHandler: string;
  readonly conflict: string;
  readonly large: (file: string, lines: number) => string;
  readonly binary: (file: string) => string;
  readonly noTests: string;
}

interface RenamePhrases {
  readonly isOdd: (name: string, style: string) => string;
  readonly fits: (name: string) => string;
  readonly cannot: string;
  readonly reason: (style: string, count: number) => string;
}
