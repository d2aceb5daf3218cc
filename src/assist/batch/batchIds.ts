import { fingerprint } from '../../core/model/fingerprint.ts';

/** Letters and digits of an id: short enough to be copied without a fault, long enough that few items share one. */
const length = 3;

/**
 * A short name for each of these texts, by which its answer is found again. Made of the text and not of its place: numbers in a row are
 * counted on where one is missing, and moved by one (getzep/graphiti#965). The same texts have the same ids, so the same batch is the
 * same question.
 */
export function batchIds(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map(text => {
    let id = idOf(text);
    for (let more = 1; taken.has(id); more += 1) id = idOf(`${text}\n${more}`);
    taken.add(id);
    return id;
  });
}

/** Begins with a letter, so that no reader of JSON or of lists takes it for a number; the ends of the print differ most. */
const idOf = (text: string): string => {
  const print = fingerprint(text).slice(-length);
  return (letters[parseInt(print.charAt(0), 36) % letters.length] ?? 'k') + print.slice(1);
};

/** Without those that are easily taken for each other. */
const letters = 'abcdefghkmnpqrstuvwxyz';
