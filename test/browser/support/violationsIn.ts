import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a checker of accessibility finds in our webviews as they stand, in the colours of the theme; and how many were looked at. */
export async function violationsIn(
  page: Page,
): Promise<{ readonly looked: number; readonly found: readonly string[] }> {
  const ours = page.frames().filter(frame => isOurs(frame.parentFrame()));
  const found: string[] = [];
  for (const frame of ours) {
    await frame.evaluate(axe);
    const { violations } = await frame.evaluate<AxeResults>('axe.run(document)');
    found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`));
  }
  return { looked: ours.length, found };
}

/** The frame around what we show. */
const isOurs = (frame: Frame | null): boolean => frame?.url().includes('extensionId=steadfast.steadfast') ?? false;
