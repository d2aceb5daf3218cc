/** A reason not to ask at all, in the user's words. */
export class CannotAsk extends Error {
  override readonly name = 'Refusal';
}
