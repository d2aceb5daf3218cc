/** One line of the document: what was looked at, and what was found. */
export interface DoctorLine {
  readonly subject: string;
  readonly text: string;
}

/** Its two parts. */
export const line = (subject: string, text: string): DoctorLine => ({ subject, text });
