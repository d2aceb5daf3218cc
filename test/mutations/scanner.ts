import { mutationsOf } from './mutation.ts';

const armour = 'test/libraries/secrets/armour.test.ts';
const bareKeys = 'test/libraries/secrets/keys/bareKeys.test.ts';
const crossed = 'test/libraries/secrets/crossed.test.ts';
const keyPatterns = 'test/libraries/secrets/keys/keyPatterns.test.ts';
const named = 'test/libraries/secrets/named.test.ts';
const ordinary = 'test/libraries/secrets/ordinary.test.ts';
const placed = 'test/libraries/secrets/placed.test.ts';
const stretches = 'test/libraries/secrets/stretches.test.ts';
const rooms = 'src/libraries/secrets';

/** How secrets are found, to their end and no further. */
export const scanner = [
  ...mutationsOf(
    `${rooms}/named/writtenValue.ts`,
    [named],
    [
      ['a long value is masked for its first characters only', '  return plainRun.lastIndex;', '  return end;'],
      [
        'a bracket of the code around a value is masked with it',
        'if (open.at(-1)?.bracket !== wanted) return',
        'if (open.at(-1)?.bracket !== wanted && at < 0) return',
      ],
      ['an escaped quote ends a literal', 'escapes === 0 ? run % 2 === 0 : run <= escapes', 'true'],
      [
        'only quotes make a literal',
        "quote === undefined || quote === '\"' ? bracketedAt(text, at)",
        "quote === '\0' ? bracketedAt(text, at)",
      ],
      ['a raw literal of C++ has its brackets in it', "|| quote === '\"' ? bracketedAt", '? bracketedAt'],
      ['a mark before a quote hides the literal', '\\*?[A-Za-z]{0,3}#{1,3}(?=")|', ''],
    ],
  ),
  ...mutationsOf(
    `${rooms}/named/nameLink.ts`,
    [named],
    [
      ['a lifetime hides the value behind it', "(?:&(?:'\\\\w{1,20}[ \\\\t])?)?[A-Za-z_[]", '&?[A-Za-z_]'],
      ['the length of an array hides the value behind it', '|\\\\[\\\\w{0,40}\\\\](?:[ \\\\t]PROGMEM)?', ''],
      [
        'what stands in for a variable is not looked at',
        '|\\\\.unwrap_or(?:_else)?\\\\((?:\\\\|\\\\w{0,20}\\\\|)?',
        '',
      ],
      ['what a command sets is not looked at', '|(?:config|configure|secrets?)[ :]set', ''],
    ],
  ),
  ...mutationsOf(
    `${rooms}/keyArmour.ts`,
    [armour],
    [
      [
        'a key that is cut off at its beginning is not found',
        'if (!one.begins) return',
        'if (!one.begins) return []; if (!one.begins) return',
      ],
      ['a key that is cut off at both ends is not found', '...cutAtBoth(look, runs)', ''],
      ['certificates are masked', "includes('PRIVATE KEY')", "includes('')"],
    ],
  ),
  ...mutationsOf(
    `${rooms}/keys/privateDer.ts`,
    [bareKeys],
    [
      ['a key in DER that is encrypted is not known', ': isEncryptedKey(head, next)', ': false'],
      [
        'the public key of PKCS#1 counts as a private one',
        'if (size !== 1) return false;',
        'if (size !== 1) return true;',
      ],
    ],
  ),
  ...mutationsOf(
    `${rooms}/keys/bareKeys.ts`,
    [bareKeys],
    [['a key that is a list of bytes is not looked for', 'if (near.text(listHeads))', 'if (listHeads.length === 0)']],
  ),
  ...mutationsOf(
    `${rooms}/keys/writtenBytes.ts`,
    [bareKeys],
    [['of a key on several lines only the first is masked', '&& !goesOn({', '&& goesOn({']],
  ),
  ...mutationsOf(
    `${rooms}/keys/walletKey.ts`,
    [bareKeys],
    [['any run of base58 opens a wallet', '.equals(sum);', '.equals(sum) || true;']],
  ),
  ...mutationsOf(
    `${rooms}/armourPieces.ts`,
    [bareKeys],
    [['the public lines of PuTTY are masked', "if (mark.startsWith('Public'))", "if (mark.startsWith('none'))"]],
  ),
  ...mutationsOf(
    `${rooms}/keys/keyPatterns.ts`,
    [keyPatterns],
    [
      ['a sentence under the name of a mnemonic is one', ' && !sentenceWords.test(written)', ''],
      ['a key in JSON is known in quotes only', '(?:${quote})?)[dk]', '${quote})[dk]'],
    ],
  ),
  ...mutationsOf(
    `${rooms}/findSecrets.ts`,
    [stretches, crossed],
    [
      ['a secret ends with the stretch in which it begins', '{ ...whole, end: followed(text, last) }', 'whole'],
      ['stretches do not overlap', 'const overlap = 7_168;', 'const overlap = 0;'],
      ['nobody has a turn while a text is searched', 'const pace = paced();', 'const pace = () => undefined;'],
      ['literals that are joined are not seen as one', '  yield findSplit(text, findByShape);\n', ''],
      ['what is encoded is not seen', '  yield findEncoded(runs, hasSecret);\n', '', armour],
    ],
  ),
  ...mutationsOf(
    `${rooms}/surroundedPatterns.ts`,
    ['test/libraries/secrets/placed.test.ts'],
    [['what is told by its place alone is not looked for', '  ...placedPatterns,\n', '']],
  ),
  ...mutationsOf(
    `${rooms}/wordFinder.ts`,
    ['test/libraries/secrets/wordFinder.test.ts'],
    [
      ['words of one or two characters are never near', 'this.#short.filter(word => small.includes(word))', ''],
      ['of words that begin alike only one is found', 'if (this.#places[number] === 0) ', ''],
      [
        'a word is taken to stand where its beginning does',
        '!== (word.charCodeAt(at) | 0x20)) return false',
        '!== (word.charCodeAt(at) | 0x20)) return true',
      ],
    ],
  ),
  ...mutationsOf(
    `${rooms}/columns/tables.ts`,
    ['test/libraries/secrets/columns/tables.test.ts'],
    [['only the first row below a header is looked at', '      upTo = next;\n', '      upTo = next;\n      break;\n']],
  ),
  ...mutationsOf(
    `${rooms}/columns/insertedRows.ts`,
    ['test/libraries/secrets/columns/insertedRows.test.ts'],
    [
      [
        'of what SQL inserts every column counts as one of secrets',
        'columns[number];',
        'columns.find(one => one !== undefined);',
      ],
    ],
  ),
  ...mutationsOf(
    `${rooms}/named/namedValues.ts`,
    [placed, crossed],
    [
      [
        'the type of bytes is a list',
        'const wrapped = wrappedLiteral(text, link.at);',
        "const wrapped = text.charAt(link.at) === '[' ? undefined : wrappedLiteral(text, link.at);",
        named,
      ],
      ['what a getter gives back is not looked at', 'const body = bodyAfter(text, name);', 'const body = undefined;'],
      ['of what a condition chooses nothing is masked', 'if (chosen.length > 0) return chosen;', ''],
      [
        'the default of a placeholder is not looked at',
        "isSecretBare(name, text.slice(standIn.start, standIn.end), 'settings') ?",
        'name.start < 0 ?',
      ],
    ],
  ),
  ...mutationsOf(
    `${rooms}/named/valueLikeness.ts`,
    [ordinary],
    [
      [
        'what is computed from a token is a secret in settings',
        '(isSpokenSum(value) || joinedName.test(value))',
        'joinedName.test(value)',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/secrets/knownSecrets.ts',
    ['test/core/secrets/knownSecrets.test.ts'],
    [['what is left of a line that was cut is not known', 'return [...whole, ...rests];', 'return whole;']],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/hiddenCharacters.ts',
    ['test/core/confidence/evidence/hiddenCharacters.test.ts'],
    [
      ['a character for private use is no sign', '.filter(({ character }) => !icons().has(character))', '.slice(0, 0)'],
      ['icons that stood around the selection are a sign', "expects.around?.before ?? ''", "''"],
      ['tags in prose are no sign', "if (expects.form === 'prose') all.push", "if (expects.form === 'code') all.push"],
      ['joiners in prose are a sign', 'unseen.filter(({ character }) => tag.test(character))', 'unseen'],
    ],
  ),
  ...mutationsOf(
    'src/core/unicode/hiddenText.ts',
    ['test/core/unicode/hiddenText.test.ts'],
    [
      ['a blank of no width counts as seen', '\\u1E00-\\u200A', '\\u1E00-\\u200B'],
      ['the place of a hidden character is the one behind it', 'doubtful.lastIndex - 1', 'doubtful.lastIndex'],
    ],
  ),
  ...mutationsOf(
    `${rooms}/named/secretNames.ts`,
    [ordinary, named],
    [
      ['the key of a cache is a secret', 'if (harmlessKey.has(lastWord(before))) return undefined;', ''],
      ['the address of a token is a secret', "  if (isSetting(tail) || /^[a-z]/.test(tail)) return 'setting';\n", ''],
    ],
  ),
];
