import { meantIn, withoutThoughts } from '../../core/thoughts/thoughts.ts';
import { hiddenIn } from '../../core/unicode/hiddenText.ts';

/** What models put before a message, on a line of its own or with the message behind it. */
const leads: readonly RegExp[] = [
  /^(?:sure|certainly|of course|okay|ok|klar|gern)\b[^\n]{0,80}\n+/i,
  /^(?:here|this|below|based|the following|i|suggested|proposed|hier|voici|aquí|ecco)\b[^\n:]{0,160}:[ \t]*(?:\n+|(?=\S))/i,
  /^(?:\*\*|__|#{1,6} +)?(?:(?:suggested|proposed|git|final) )?(?:commit(?: message)?|message|subject|title|commit-nachricht|nachricht)(?:\*\*|__)? ?: ?(?:\*\*|__)?[ \t]*(?:\n+|(?=\S))/i,
];
/** So many may stand before one message, one behind the other. */
const mostLeads = 4;
/** What models say about a message behind it, in a paragraph of its own. */
const remark =
  /^(?:(?:this|the|diese) (?:commit[ -])?(?:message|nachricht)\b|let me know|feel free|would you like|note:|explanation:|\*\*explanation|i (?:chose|used|kept|followed)\b)/i;
const attributions: readonly RegExp[] = [
  /^(?:🤖 ?)?generated (?:with|by)\b/iu,
  /^co-authored-by:[^\n]{0,200}?(?:claude|copilot|gpt|gemini|codex|assistant|model|\bai\b)/i,
];
const isAttribution = (line: string): boolean => attributions.some(each => each.test(line));
const nothing = /^(?:there (?:are|were) )?no (?:changes|differences)\b[^\n]{0,80}$/i;
const startsDiff = /^(?:diff --(?:git|cc) |@@ -\d|-{3} a\/)/;
const gitCommand = /^(?:\$ )?git commit(?: -[a-z]+)* (?:-m|--message)[ =](["'])([^]*)\1\s*$/;

/**
 * The message that an answer holds, without what stands around it: fences, quotation marks, remarks, a diff; and without
 * characters that nobody sees, which would steer a terminal that shows it. '' when it holds none. `history`: messages of earlier commits; who signs there signs here.
 */
export function commitText(answer: string, history: readonly string[] = []): string {
  const isSigned = history.some(message => message.split('\n').some(isAttribution));
  let text = seenOf(withoutThoughts(answer, meantIn([])).slice(0, longestRead));
  for (let [before, times] = ['', 0]; before !== text && times < mostReadings; times += 1) {
    before = text;
    text = readOnce(text, isSigned);
  }
  return text;
}

function seenOf(text: string): string {
  let [seen, from] = ['', 0];
  for (const { character, index } of hiddenIn(text)) {
    seen += text.slice(from, index);
    from = index + character.length;
  }
  return seen + text.slice(from);
}

/** Many times what a message of 800 tokens has, characters. */
const longestRead = 16_000;
/** What is left may again be what stands around a message; so often it is looked at. */
const mostReadings = 6;

function readOnce(answer: string, isSigned: boolean): string {
  let text = plain(withoutThoughts(answer, meantIn([])));
  for (let [before, times] = ['', 0]; before !== text && times < mostLeads; times += 1) {
    before = text;
    text = plain(leads.reduce((rest, lead) => rest.replace(lead, ''), text));
  }
  const paragraphs = withoutRemarks(text.split(/\n[ \t]*(?:\n[ \t]*)+/));
  const lines = paragraphs.join('\n\n').split('\n');
  const own = untilDiff(isSigned ? lines : lines.filter(line => !isAttribution(line.trim())));
  const message = withSubject(own.map(line => line.replace(/^#{1,6}[ \t]+(?=\S)/, '')));
  return nothing.test(message) || !/[\p{L}\p{N}]/u.test(message) ? '' : message;
}

/** The paragraphs before the first remark; a later copy of the first one is a remark as well. */
function withoutRemarks([subject = '', ...rest]: readonly string[]): readonly string[] {
  const end = rest.findIndex(paragraph => remark.test(paragraph.trim()) || paragraph.trim() === subject.trim());
  return [subject, ...(end < 0 ? rest : rest.slice(0, end))];
}

function untilDiff(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex(line => startsDiff.test(line) || /^[`~]{3,}(?:diff|patch)\b/.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

const plain = (text: string): string => unmarked(unquoted(inFence(text.replace(/\r\n?/g, '\n').trim())));

/** What stands in the only block of a text that has nothing but remarks beside it. */
function inFence(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex(line => /^\s*(?:`{3,}|~{3,})/.test(line));
  const mark = /`{3,}|~{3,}/.exec(lines[first] ?? '')?.[0];
  if (mark === undefined || /^\s*[`~]{3,}(?:diff|patch)\b/.test(lines[first] ?? '')) return text;
  const last = lines.findIndex((line, at) => at > first && line.trim().startsWith(mark));
  const isMessage = first === 0 || (first <= 3 && /[:.!]$/.test(lines.slice(0, first).join('\n').trimEnd()));
  return last < 0 || !isMessage
    ? text
    : lines
        .slice(first + 1, last)
        .join('\n')
        .trim();
}

const pairs = ['""', "''", '``', '“”', '„“', '‘’', '«»'];

function unquoted(text: string): string {
  const [, , command] = gitCommand.exec(text) ?? [];
  if (command !== undefined) return command.trim();
  const pair = pairs.find(each => text.length > 1 && text.startsWith(each.charAt(0)) && text.endsWith(each.charAt(1)));
  if (pair === undefined) return text;
  const inner = text.slice(1, -1);
  return inner.includes(pair.charAt(0)) || inner.includes(pair.charAt(1)) ? text : inner.trim();
}

/** A first line in bold or as a heading is one in plain text. */
function unmarked(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const [, , bold] = /^(\*\*|__)(.+)\1$/.exec(first) ?? [];
  return [bold !== undefined && !/\*\*|__/.test(bold) ? bold : first, ...rest].join('\n');
}

/** So wide the lines of a body are at most, as Git's own documentation has it. */
const widthOfBody = 72;

/** A first line, and behind an empty one the rest, its lines broken at blanks. Git takes a line that begins with # for a comment. */
function withSubject(lines: readonly string[]): string {
  const [subject = '', ...rest] = lines.map(line => line.trimEnd());
  const body = rest.map(line => (/^#\d/.test(line) ? `Refs ${line}` : line)).flatMap(wrapped);
  const text = body
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? subject.trim() : `${subject.trim()}\n\n${text}`;
}

/** What belongs to a list goes on below its words; what has no blank is not broken. */
function wrapped(line: string): readonly string[] {
  if (line.length <= widthOfBody || /^(?: {4}|\t|[\w-]+: )/.test(line)) return [line];
  const indent = ' '.repeat((/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/.exec(line)?.[0] ?? '').length);
  const out: string[] = [];
  let at = '';
  for (const word of line.split(' ')) {
    if (at.trim() !== '' && at.length + 1 + word.length > widthOfBody) {
      out.push(at);
      at = indent + word;
    } else at = at === '' && out.length === 0 ? word : `${at} ${word}`;
  }
  return [...out, at];
}
