/** What a text may stand in: the text has marks around its secrets, which stay. */
export const surroundings: Readonly<Record<string, (text: string) => string>> = {
  alone: text => text,
  'first of a file': text => `${text}\n\nexport {};\n`,
  'last of a file': text => `import x from 'y';\n\n${text}`,
  'between lines': text => `# one\n\n${text}\n\n# two\n`,
  indented: text => text.replace(/^/gm, '      '),
  'Windows line ends': text => text.replaceAll('\n', '\r\n'),
  'byte order mark': text => `\uFEFF${text}\n`,
  'in a fence': text => `Explain this:\n\n\`\`\`\n${text}\n\`\`\`\n`,
  'in a list of a chat': text => `- first\n\n${text}\n- last\n`,
  'commented with #': text => (/^#|^\s*[|>-]/m.test(text) ? text : text.replace(/^/gm, '# ')),
  'commented with //': text => text.replace(/^/gm, '// '),
  'in a block comment': text => `/*\n${text.replace(/^/gm, ' * ')}\n */`,
  'added in a patch': text => text.replace(/^/gm, '+'),
  'before other languages': text => `密钥在下面\n${text}\n# конец\n`,
};
