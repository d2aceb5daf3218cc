import { edited, type AreaCase } from './areaCase.ts';

const fence = '```';

/** Signs, marks and tags that came into the code on its way. */
export const leftMarks: readonly AreaCase[] = [
  {
    name: 'signs that somebody has escaped',
    source: 'https://github.com/RooCodeInc/Roo-Code/pull/2694',
    sent: '`&lt;`, `&amp;&amp;` and `&quot;` in C',
    must: 'doubted',
    play: edited({
      language: 'c',
      code: 'if (a > 0) {\n  run("x");\n}\n',
      instruction: 'Check b, too',
      answer: `${fence}c\nif (a &gt; 0 &amp;&amp; b &lt; 9) {\n  run(&quot;x&quot;);\n}\n${fence}`,
      expect: { doubted: true },
    }),
  },
  {
    name: 'entities that are meant',
    source: 'https://github.com/RooCodeInc/Roo-Code/pull/11390',
    sent: '`&apos;` and `&lt;` in TSX',
    must: 'left as they are, and not doubted',
    play: edited({
      language: 'typescriptreact',
      code: 'const Note = () => <p>Do not use it</p>;\n',
      instruction: 'Say it informally, and name the tag b',
      answer: `${fence}tsx\nconst Note = () => <p>Don&apos;t use &lt;b&gt;</p>;\n${fence}`,
      expect: { replacement: 'const Note = () => <p>Don&apos;t use &lt;b&gt;</p>;\n', doubted: false },
    }),
  },
  {
    name: 'a mark of an edit that was written into the code',
    source: 'https://github.com/cline/cline/issues/4216',
    sent: 'the code, with `>>>>>>> REPLACE` as its last line, in a language without a parser',
    must: 'doubted',
    before: 'given without a doubt',
    play: edited({
      language: 'ruby',
      code: 'a = 1\nb = 2\n',
      instruction: 'Set b to 3',
      answer: `${fence}ruby\na = 1\nb = 3\n>>>>>>> REPLACE\n${fence}`,
      expect: { doubted: true },
    }),
  },
  {
    name: 'a search and what replaces it',
    source: 'https://github.com/cardstack/boxel/pull/2659',
    sent: '`<<<<<<< SEARCH … ======= … >>>>>>> REPLACE` in place of the code, in a language without a parser',
    must: 'doubted',
    before: 'given without a doubt',
    play: edited({
      language: 'go',
      code: '\ta := 1\n\tb := 2\n',
      instruction: 'Set b to 3',
      answer: `${fence}go\n<<<<<<< SEARCH\n\tb := 2\n=======\n\tb := 3\n>>>>>>> REPLACE\n${fence}`,
      expect: { doubted: true },
    }),
  },
  {
    name: 'a tag around or behind the code',
    source: 'https://github.com/sourcegraph/cody/pull/182',
    sent: 'the code, and `</selection>` behind it, without a fence',
    must: 'no tag in the file: left out, or doubted',
    before: 'the tag was written into the file, without a doubt',
    play: edited({
      language: 'ruby',
      code: 'a = 1\nb = 2\n',
      instruction: 'Set b to 3',
      answer: `${fence}ruby\na = 1\nb = 3\n</selection>\n${fence}`,
      expect: { doubted: true },
    }),
  },
  {
    name: 'line ends as two signs',
    source: 'https://github.com/openclaw/openclaw/pull/114390',
    sent: 'several lines on one, with `\\n` written out between them',
    must: 'doubted',
    before: 'given without a doubt',
    play: edited({
      language: 'ruby',
      code: 'a = 1\nb = 2\nc = 3\n',
      instruction: 'Set b to 3',
      answer: `${fence}ruby\na = 1\\nb = 3\\nc = 3\n${fence}`,
      expect: { doubted: true },
    }),
  },
];
