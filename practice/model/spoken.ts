/** An answer, whatever wire it goes out on. */
export interface Spoken {
  /** '' when the model does not think aloud. */
  readonly thinking: string;
  readonly text: string;
  readonly finish: 'stop' | 'length' | 'refused';
}
