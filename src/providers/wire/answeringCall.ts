/** The call of the one tool whose input is the answer, where a form is asked for by a tool that must be called. */
export class AnsweringCall {
  readonly #name: string | undefined;
  #input: string | undefined;
  #isOpen = false;

  /** `name`: what the tool is called; undefined: none is offered. */
  constructor(name: string | undefined) {
    this.#name = name;
  }

  /** What it was called with so far; nothing is an empty object (pipecat-ai/pipecat#409). undefined: it was not called. */
  get input(): string | undefined {
    return this.#input === '' ? '{}' : this.#input;
  }

  /** Does what comes now belong to it? */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  isAnswering(name: string): boolean {
    return this.#name !== undefined && name === this.#name;
  }

  /** A call begins; false: it is none of this tool, or a second one, which says the same again. */
  begin(name: string): boolean {
    this.#isOpen = this.isAnswering(name) && this.#input === undefined;
    if (this.#isOpen) this.#input = '';
    return this.#isOpen;
  }

  add(piece: string): void {
    this.#input = (this.#input ?? '') + piece;
  }
}

/** What a call was given all at once; '': nothing, or it comes in pieces. Some gateways write the object as a text. */
export function wholeInput(input: unknown): string {
  if (typeof input === 'string') return input;
  const isEmpty = typeof input !== 'object' || input === null || Object.keys(input).length === 0;
  return isEmpty ? '' : JSON.stringify(input);
}
