const nearPx = 32; // a line or so above the end still counts as the end

/** Is the reader at the end of the page, and so likely to want to see what comes? */
export function isAtEnd(): boolean {
  const { scrollHeight, scrollTop, clientHeight } = document.documentElement;
  return scrollHeight - scrollTop - clientHeight < nearPx;
}

export function scrollToEnd(): void {
  document.documentElement.scrollTop = document.documentElement.scrollHeight;
}

/** Changes the page; a reader at its end stays at its end, any other stays where he reads. */
export function keepingPlace(change: () => void): void {
  const wasAtEnd = isAtEnd();
  change();
  if (wasAtEnd) scrollToEnd();
}
