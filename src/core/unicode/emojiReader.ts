/** Emoji with their colour and their joiners (UTS #51), keycaps, flags of regions. */
const emojiSequence =
  /\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,4}\u{E007F}|[#*0-9]\uFE0F\u20E3|\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?)*/gu;

/** Finds the emoji of a text, each once. */
export class EmojiReader {
  readonly #sequences: RegExpStringIterator<RegExpExecArray>;
  #start = 0;
  #end = 0;

  constructor(text: string) {
    this.#sequences = text.matchAll(emojiSequence);
  }

  /** Is it a part of an emoji? To be asked from the text's start to its end. */
  reaches(index: number): boolean {
    while (this.#end <= index) {
      const { value } = this.#sequences.next();
      this.#start = value?.index ?? Infinity;
      this.#end = value ? value.index + value[0].length : Infinity;
    }
    return this.#start <= index;
  }
}
