/** 'Where is it used', 'who calls this', 'which files import it', 'is it called anywhere', and the same in German. */
const forms: readonly RegExp[] = [
  /\b(?:where|who|which (?:files?|places?|modules?|functions?|class(?:es)?|components?|tests?|parts?)|how (?:often|many times))\b.*\b(?:used?|uses|using|calls?|called|references?d?|invoked?|imports?|imported|depends?)\b/i,
  /\b(?:what|anything|anybody|anyone) (?:else )?(?:uses|calls|references|imports|depends)\b/i,
  /\b(?:used|called|referenced|imported) (?:anywhere|somewhere|elsewhere)\b/i,
  /\b(?:usages|callers|call sites|consumers|references)\b/i,
  /\b(?:wo|wer|wie oft|welche(?:r|s)? (?:dateien?|stellen?|module?|funktionen?|klassen?|tests?))\b.*\b(?:verwende[nt]|benutz(?:t|en)|nutz(?:t|en)|genutzt|aufgerufen|ruft|rufen|referenziert|importier(?:t|en))\b/i,
  /\b(?:irgendwo|anderswo|überall) (?:verwendet|benutzt|genutzt|aufgerufen|importiert)\b/i,
  /\b(?:aufrufer|verwendungen|aufrufstellen|referenzen)\b/i,
];

/** Questions longer than this are about more. */
const longest = 400;

/** Does the question ask where something is used? English and German. */
export const asksForUses = (question: string): boolean =>
  question.length <= longest && forms.some(form => form.test(question));
