// The lesson player: practice by keys and by finger, reasons, typed answers, the check and its forms.
import type { Page } from '@playwright/test';
import { keyboard, Player, pointer } from './player';
import { expect, open, test } from './watched';

const PRACTICE = ['kana', 'hira-a-ka', 'practice'] as const;
const MORNING = Date.parse('2026-11-24T09:00:00+07:00');
const DAY = 24 * 60 * 60 * 1000;
const WARM_UP = '5 kata lama · ± 1 menit';

/** Where a sitting goes on, by what the page says. */
async function resumedAt(page: Page): Promise<[number, number]> {
  const said = page.locator('#resumed');
  await expect(said).toBeVisible();
  const [, at, of] = /^Dilanjutkan dari soal (\d+) dari (\d+)\./.exec(await said.innerText())!;
  return [Number(at), Number(of)];
}

test('from the list of courses to the end of a practice, by finger or mouse', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  await open(page, '#/courses');
  await hand.press(page.getByRole('link', { name: /Huruf あ sampai こ/ }));
  await expect(page.getByText('Sesudah pelajaran ini Anda bisa:')).toBeVisible();
  const player = await Player.at(page, hand, 'kana', 'hira-a-ka');
  for (const step of ['Kata dan huruf', 'Latihan']) {
    expect(await player.item()).toBeUndefined();
    await hand.press(page.getByRole('link', { name: `Ke langkah berikutnya: ${step}` }));
    await expect(page.getByRole('heading', { level: 1, name: step })).toBeVisible();
  }
  expect(await player.finish('right')).toBe(19);
  await expect(page.getByRole('heading', { name: 'Langkah ini selesai' })).toBeVisible();
});

test('a practice by keys alone', async ({ page }) => {
  const player = await Player.open(page, keyboard(page), ...PRACTICE);
  expect(await player.finish('right')).toBe(19);
  await expect(page.getByRole('heading', { name: 'Langkah ini selesai' })).toBeVisible();
});

test('a wrong answer shows its reason, and the item comes again', async ({ page, hasTouch }) => {
  const player = await Player.open(page, pointer(page, hasTouch), ...PRACTICE);
  const first = await player.until(() => true);
  await player.choose({ id: 'a' });
  await expect(player.sheet.getByRole('heading')).toHaveText('Belum tepat');
  await expect(player.sheet).toContainText('Mirip, tetapi “o” ditulis お, dengan titik di kanan atas.');
  await player.goOn();
  expect(await player.finish('right')).toBe(19);
  expect(first.id).toBe('hira-a-ka-p01');
});

test('romaji stays as it was typed, and the kana that is graded stands under it', async ({ page, hasTouch }) => {
  const player = await Player.open(page, pointer(page, hasTouch), ...PRACTICE);
  await player.until((item) => item.kind === 'typing');
  await player.type('eki');
  await expect(player.field).toHaveValue('eki');
  await expect(page.locator('.preview')).toHaveText('Dinilai sebagai えき');
  await page.keyboard.press('Enter');
  await expect(player.sheet.getByRole('heading')).toHaveText('Tepat');
  await expect(player.field).toHaveValue('eki');
});

test('the kana pad types', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  const player = await Player.open(page, hand, ...PRACTICE);
  await player.until((item) => item.kind === 'typing');
  const pad = page.locator('details.pad');
  if (!(await pad.getAttribute('open').then((open) => open !== null))) await hand.press(pad.locator('summary'));
  for (const key of ['え', 'あ']) await hand.press(pad.getByRole('button', { name: key, exact: true }));
  await hand.press(pad.getByRole('button', { name: 'Hapus satu huruf' }));
  await hand.press(pad.getByRole('button', { name: 'き', exact: true }));
  await expect(player.field).toHaveValue('えき');
  await player.check();
  await expect(player.sheet.getByRole('heading')).toHaveText('Tepat');
});

test('a check that was failed is tried again with the other form', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  const player = await Player.open(page, hand, 'kana', 'hira-a-ka', 'check');
  const first = await player.until(() => true);
  expect(first.id).toMatch(/-a\d+$/);
  const asked = await player.finish('wrong');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(`Belum lulus: 0 dari ${asked} tepat`);
  await hand.press(page.getByRole('button', { name: 'Coba form B' }));
  const other = await player.until(() => true);
  expect(other.id).toMatch(/-b\d+$/);
  const again = await player.finish('right');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(`Lulus: ${again} dari ${again} tepat`);
});

test('a shift table stays in its frame and breaks no word', async ({ page, hasTouch }) => {
  const player = await Player.open(page, pointer(page, hasTouch), 'a1-mulai', 'angka-jam', 'practice');
  await player.until((item) => item.kind === 'passage');
  // Three kana side by side are wider than high; one below the other they are not.
  const name = await page.getByRole('cell', { name: 'リナ' }).locator('.ja').boundingBox();
  expect(name!.width).toBeGreaterThan(name!.height * 0.8);
});

test('a lesson opens with older words, by keys alone, once that day', async ({ page }) => {
  await page.clock.setFixedTime(MORNING);
  const first = await Player.open(page, keyboard(page), ...PRACTICE);
  await expect(page.getByText(WARM_UP), 'nothing is older on the first day').toHaveCount(0);
  await first.finish('right');
  await expect(page.locator('#safety')).toHaveText('Tersimpan');

  await page.clock.setFixedTime(MORNING + DAY);
  await open(page, '#/courses');
  await page.reload();
  await page.goto('#/lesson/kana/hira-sa-ta/goals');
  await expect(page.getByText(WARM_UP)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pemanasan: 1 dari 5');
  const card = page.locator('[data-word]');
  const words = new Set<string>();
  for (let asked = 0; asked < 5; asked += 1) {
    const word = (await card.getAttribute('data-word'))!;
    words.add(word);
    await page.keyboard.press('Space');
    await expect(page.locator('#grade-3')).toBeFocused();
    await expect(page.locator('#grade-3')).toContainText(/\d+ hari/);
    await page.keyboard.press('3');
    await expect(page.locator(`[data-word="${word}"]`)).toHaveCount(0);
  }
  expect(words.size, 'five words, each once').toBe(5);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Tujuan/);
  await expect(page.locator('#safety')).toHaveText('Tersimpan');

  // Not again on that day, in this lesson or another.
  for (const address of ['#/lesson/kana/hira-sa-ta/words', '#/lesson/kana/hira-na-ha/goals', '#/lesson/kana/hira-sa-ta/goals']) {
    await page.goto(address);
    await page.reload();
    await expect(page.getByRole('main').getByRole('button', { name: 'Lanjut', exact: true })).toBeVisible();
    await expect(page.locator('#skip')).toHaveCount(0);
  }
});

test('a warm-up can be passed over, and a check never begins with one', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  await page.clock.setFixedTime(MORNING);
  await (await Player.open(page, hand, ...PRACTICE)).finish('right');
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  await page.clock.setFixedTime(MORNING + DAY);
  await open(page, '#/courses');
  await page.reload();
  await page.goto('#/lesson/kana/hira-a-ka/check');
  await expect(page.locator('[data-item]')).toBeVisible();
  await page.goto('#/lesson/kana/hira-sa-ta/words');
  await expect(page.getByText(WARM_UP)).toBeVisible();
  await hand.press(page.locator('#turn'));
  await hand.press(page.locator('#grade-1'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pemanasan: 2 dari 6');
  await hand.press(page.locator('#undo'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pemanasan: 1 dari 5');
  const skip = page.locator('#skip');
  expect((await skip.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await hand.press(skip);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Kata dan huruf/);
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Kata dan huruf/);
  await expect(skip).toHaveCount(0);
});

test('a practice goes on where the page was closed, and can be begun anew', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  let player = await Player.open(page, hand, ...PRACTICE);
  const asked: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    const item = (await player.item())!;
    asked.push(item.id);
    await player[n === 2 ? 'wrong' : 'right'](item);
    if (n < 5) await player.goOn();
  }
  // Closed behind an answer: that one is done.
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  await page.reload();
  const [at, of] = await resumedAt(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Latihan: ${at} dari ${of}`);
  player = await Player.at(page, hand, 'kana', 'hira-a-ka');
  const next = (await player.item())!;
  expect(asked).not.toContain(next.id);
  await player.right(next);
  await player.goOn();
  await expect(page.locator('#resumed')).toHaveCount(0);

  // Left by the cross, too; and whoever wants to begins at the beginning.
  await hand.press(page.getByRole('link', { name: 'Tutup' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Kursus' })).toBeVisible();
  await page.goto('#/lesson/kana/hira-a-ka/practice');
  expect(await resumedAt(page)).toEqual([at + 1, of]);
  expect((await player.item())!.id).not.toBe(next.id);
  await hand.press(page.getByRole('button', { name: 'Mulai dari awal' }));
  await expect(page.locator('#resumed')).toHaveCount(0);
  expect((await player.item())!.id).toBe(asked[0]);
  await player.right((await player.item())!);
  await player.goOn();
  await page.reload();
  // One answer was enough to go on from; what was missed before the new beginning does not come again.
  await resumedAt(page);
  expect(await (await Player.at(page, hand, 'kana', 'hira-a-ka')).finish('right')).toBe(18);
  await expect(page.getByRole('heading', { name: 'Langkah ini selesai' })).toBeVisible();
});

test('a check goes on in its form, gives no second chance, and is scored once', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  let player = await Player.open(page, hand, 'kana', 'hira-a-ka', 'check');
  const asked: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const item = (await player.item())!;
    asked.push(item.id);
    await player.wrong(item);
    await player.goOn();
  }
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  await page.reload();
  const [at, of] = await resumedAt(page);
  expect(at).toBe(4);
  await expect(page.getByRole('button', { name: 'Mulai lagi dengan form B' })).toBeVisible();
  player = await Player.at(page, hand, 'kana', 'hira-a-ka');
  for (let item = await player.item(); item; item = await player.item()) {
    expect(item.id).toMatch(/-a\d+$/);
    expect(asked).not.toContain(item.id);
    asked.push(item.id);
    await player.right(item);
    // The page is closed behind the last answer: the result is there all the same.
    if (asked.length === of) break;
    await player.goOn();
  }
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  await page.reload();
  const result = page.getByRole('heading', { level: 2, name: `${of - 3} dari ${of} tepat` });
  await expect(result).toBeVisible();
  await expect(page.locator('#resumed')).toHaveCount(0);

  // Begun anew is the other form, never the same items again.
  await page.reload();
  await expect(page.locator('[data-item]')).toHaveAttribute('data-item', /-b\d+$/);
});

test('the picture of an exercise is drawn', async ({ page, hasTouch }) => {
  const player = await Player.open(page, pointer(page, hasTouch), ...PRACTICE);
  await player.until((item) => item.kind === 'typing');
  const drawing = page.locator('main .picture use').first();
  // A name that the file of drawings does not have has no size.
  await expect.poll(() => drawing.evaluate((use) => (use as SVGUseElement).getBBox().width)).toBeGreaterThan(0);
});
