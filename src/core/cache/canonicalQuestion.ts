import { questionTokens } from './questionTokens.ts';
import { codeNouns, isVerb, plainOfEd, plainOfIng, plainOfS, synonyms } from './synonyms.ts';

/** A question without what makes no difference. */
export interface CanonicalQuestion {
  /** Equal for two questions that ask the same in other words; every word that could mean something is in it, in its order. */
  readonly meaning: string;
  /** Its own words, without their order and forms: how much alike the wording is. */
  readonly words: readonly string[];
}

/**
 * Brings a question in English into one form. It knows what makes no difference (politeness, articles, forms of a verb, some
 * phrases and synonyms); all that it does not know is taken to mean something, so that no rule is needed for what differs.
 */
export function canonicalQuestion(question: string): CanonicalQuestion {
  if (question.length > longestQuestion) return { meaning: JSON.stringify(['', question]), words: [question] };
  const { text, exact } = questionTokens(question);
  const restore = (word: string): string => (word.startsWith('=') ? `=${exact[Number(word.slice(1))] ?? ''}` : word);
  let canonical = text;
  for (const [phrase, instead] of phrases) {
    canonical = typeof instead === 'string' ? canonical.replace(phrase, instead) : canonical.replace(phrase, instead);
  }
  const meaning = withoutSynonyms(canonical.split(' ').filter(word => word !== '' && word !== ','));
  const words = text.split(' ').filter(word => word !== '' && word !== ',' && !isArticle.test(word));
  return {
    meaning: JSON.stringify(meaning.map(restore)),
    words: [...new Set(words.map(word => restore(plainOfS.get(word) ?? word)))],
  };
}

/** A longer one is taken as it is: it is a text that was pasted, and no two wordings of it are to be expected, characters. */
const longestQuestion = 2_000;

/** Each word as the one that stands for it, unless it may be what the question is about: "a method", "method or function". */
function withoutSynonyms(words: readonly string[]): readonly string[] {
  return words.map((word, at) => {
    const common = synonyms.get(word);
    if (common === undefined || /^an?$/.test(words[at - 1] ?? '')) return word;
    const isContrasted = words.some(other => other !== word && (other === common || synonyms.get(other) === common));
    return isContrasted ? word : common;
  });
}

const isArticle = /^(?:the|a|an|this|that|please)$/;

type Rewriting = readonly [RegExp, string | ((match: string, ...groups: string[]) => string)];

const be = '(?:is|are|was|were)';
const asked = '(?:what|why|how|when|where|which|who)';
const person = '(?:i|we|you|they)';

const plain = (word: string): string => plainOfS.get(word) ?? word;

// after one of these a word with -s is a noun, and its number matters
const verbWithS =
  /(?<= )(?<! (?:the|these|those|which|what|all|any|some|many|no|few|explain|my|our|your|and|or|of|two|three) )[a-z]+s(?= )/g;

/** Rewritings, in their order. Between two words is one blank, and each takes its own blanks along. */
const phrases: readonly Rewriting[] = [
  // politeness, and what introduces a question
  [/^ (?:hi|hello|hey)(?: there)? ,?/, ' '],
  [/ (?:thanks|thank you)(?: in advance| a lot)? ,? ?$/, ' '],
  [/ please(?: ,)?(?= )/, ''],
  [new RegExp(`^ (?:can|could|would|will) you (?=(?:explain|tell|describe|show|help|give|walk)\\b)`), ' '],
  [new RegExp(`^ ${person} (?:want|need|would like|like) to (?:know|understand) `), ' explain '],
  [new RegExp(`^ ${person} (?:do|can) not (?:understand|get) `), ' explain '],
  [/^ (?:can|could|would|will) you(?= )/, ' request'],
  [/^ help me (?:to )?understand /, ' explain '],
  [/^ (?:give|show) me (?:an |the )?explanation (?:of|for) /, ' explain '],
  [/^ (?:tell|describe|explain)(?: to)? me (?:about )?/, ' explain '],
  [/^ describe /, ' explain '],
  [/^ walk me through /, ' explain step by step '],
  [/ step-by-step(?= )/, ' step by step'],
  [/^( explain)( .*?)? ,? ?(?:step by step)(?: ,)?(?= )(.*)$/, '$1$2$3step by step '],
  [/^( .*[^,]) ,? ?step by step ,? ?$/, '$1 step by step '],
  [new RegExp(`^ explain (?=${asked} )`), ' '],
  [new RegExp(`( ${asked}) exactly(?= )`), '$1'],
  [/ (?:actually|basically)(?= )/g, ''],
  [/ regular expression(s?)(?= )/g, (_, many) => (many ? ' regexes' : ' regex')],
  [
    /^( \w+)? (is|are|was|were|do|does|did|can|could|should) (?!that )(\S+(?: (?!that |and |or )\S+)?) not(?= )/,
    '$1 $2 not $3',
  ],
  // a condition in front
  [/^ (?:if|when) ([^,]+) , (?:then )?([^,]+?)(?: ,)? $/, ' $2 if $1 '],
  [/^ what happens(?= )/, ' what happen'],
  [/ happen when(?= )/, ' happen if'],
  // what it is for, what it means, what it does
  [/^ what is (?!the |a )(\S+|(?:this|that) \S+) (?:used )?for(?: ,)? $/, ' what is the purpose of $1 '],
  [/^ what is (the \S+(?: \S+)?) (?:used )?for(?: ,)? $/, ' what is the purpose of $1 '],
  [/^ what is the (?:point|use) of (?=this |the |=)/, ' what is the purpose of '],
  [/^ (?:explain|what is) the meaning of /, ' explain-meaning '],
  [/^ what does (.+) mean(?: ,)? $/, ' explain-meaning $1 '],
  [/^ explain the (?=difference|purpose|reason)/, ' what is the '],
  [/^ what (?:does|do) (.+) do(?: ,)? $/, ' explain $1 '],
  [new RegExp(`^ what ${be} (.+) doing(?: ,)? $`), ' explain $1 '],
  [/^ what ((?!does |do |is |are ).+) does(?: ,)? $/, ' explain $1 '],
  [/^ what (?:does|do) (.+) do (?=here )/, ' explain $1 '],
  [new RegExp(`^ what ${be} (.+) doing (?=here )`), ' explain $1 '],
  [/^ (?:what|which) (.+) (?:do|does) (.+) have(?: ,)? $/, ' what is the $1 of $2 '],
  // what is there
  [new RegExp(`^ which (.+) ${be} there(?: ,)? $`), ' what is $1 '],
  [/^ are there (?!any |no |not |a )/, ' are there any '],
  [
    new RegExp(`^ ${be} there (?:an?|any) (.+?) (?:in|with) ((?:this|the|that) \\S+)(?: ,)? $`),
    ' does $2 have any $1 ',
  ],
  [new RegExp(`^ ${be} there (?:an?|any) `), ' does have any '],
  [/^( (?:does|do)(?: .+)?) (?:have|contain) (?:an?|any) /, '$1 have any '],
  [/^( does .*?have any)(.+)$/, (_, head, tail) => head + tail.replace(/(\w{2,}[^s])s(?=(?: ,)? $)/, '$1')],
  // what will be, what would be, what may be
  [new RegExp(` ${be} ((?:\\S+ ){1,4})going to(?= )`), ' does $1'],
  [new RegExp(`^( ${asked})? (?:will|would)(?= )`), '$1 does'],
  [/^ is it possible (?:that|to|for) /, ' can '],
  [/ (?:has|have|need|needs) to(?= )/, ' must'],
  [/^ does ((?:\S+ ){1,3})must(?= )/, ' must $1'],
  [new RegExp(`^ how (?:do|does|can|could) ${person}(?= )`), ' how-to'],
  // forms of verbs
  [
    new RegExp(` ${be} ((?:\\S+ ){0,4}?)(\\w+ing)(?= )`),
    (match, between, verb) => (plainOfIng.has(verb) ? ` does ${between}${plainOfIng.get(verb) ?? ''}` : match),
  ],
  [/ (?:do|does|did) ((?:\S+ ){1,4})get (\w+ed)(?= )/, ' is $1$2'],
  [
    new RegExp(`^ how ${be} (.+) (\\w+ed) (?:in|by) ((?:(?:this|the|that) )?\\S+)(?: ,)? $`),
    (match, ...groups) => {
      const [what = '', verb = '', who = ''] = groups;
      return plainOfEd.has(verb) ? ` how does ${who} ${plainOfEd.get(verb) ?? ''} ${what} ` : match;
    },
  ],
  [
    new RegExp(`^ why (?:(?:do|does|did) ${person} )?(\\w+) (.+?) (?=(?:instead|in|here|for|with|to|when|if|,) |$)`),
    (match, verb, what) => (isVerb(verb) ? ` why is ${what} ${participle(verb)} ` : match),
  ],
  [new RegExp(`^( (?:${asked})(?: (?!${be} |can |must |should )\\S+){0,3}?) (?:do|does|did)(?= (?!,|$))`), '$1'],
  // which noun belongs to which
  [/ 's(?= )/g, ''],
  [/ the ((?:(?!of )\S+ ){1,3})of (?:the |this |its )?(?!the )([^\s,]+)(?= )/g, ' $2 $1'],
  [/ {2,}/g, ' '],
  [
    / (?!instead|because|out|kind|sort|lots?|most|all|some|none|one|each|both|any|many|few|two|three|much)(\S+) of (?:the |this |its )?(?!the )([^\s,]+)(?= )/g,
    ' $2 $1',
  ],
  // what is pointed at
  [/ (?:this|the) (?:code|snippet|selection)(?: (?:snippet|fragment|block|below|above))?(?= )/g, ' it'],
  [/ this(?= (\S+))/g, (_, noun) => (codeNouns.has(noun) ? '' : ' it')],
  [/ the(?= \S*[^s] )/g, ''],
  [/ (?:(?:in|inside) )?(?:here|(?:in|inside) it)(?: ,)? $/, ' '],
  [verbWithS, word => plain(word)],
];

const participle = (verb: string): string =>
  verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
