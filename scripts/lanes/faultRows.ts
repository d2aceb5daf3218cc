/** How each row of the fault matrix fared, by the names of its tests: 'F51 504: what must happen (openai)'. */
export class FaultRows {
  readonly #passed = new Set<string>();
  readonly #failed = new Set<string>();
  readonly #wires = new Map<string, Set<string>>();
  readonly #pending = new Map<string, string>();

  /** Takes one test's end: true passed, false failed, a text why it is pending. Names that are no row's are passed over. */
  note(name: string, end: boolean | string): void {
    const [, row = '', wire = 'no wire'] = /^(F\d+)[ :].*?(?:\((openai|anthropic|local)\))?$/.exec(name) ?? [];
    if (row === '') return;
    if (end === false) this.#failed.add(row);
    else if (end === true) this.#pass(row, wire);
    else this.#pending.set(withoutWire(name), end);
  }

  /** 'N of N fault rows pass'. */
  get words(): string {
    const rows = new Set([...this.#passed, ...this.#failed]);
    return `${rows.size - this.#failed.size} of ${rows.size} fault rows pass, ${this.#pending.size} cases pending`;
  }

  /** The pending cases by number and reason, and how many rows were played on each wire. */
  told(): readonly string[] {
    const wires = [...this.#wires].map(([wire, rows]) => `${rows.size} on ${wire}`);
    const pending = [...this.#pending].toSorted(byNumber).map(([name, reason]) => `  pending ${name}\n    ${reason}`);
    return [...pending, `rows played: ${wires.toSorted().join(', ')}`, this.words];
  }

  #pass(row: string, wire: string): void {
    this.#passed.add(row);
    this.#wires.set(wire, (this.#wires.get(wire) ?? new Set()).add(row));
  }
}

const withoutWire = (name: string): string => name.replace(/ \((?:openai|anthropic|local)\)$/, '');

const byNumber = ([one]: readonly [string, string], [other]: readonly [string, string]): number =>
  Number.parseInt(one.slice(1), 10) - Number.parseInt(other.slice(1), 10);
