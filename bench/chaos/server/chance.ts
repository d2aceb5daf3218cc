/** Printed with every table: the same seed gives the same faults to the same questions, whoever asks. */
export const seed = 20_261_122;

/** A number in [0, 1) that these numbers alone decide: two rounds of MurmurHash3's finaliser a number. */
export function chanceOf(...numbers: readonly number[]): number {
  let mixed = seed;
  for (const number of numbers) mixed = finalised(finalised(mixed ^ number) + 0x9e3779b9);
  return (mixed >>> 0) / 2 ** 32;
}

function finalised(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
