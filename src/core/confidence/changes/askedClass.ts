/**
 * What an instruction asks for that leaves the rest of the code as it is: comments, another layout, another name, logging, types.
 */
export type AskedClass = 'comments' | 'layout' | 'names' | 'logging' | 'types';

/** A longer instruction asks for more than one thing, most likely. */
const longest = 120;

/**
 * The class of an instruction that asks for one thing only, by its first verb, in English and German; undefined: none of these,
 * or more than one thing. It is careful: what is not understood has no class.
 */
export function askedClass(instruction: string): AskedClass | undefined {
  const asked = instruction
    .trim()
    .toLowerCase()
    .replace(/^(?:please|bitte) /, '')
    .replace(/[.!]$/, '');
  if (asked === '' || asked.length > longest || severalThings.test(asked)) return undefined;
  return classes.find(([, pattern]) => pattern.test(asked))?.[0];
}

const severalThings = /[,;:.!?\n]\s|\n|\b(?:and|then|also|but|plus|while|und|dann|auch|aber)\b/;

const classes: readonly (readonly [AskedClass, RegExp])[] = [
  [
    'logging',
    /^(?:add|insert|put|include|füge)(?: \S+){0,4} (?:logging|logs|log (?:lines?|messages?|calls?|statements?|output)|tracing|traces|print statements?)\b/,
  ],
  ['types', /^(?:add|annotate|give|include|ergänze|füge)(?: \S+){0,4} (?:types?|typings?|typen)\b(?! (?:guard|check))/],
  [
    'comments',
    /^(?:add|insert|put|write|include|improve|update|translate|expand|fix|füge|ergänze|schreibe|verbessere|übersetze)(?: \S+){0,3} (?:comments?|docstrings?|documentation|jsdoc|tsdoc|javadoc|kommentare?)\b/,
  ],
  ['comments', /^(?:comment|document|kommentiere|dokumentiere) /],
  ['layout', /^(?:re-?format|re-?indent|prettify|beautify|formatiere)(?: |$)/],
  [
    'layout',
    /^(?:format|formatieren)(?: (?:this|that|it|(?:the |this )?(?:code|selection|file|function|query|document)))?$/,
  ],
  ['names', /^(?:rename|nenne|benenne) /],
];
