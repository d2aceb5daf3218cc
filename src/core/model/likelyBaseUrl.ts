/** The function of an API that stands at the end of an address copied from a page about it; Ollama's own ones too. */
const functionPath =
  /\/(?:api\/(?:chat|generate|tags)|chat(?:\/completions)?|completions|messages|responses|embeddings|models)\/?$/i;

/**
 * The base URL that somebody most likely means who gives this one: without the function at its end, and with the /v1 that
 * nearly every server wants where there is no path at all. undefined: it looks right, or is no address.
 */
export function likelyBaseUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url) return undefined;
  const { origin, pathname, search } = url;
  const path = pathname.replace(functionPath, '').replace(/\/$/, '') || '/v1';
  return path === pathname.replace(/\/$/, '') ? undefined : origin + path + search;
}
