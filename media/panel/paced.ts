const minPauseMs = 60; // sixteen drawings a second read as flowing text
const drawingShare = 4; // a drawing of 40 ms is followed by 160 ms without one

/** A function that asks for `draw`: done in an animation frame, not more often than the page can bear. */
export function paced(draw: () => void): () => void {
  let isAsked = false;
  let notBefore = 0;
  const drawNow = (): void => {
    isAsked = false;
    const began = performance.now();
    draw();
    const ended = performance.now();
    notBefore = ended + Math.max(minPauseMs, (ended - began) * drawingShare);
  };
  return () => {
    if (isAsked) return;
    isAsked = true;
    setTimeout(() => requestAnimationFrame(drawNow), Math.max(0, notBefore - performance.now()));
  };
}
