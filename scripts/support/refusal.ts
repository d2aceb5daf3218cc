/** Something the person at the terminal can put right: it is said in one line, without a stack. */
export class Refusal extends Error {}
