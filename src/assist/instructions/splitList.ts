/**
 * The parts of a list between its commas, but for commas in braces, brackets or quotation marks: `{a,b}/*.ts, c` are two.
 * What opens and never closes holds all that follows. Linear.
 */
export function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && text.slice(from, at).trim() === '') quote = character;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth = Math.max(0, depth - 1);
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map(part => part.trim()).filter(part => part !== '');
}
