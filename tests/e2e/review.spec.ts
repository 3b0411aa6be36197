// A review: cards of an earlier practice by keys and by finger, a missed item, a grade taken back.
import type { Page } from '@playwright/test';
import { serveAllPacks, servePacks } from './examinee';
import { type Hand, keyboard, Player, pointer } from './player';
import { expect, open, test } from './watched';

const MORNING = Date.parse('2026-11-24T09:00:00+07:00');
const DAY = 24 * 60 * 60 * 1000;
const NOTHING = 'Tidak ada yang perlu diulang sekarang';

/** The page as it is so many days later. */
async function later(page: Page, days: number) {
  await page.clock.setFixedTime(MORNING + days * DAY);
  await open(page, '#/review');
  await page.reload();
}

/** What is in front: a word, the item of a lesson, or the end. */
async function front(page: Page): Promise<{ word?: string; item?: string }> {
  const card = page.locator('[data-word]');
  const item = page.locator('[data-item]');
  await expect(card.or(item).or(page.getByRole('heading', { name: /^Selesai: / })).first()).toBeVisible();
  if (await card.count()) return { word: (await card.getAttribute('data-word'))! };
  if (await item.count()) return { item: (await item.getAttribute('data-item'))! };
  return {};
}

/** Studies a practice with one item wrong each time it is asked. */
async function missOne(page: Page, hand: Hand) {
  const player = await Player.open(page, hand, 'kana', 'hira-a-ka', 'practice');
  const missed = await player.until(() => true);
  for (let item = await player.item(); item; item = await player.item()) {
    await player[item.id === missed.id ? 'wrong' : 'right'](item);
    await player.goOn();
  }
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  return { player, missed };
}

test('cards by keys, the last grade taken back, and after a reload nothing is due', async ({ page }) => {
  await page.clock.setFixedTime(MORNING);
  const player = await Player.open(page, keyboard(page), 'kana', 'hira-a-ka', 'practice');
  await player.finish('right');
  await expect(page.locator('#safety')).toHaveText('Tersimpan');

  await later(page, 6);
  const count = page.getByRole('heading', { name: /^\d+ kartu · ± \d+ menit$/ });
  await expect(count).toBeVisible();
  const cards = parseInt(await count.innerText(), 10);
  await expect(page.locator('details.behind tbody tr')).toHaveCount(14);
  await keyboard(page).press(page.locator('#begin'));

  const { word: first } = await front(page);
  await expect(page.locator('#undo')).toBeDisabled();
  await page.keyboard.press('3');
  expect((await front(page)).word, 'no grade before the answer was seen').toBe(first);
  await page.keyboard.press('Space');
  await expect(page.locator('#grade-3')).toBeFocused();
  await expect(page.locator('#grade-3')).toContainText(/\d+ hari/);
  await page.keyboard.press('1');
  await expect(page.locator('#undo')).toBeEnabled();
  expect((await front(page)).word).not.toBe(first);
  await page.keyboard.press('u');
  await expect(page.locator('#undo')).toBeDisabled();
  expect((await front(page)).word).toBe(first);

  let graded = 0;
  while ((await front(page)).word) {
    await page.keyboard.press('Enter');
    await expect(page.locator('#grade-3')).toBeFocused();
    await page.keyboard.press('3');
    await expect(page.locator('#grade-3')).toBeHidden();
    graded += 1;
  }
  expect(graded, 'what was taken back does not come again').toBe(cards);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(`Selesai: ${cards} kartu dan soal`);
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  await page.reload();
  await expect(page.getByRole('heading', { name: NOTHING })).toBeVisible();
});

test('a missed item is asked again between the cards, by finger or mouse', async ({ page, hasTouch }) => {
  await page.clock.setFixedTime(MORNING);
  const hand = pointer(page, hasTouch);
  const { player, missed } = await missOne(page, hand);

  await later(page, 6);
  await expect(page.getByRole('heading', { name: /^\d+ kartu dan 1 soal · ± \d+ menit$/ })).toBeVisible();
  await hand.press(page.locator('#begin'));
  let asked = 0;
  for (let shown = await front(page); shown.word || shown.item; shown = await front(page)) {
    if (shown.item) {
      expect(shown.item).toBe(missed.id);
      await player.right(missed);
      await player.goOn();
      asked += 1;
      continue;
    }
    await hand.press(page.locator('#turn'));
    const good = page.locator('#grade-3');
    await expect(good).toBeInViewport({ ratio: 1 });
    expect((await good.boundingBox())!.height).toBeGreaterThanOrEqual(48);
    await hand.press(good);
    await expect(good).toBeHidden();
  }
  expect(asked).toBe(1);
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  await page.reload();
  await expect(page.getByRole('heading', { name: NOTHING })).toBeVisible();
});

test('who has not studied yet is shown the way to a lesson', async ({ page, hasTouch }) => {
  await open(page, '#/review');
  await expect(page.getByRole('heading', { name: NOTHING })).toBeVisible();
  await pointer(page, hasTouch).press(page.getByRole('link', { name: 'Ke daftar kursus' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Kursus' })).toBeVisible();
});

test('cards of a pack that is not here are not counted, and wait', async ({ page }) => {
  await page.clock.setFixedTime(MORNING);
  await missOne(page, keyboard(page));

  // Today counts what the review asks: cards that need a voice, which this browser has not, are in neither.
  await later(page, 6);
  const begin = page.getByRole('heading', { name: /^\d+ kartu dan 1 soal · ± \d+ menit$/ });
  await expect(begin).toBeVisible();
  const cards = parseInt(await begin.innerText(), 10);
  await expect(page.locator('#elsewhere')).toBeHidden();
  await page.goto('#/');
  await expect(page.getByRole('heading', { name: `${cards + 1} kartu dan soal untuk diulang` })).toBeVisible();

  await servePacks(page, ['kana']);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Tidak ada yang perlu diulang hari ini' })).toBeVisible();
  await page.goto('#/review');
  await page.reload();
  await expect(page.getByRole('heading', { name: NOTHING })).toBeVisible();
  await expect(page.locator('#elsewhere')).toHaveText(/^\d+ kartu menunggu paket pelajaran yang tidak ada di sini\.$/);
  expect(parseInt(await page.locator('#elsewhere').innerText(), 10)).toBeGreaterThanOrEqual(cards);

  // Nothing was lost by that.
  await serveAllPacks(page);
  await page.reload();
  await expect(begin).toHaveText(new RegExp(`^${cards} kartu`));
});
