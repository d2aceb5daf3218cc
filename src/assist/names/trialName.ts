/** A name that nobody has, as the present one but for its end: by it a language service says whether it renames at all. */
export const trialName = (name: string): string => {
  const end = /[^\p{L}\p{N}_]*$/u.exec(name.slice(-20))?.[0] ?? '';
  const body = name.slice(0, name.length - end.length);
  return `${body}${/\p{Ll}/u.test(body) ? 'Anew' : 'ANEW'}${end}`;
};
