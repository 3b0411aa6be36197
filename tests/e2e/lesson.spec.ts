// The lesson player: practice by keys and by finger, reasons, typed answers, the check and its forms.
import { keyboard, Player, pointer } from './player';
import { expect, open, test } from './watched';

const PRACTICE = ['kana', 'hira-a-ka', 'practice'] as const;

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
