/** What differs between one page and another. */
export interface WebviewPage {
  /** Fresh random base64 for every page: only the scripts that carry it run. */
  readonly nonce: string;
  /** `webview.cspSource`: the only origin that style and scripts come from. */
  readonly cspSource: string;
  /** `webview.asWebviewUri` of the scripts, in the order in which they run; all but the first once the page is read. */
  readonly scriptUris: readonly string[];
  /** `webview.asWebviewUri` of the style sheet. */
  readonly styleUri: string;
  /** `vscode.env.language`: tells screen readers how to pronounce the labels. */
  readonly language: string;
  readonly title: string;
  /** What the script finds in `document.body.dataset`. */
  readonly data: Readonly<Record<string, string>>;
}

/** A page of ours: an empty frame that its script fills. Nothing of an answer ever stands in it. */
export function webviewPage(page: WebviewPage): string {
  const { scriptUris, styleUri, language, title, nonce, data } = page;
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escaped(value)}"`);
  const scripts = scriptUris.map(
    (uri, at) => `<script nonce="${escaped(nonce)}" src="${escaped(uri)}"${at > 0 ? ' defer' : ''}></script>`,
  );
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(contentSecurityPolicy(page))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(styleUri)}">
</head>
<body${attributes.join('')}>
${scripts.join('\n')}
</body>
</html>
`;
}

/** Nothing but the scripts and our own files: no request, no frame, no form, no inline style. */
function contentSecurityPolicy({ nonce, cspSource }: WebviewPage): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `img-src ${cspSource}`,
    `connect-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and for attributes in double quotes, which all of the above are. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? '');
}
