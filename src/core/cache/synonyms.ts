/** Words that do the same duty in a programmer's question, each with the one that stands for it. Opposites are never here. */
export const synonyms: ReadonlyMap<string, string> = new Map(
  [
    'function method routine procedure subroutine',
    'functions methods routines procedures subroutines',
    'bug error defect mistake',
    'bugs errors defects mistakes',
    'problem issue',
    'problems issues',
    'parameter argument param arg',
    'parameters arguments params args',
    'regex regexp',
    'regexes regexps',
    'change modify alter mutate',
    'make create',
    'call invoke',
    'called invoked',
    'run execute',
    'executed ran',
    'need require',
    'needed required',
    'happen occur',
    'have contain',
    'use utilize utilise',
    'used utilized utilised',
    'folder directory',
    'config configuration',
    'int integer',
    'bool boolean',
    'dict dictionary',
    'app application',
    'docs documentation',
    'db database',
    'fast quick',
    'faster quicker',
    'start begin',
    'initialize initialise init',
    'serialize serialise',
    'what which',
    'can could may might',
    'be is are was were am been',
    'do does did',
    'i we you they',
  ].flatMap(line => {
    const [first = '', ...others] = line.split(' ');
    return others.map((other): [string, string] => [other, first]);
  }),
);

/** Verbs whose forms with -s and, after a form of "be", with -ing mean what the plain one means. */
const verbs = [
  'accept add affect allow append apply assume avoid await belong block break build bypass cache calculate call cancel',
  'cast catch cause change check clear clone close come compare compile compute consume contain convert copy count crash',
  'create deadlock decode define delete depend deserialize detect do drop emit encode end enter evaluate execute exist',
  'exit expect explain export extend fail fall fetch fill filter find fire flush follow forget format free generate get',
  'give go handle hang happen hash help hold ignore implement import improve include increase infer inherit initialize',
  'insert iterate join jump keep know leak learn leave let listen load lock log look loop lose make map match matter mean',
  'measure merge miss modify mutate need normalize notify occur open optimize overflow overwrite own parse pass pause pick',
  'poll pop print process produce protect prove push put raise reach read receive recurse register reject release rely',
  'remain remove rename render repeat replace represent require reset resolve resume retry return reuse run save scale',
  'scan search select send serialize set share show skip sleep sort spawn split start stay stop store subscribe succeed',
  'support swallow sync take terminate test throw time touch transform trigger try turn update use validate wait warn',
  'work wrap write yield',
].flatMap(line => line.split(' '));

/** The plain form of "calls", "passes", "tries". */
export const plainOfS: ReadonlyMap<string, string> = new Map(verbs.map(verb => [withS(verb), verb]));

/** The plain form of "calling", "making", "getting". */
export const plainOfIng: ReadonlyMap<string, string> = new Map(
  verbs.flatMap(verb => withIng(verb).map((form): [string, string] => [form, verb])),
);

/** The plain form of "called", "used", for verbs that are regular. */
export const plainOfEd: ReadonlyMap<string, string> = new Map(
  verbs.flatMap(verb => withIng(verb).map((form): [string, string] => [`${form.slice(0, -3)}ed`, verb])),
);

/** Is this one of the verbs, in its plain form? */
export const isVerb = (word: string): boolean => plainVerbs.has(word);

const plainVerbs: ReadonlySet<string> = new Set(verbs);

/** What "this" and "the" stand before, so that "this" is no word of its own there. */
export const codeNouns: ReadonlySet<string> = new Set(
  [
    'algorithm argument array assertion assignment block body branch call callback case cast catch check class clause',
    'closure command comment comparison component condition config constant constructor context declaration decorator',
    'default definition dependency enum error event exception expression field file flag function generator generic guard',
    'handler helper hook if import index interface iterator key lambda library line list literal lock loop macro map',
    'message method module name namespace number object operator option package parameter part parser pattern pipeline',
    'pointer procedure program promise property query queue regex regexp request response result return routine script',
    'section selector server set setting signature statement step string struct switch symbol table template test thread',
    'timeout token trait try type union value variable version warning while',
  ].flatMap(line => line.split(' ').flatMap(noun => [noun, withS(noun)])),
);

/** Words that may begin a sentence and are no names, so that their capital means nothing. */
export const openers: ReadonlySet<string> = new Set(
  [
    'what which why how when where who whose whom is are was were am be been do does did can could may might shall should',
    'will would must has have had if while whether unless until after before because since as and or but so then also',
    'ca wo the a an this that these those it its there here i we you they one my our your he she in on at to from for with by',
    'without of not no never none nothing nobody all any some each every both neither only just please hi hello hey ok',
    'cannot thanks thank explain describe tell give show walk help summarize compare list let lets name',
  ].flatMap(line => line.split(' ')),
);

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function withIng(verb: string): readonly string[] {
  if (/[^eo]e$/.test(verb)) return [`${verb.slice(0, -1)}ing`];
  return [`${verb}ing`, `${verb}${verb.at(-1) ?? ''}ing`];
}
