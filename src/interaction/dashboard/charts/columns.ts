/** What is known of each column: a series that is drawn, or, without a look, one that stands in table and words alone. */
export interface Column {
  readonly name: string;
  readonly look: number | undefined;
  /** One a column; null: nothing is known. */
  readonly values: readonly (number | null)[];
}

/** What a cell says of which nothing is known. */
export const unknownCell = '–';

/** The same columns as sentences ('Nov 24: Claude 3, GPT 1') and as rows of a table. */
export function columnWords(
  columns: readonly Column[],
  labels: readonly string[],
  text: (value: number, name: string) => string,
): { readonly readouts: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const cell = ({ name, values }: Column, at: number): string => {
    const value = values[at] ?? null;
    return value === null ? unknownCell : text(value, name);
  };
  return {
    readouts: labels.map((label, at) => {
      const told = columns.filter(({ values }) => (values[at] ?? 0) !== 0);
      return [label, ...told.map(column => `${column.name} ${cell(column, at)}`)].join(' · ');
    }),
    rows: labels.map((label, at) => [label, ...columns.map(column => cell(column, at))]),
  };
}
