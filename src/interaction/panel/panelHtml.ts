/** What differs between one page of the panel and another. */
export interface PanelHtmlOptions {
  /** Fresh random base64 for every page: only the scripts that carry it run. */
  readonly nonce: string;
  /** `webview.cspSource`: the only origin that style and script come from. */
  readonly cspSource: string;
  /** `webview.asWebviewUri` of `dist/media/panel.js`. */
  readonly scriptUri: string;
  /** Of `dist/media/colours.js`, which comes after it. */
  readonly coloursUri: string;
  /** `webview.asWebviewUri` of `dist/media/panel.css`. */
  readonly styleUri: string;
  /** Comes back as `panel` in the webview's state, so that a revived panel finds its turns again. */
  readonly panelId: string;
  /** `vscode.env.language`: tells screen readers how to pronounce the labels. */
  readonly language: string;
  readonly title: string;
}

/** The answer panel's page: an empty frame that `media/panel.ts` fills. Nothing of an answer ever stands in it. */
export function panelHtml(options: PanelHtmlOptions): string {
  const { scriptUri, coloursUri, styleUri, panelId, language, title, nonce } = options;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(contentSecurityPolicy(options))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(styleUri)}">
</head>
<body data-panel="${escaped(panelId)}">
<script nonce="${escaped(nonce)}" src="${escaped(scriptUri)}"></script>
<script nonce="${escaped(nonce)}" src="${escaped(coloursUri)}" defer></script>
</body>
</html>
`;
}

/** Nothing but the two scripts and our own files: no request, no frame, no form, no inline style. */
function contentSecurityPolicy({ nonce, cspSource }: PanelHtmlOptions): string {
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
