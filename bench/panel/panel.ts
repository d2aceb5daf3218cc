import { ensureBrowser } from '../../scripts/machine/browser.ts';
import { openPanelBrowser, type PanelPage } from '../../test/media/support/panelPage.ts';
import { turnView, viewOf, working } from '../../test/media/support/panelViews.ts';
import type { Figures, Row } from '../harness/bench.ts';
import type { Goal } from '../harness/goal.ts';
import { median, p99 } from '../harness/statistics.ts';
import { streamedTexts, type StreamedText } from './streamedTexts.ts';

/** A token of prose, in characters. */
const tokenLength = 4;
/** What a person sees as smooth: no frame that is later than this, but for one in a hundred. */
const latestFrameMs = 50;

/**
 * How smoothly the panel draws while an answer is written: the real page in a browser without a GPU, told the text piece by piece
 * as the extension would. What is measured is the time from frame to frame.
 */
export async function panel(): Promise<Figures> {
  await ensureBrowser();
  const browser = await openPanelBrowser();
  try {
    const rows: Row[] = [];
    const goals: Goal[] = [];
    for (const text of streamedTexts) {
      const frames = await framesOf(await browser.open({ width: 500, height: 800 }), text);
      const late = p99(frames);
      rows.push({
        measure: `frames while it is written: ${text.name}`,
        steadfast: `${median(frames).toFixed(1)} ms`,
        remark: `p99 ${late.toFixed(1)} ms, latest ${Math.max(...frames).toFixed(1)} ms, ${frames.length} frames`,
      });
      if (text.hasGoal) goals.push({ name: `frame p99, ${text.name}`, value: late, limit: latestFrameMs, unit: 'ms' });
    }
    return { rows, goals };
  } finally {
    await browser.close();
  }
}

/** Streams a text into a panel and gives the times between its frames, ms. */
async function framesOf(
  panelPage: PanelPage,
  { before, text, tokensPerSecond }: StreamedText,
): Promise<readonly number[]> {
  const earlier = Array.from({ length: before }, (_, index) =>
    turnView({ id: `earlier-${index}`, text: text.slice(0, 1_500) }),
  );
  await panelPage.tell(viewOf([...earlier, turnView({ id: 'streamed', ...working, text: '' })]));
  const frames = await panelPage.page.evaluate<number[]>(
    `(${streamInPage})(${JSON.stringify({ text, tokensPerSecond, tokenLength })})`,
  );
  const drawn = await panelPage.page.locator('.turn > .answer').last().innerText();
  if (drawn.length < text.length / 3) throw new Error(`only ${drawn.length} characters were drawn`);
  return frames;
}

/** Runs in the page: delivers what is due by the clock, and notes when each frame comes. */
const streamInPage = `({ text, tokensPerSecond, tokenLength }) => new Promise(resolve => {
  const frames = [];
  const begunAt = performance.now();
  let sent = 0;
  let last = begunAt;
  const deliver = () => {
    const due = Math.floor(((performance.now() - begunAt) / 1000) * tokensPerSecond) * tokenLength;
    for (; sent < Math.min(due, text.length); sent += tokenLength)
      postMessage({ kind: 'append', turn: 'streamed', text: text.slice(sent, sent + tokenLength) }, '*');
    if (sent < text.length) setTimeout(deliver, 4);
  };
  const frame = now => {
    frames.push(now - last);
    last = now;
    if (sent < text.length) requestAnimationFrame(frame);
    else setTimeout(() => resolve(frames.slice(1)), 500);
  };
  deliver();
  requestAnimationFrame(frame);
})`;
