import { mutationsOf } from './mutation.ts';

const otherNamesTest = 'test/interaction/guard/fileGuard/otherNames.test.ts';
const guardTest = 'test/interaction/guard/fileGuard.test.ts';

/** What keeps a change from going where nobody meant it to go. */
export const writes = [
  ...mutationsOf(
    'src/interaction/guard/fileGuard.ts',
    [guardTest],
    [
      ['only the spelled path is judged', 'stricter(spelled, found)', 'spelled'],
      ['only the real path is judged', 'stricter(spelled, found)', 'found'],
      ['another file by then is the same', 'one.real !== other.real || ', ''],
      ['another name by then is no news', ' || one.hasOtherNames === other.hasOtherNames', ' || true', otherNamesTest],
      ['a file of several names is any other', ' && !place.hasOtherNames', '', otherNamesTest],
      ['a checked file serves for ever', '    this.#isSpent = true;\n', ''],
      [
        'a link out of the open folders is followed',
        "if (!isInside && roots.some(root => isBelow(address.fsPath, root.fsPath)) && found.kind !== 'never')",
        'if (false)',
      ],
      ['a repository by another name is no repository', "real.isInGit ? { kind: 'never', because: 'git' } : ", ''],
      ['what is inserted unseen is not looked at', '(isUnseen || isAsked)', 'isAsked'],
      ['a secret that is brought along is not asked about', ' && carriedSecrets === 0', ''],
      ['a yes for what was closed counts', ' && !isOver(signal)', ''],
      ['what was closed is looked at to its end', 'signal ? paceUntil(signal, pace) : pace', 'pace'],
      ['a folder that is not trusted is', "if (rule.kind === 'asked' && !this.#parts.isTrusted())", 'if (false)'],
    ],
  ),
  ...mutationsOf(
    'src/assist/guard/addedRisks.ts',
    ['test/assist/guard/addedRisks.test.ts'],
    [
      ['an address on the line below its key is not read', 'const joined = goesOn ?', 'const joined = false ?'],
      ['a line of a section that stood there already is not looked at', '(section === undefined ?', '(true ?'],
      ['of what is fetched and run the first option is told', "kind === 'fetched-program' ?", 'false ?'],
      ['a letter behind a number in four digits belongs to it', '\\\\u([\\da-fA-F]{4})|', '\\\\u([\\da-fA-F]{4,6})|'],
      ['a number is cut', 'backslash > end - longestNumber ?', 'false ?'],
      ['what stands far to the right is not read', 'Math.ceil(plain.length / pieceStep)', '1'],
      ['of a line only the first of its kind is told', '.slice(0, mostRisks), plain)', '.slice(0, 1), plain)'],
    ],
  ),
  ...mutationsOf(
    'src/assist/guard/assistantFolders.ts',
    ['test/assist/guard/judgePath.test.ts'],
    [['the folder of an assistant is any other', "  'pi',\n", '']],
  ),
  ...mutationsOf(
    'src/assist/guard/neverWritten.ts',
    ['test/assist/guard/judgePath.test.ts'],
    [['before a working tree nothing counts', '[segments.slice(0, at), ...acrossWorktrees', '[[], ...acrossWorktrees']],
  ),
  ...mutationsOf(
    'src/assist/guard/reindentedLines.ts',
    ['test/assist/guard/reindentedLines.test.ts'],
    [['a line that is rewritten is one that was moved in', 'Math.min(times, gone.get(text) ?? 0)', 'times']],
  ),
  ...mutationsOf(
    'src/assist/reading/secretFiles.ts',
    ['test/assist/reading/secretFiles.test.ts'],
    [['a secret file spelt otherwise is read', ', ...formsOf(path)]', ']']],
  ),
  ...mutationsOf(
    'src/assist/ignoreRules.ts',
    ['test/assist/ignoreRules.test.ts'],
    [['what is no file excludes nothing', "if (!isFile) return '*';", '']],
  ),
  ...mutationsOf(
    'src/shared/readMessage.ts',
    ['test/shared/readMessage.test.ts'],
    [
      [
        'a host may be written otherwise than it is asked',
        ' && address.toLowerCase().startsWith(`${protocol}//${host}`)',
        '',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/guard/jsonSections.ts',
    ['test/assist/guard/jsonSections.test.ts'],
    [
      ['an object within ends the one around it', '(depth -= 1) <= 0', '(depth -= 1) <= 99'],
      ['of a line only its first object is looked at', 'parts.length < mostInLine', 'parts.length < 1'],
      ['a brace on the next line opens nothing', 'depth > 0 || isAnnounced ?', 'depth > 0 ?'],
    ],
  ),
  ...mutationsOf(
    'src/assist/guard/programOrigins.ts',
    ['test/assist/guard/programOrigins.test.ts'],
    [
      ['whose an image is does not matter', '!owners.has(owner) || ', ''],
      ['a hash that is gone is not missed', ' || (!isPinned && pinned.has(name) && !loose.has(name))', ''],
      ['a tag is a port', '(?::\\\\d{1,5}(?=\\\\/))?', '(?::\\\\d{1,5})?'],
    ],
  ),
  ...mutationsOf(
    'src/assist/guard/riskRules.ts',
    ['test/assist/guard/addedRisks.test.ts'],
    [
      ['a registry by the name of a host alone is none', '|(?!this\\.|self\\.)[\\w-]{1,63}', '|(?!)[\\w-]{1,63}'],
      ['a version of the standard tells somebody something', '(?:hyper-)?schema#?["\'])', '(?:hyper-)?nothing)'],
      ['what begins like a version of the standard is one', 'schema#?["\'])', 'schema)'],
      ['a field of the code is a host', '(?!this\\.|self\\.)', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/guard/originRules.ts',
    ['test/assist/guard/addedRisks.test.ts'],
    [
      ['an attribute by its whole name is another', '(?:Attribute)?', ''],
      ['the field packageManager is a dependency', `(?<!packageManager["'] ?: ?)`, ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/guard/looserRules.ts',
    ['test/assist/guard/addedRisks.test.ts'],
    [
      ['that certificates are not checked any more is unsaid', 'strict-ssl|strictSsl|', ''],
      ['whose scripts may run is unsaid', 'onlyBuiltDependencies|dangerouslyAllowAllBuilds|', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/guard/carriedSecrets.ts',
    ['test/assist/guard/carriedSecrets.test.ts'],
    [
      ['only secrets that are told by the code itself count', ', ...known]', ']'],
      ['what a file holds already counts', ' && !into.includes(value)', ''],
      ['a key counts as one piece only', ".split('\\n')", ".split('\\0')"],
    ],
  ),
  ...mutationsOf(
    'src/interaction/guard/isBelow.ts',
    [guardTest],
    [
      [
        'folders are compared by letters',
        'outer.every((segment, at) => segment === inner[at])',
        "inner.join('/').startsWith(outer.join('/'))",
      ],
    ],
  ),
  ...mutationsOf(
    'src/storage/realPath.ts',
    ['test/storage/realPath.test.ts'],
    [
      ['a link to nothing is taken for a new file', "(await isThere(file)) ? 'untold' : 'missing'", "'missing'"],
      [
        'missing folders are dropped',
        'path.join(found.path, ...missing)',
        'path.join(found.path, ...missing.slice(-1))',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/guard/pathForm.ts',
    ['test/assist/guard/judgePath.test.ts'],
    [
      ['case counts', '\n    .toUpperCase()\n    .toLowerCase()', ''],
      ['a long s is no s', '\n    .toUpperCase()', ''],
      ['characters that are not seen count', ".replace(/\\p{Default_Ignorable_Code_Point}/gu, '')", ''],
      ['wide letters are others', ".normalize('NFKC')", ''],
      ['dots at the end count', 'end -= 1;', 'break;'],
      ['a colon hides what stands behind it', '    forms.push(segments);\n', ''],
      ['what is encoded twice is not decoded', 'round < 3', 'round < 2'],
    ],
  ),
  ...mutationsOf(
    'src/assist/anchor.ts',
    ['test/assist/anchor.test.ts'],
    [
      ['a copy that was made since is one of the old ones', ' || places.length > copies', ''],
      ['short sides tell', 'print.length >= tellingLength && ', ''],
      ['the first of several is taken', ' && others.length === 0', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/checkpoints/takenBack.ts',
    ['test/assist/checkpoints/takenBack.test.ts'],
    [
      ['a part of a changed line is taken back', "after.endsWith('\\n') ? '' : below", "''"],
      ['one piece is taken back within another', 'start < span.end && span.start < end', 'false'],
      ['what was undone by hand is a conflict', "span === 'changed' && isBefore(text, piece)", 'false'],
    ],
  ),
  ...mutationsOf(
    'src/assist/checkpoints/appliedPieces.ts',
    ['test/assist/checkpoints/takenBack.test.ts'],
    [
      ['pieces of one line are apart', "(all || !between.includes('\\n'))", 'all'],
      ['a mark for each of very many places', 'text.length * inOrder.length > mostRead', 'false'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/checkpoints/checkpoints.ts',
    ['test/interaction/checkpoints/checkpoints.test.ts'],
    [
      ['what holds a secret is written down', '!isShort || (await this.#touchesSecret(edit.files))', '!isShort'],
      ['a killed taking back counts as a whole one', 'more.takesBack !== undefined && { isPartial: true }', '{}'],
      ['an excluded file is written down', 'file.isClosed || ', ''],
      ['a title shows a secret', 'await mask(title)', 'await Promise.resolve(title)'],
      ['one without its file is offered', 'listed.filter(({ id }) => names.has(nameOf(id)))', 'listed'],
      ['the old ones stay', '(left >= 0 || kept.size === 0)', '(true)'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/checkpoints/offeredCheckpoints.ts',
    ['test/interaction/checkpoints/offeredCheckpoints.test.ts'],
    [
      ['what was taken back is offered', 'if (checkpoint.isPartial !== true) ', 'if (false) '],
      ['what is left of a part is not', 'if (checkpoint.isPartial !== true) ', ''],
    ],
  ),
];
