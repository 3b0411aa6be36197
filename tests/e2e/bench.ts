// What the benches share: a slow phone, and figures as lines of a table.
import type { CDPSession, Page } from '@playwright/test';

/** Makes the page's processor four times slower, as a cheap phone's is. */
export async function slow(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return devtools;
}

/** The value that so many per cent of all do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

/** One line: what it is, how much, and what is aimed at. */
export function print(name: string, value: number, unit: string, goal = '') {
  const digits = unit === '' ? 3 : 0;
  console.log(`${name.padEnd(36)} ${value.toFixed(digits).padStart(8)} ${unit.padEnd(3)}${goal && `  ${goal}`}`);
}
