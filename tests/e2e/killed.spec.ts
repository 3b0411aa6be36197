// The browser is killed while a learner answers: what was shown as saved must be there again.
import { chromium, expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classroom } from './playwright.config';

const PRACTICE = '#/lesson/kana/hira-a-ka/practice';
const SAVED = /^Tersimpan$/;

/** Answers the question in front with "I don't know" or the first option, and waits until it is saved. */
async function answer(page: Page) {
  const unknown = page.getByRole('button', { name: 'Belum tahu' });
  const option = page.locator('.opts:not(.pairs .opts) .opt').first();
  await expect(unknown.or(option).first()).toBeVisible();
  await ((await unknown.isVisible()) ? unknown : option).click();
  await expect(page.locator('#safety')).toHaveText(SAVED);
}

/** Counts answers in IndexedDB. */
function answersKept(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((counted, failed) => {
    const opening = indexedDB.open('kakehashi');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('records').objectStore('records').getAll();
      all.onerror = () => failed(all.error);
      all.onsuccess = () => counted(all.result.filter((line: string) => line.includes('"answered"')).length);
    };
  }));
}

/** Numbers from a seed (mulberry32). */
function luck(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** SIGKILL to every process of the browser with this profile. */
function kill(profile: string) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

test('kill -9 at twenty moments loses no answer that was shown as saved', async ({ launchOptions }) => {
  test.setTimeout(300_000);
  const seed = Date.now() % 1_000_000;
  console.log(`kill -9: seed ${seed}`);
  const next = luck(seed);
  const profile = mkdtempSync(join(tmpdir(), 'kkh-kill-'));
  let saved = 0;
  let pass = 0;
  for (let run = 0; run <= 20; run += 1) {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'id-ID' });
    const page = await context.newPage();
    await page.goto(`${classroom}${PRACTICE}`);
    const over = page.getByRole('heading', { name: 'Langkah ini selesai' });
    await page.locator('.exercise').or(over).waitFor();
    if (await over.isVisible()) {
      // Killed behind the last answer: the step is done, and the next one who opens it begins anew.
      pass = 0;
      await page.reload();
      await page.locator('.exercise').waitFor();
    }
    // It goes on behind everything that was shown as saved.
    if (pass > 0) {
      const said = await page.locator('#resumed').innerText();
      const at = Number(/^Dilanjutkan dari soal (\d+) dari /.exec(said)![1]);
      expect(at, `run ${run} of seed ${seed}`).toBeGreaterThan(pass);
      pass = at - 1;
    }
    const kept = await answersKept(page);
    expect(kept, `run ${run} of seed ${seed}`).toBeGreaterThanOrEqual(saved);
    saved = kept;
    for (let left = Math.floor(next() * 3); left > 0; left -= 1) {
      await answer(page);
      saved += 1;
      pass += 1;
      await page.locator('#continue').click();
      await page.locator('.sheet').waitFor({ state: 'hidden' });
      if (await over.isVisible()) {
        pass = 0;
        await page.reload();
        await page.locator('.exercise').waitFor();
      }
    }
    // One more answer is under way when the browser dies.
    const closed = context.waitForEvent('close');
    await page.locator('.opts .opt, .exercise .btn.quiet').first().click();
    kill(profile);
    await closed;
  }
  console.log(`kill -9: ${saved} answers shown as saved, none lost`);
  expect(saved).toBeGreaterThan(0);
  rmSync(profile, { recursive: true, force: true });
});
