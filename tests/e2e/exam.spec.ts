// The unit test under way: answers that can be changed, sections that lock, a clock that ends it, and a result with reasons.
import { finishSection, keys } from './examinee';
import { pointer } from './player';
import { expect, open, test } from './watched';

test('answers change, sections lock, and the other form follows a failure', async ({ page, hasTouch }) => {
  test.setTimeout(120_000);
  const hand = pointer(page, hasTouch);
  await open(page, '#/test/a1-mulai/unit-1');
  await expect(page.getByText('Form A', { exact: true })).toBeVisible();
  await hand.press(page.locator('#begin'));

  // Right at first, then changed to a wrong one; nothing tells which is which.
  const right = await keys(page);
  const item = page.locator('[data-item]');
  const first = (await item.getAttribute('data-item'))!;
  const key = page.locator(`.opts [value="${right[first]}"]`);
  const other = page.locator(`.opts .opt:not([value="${right[first]}"])`).first();
  await hand.press(key);
  await expect(key).toHaveAttribute('aria-pressed', 'true');
  await hand.press(page.locator('#flag'));
  await hand.press(page.getByRole('button', { name: 'Soal 3, belum dijawab' }));
  await expect(item).not.toHaveAttribute('data-item', first);
  await hand.press(page.getByRole('button', { name: 'Soal 1, sudah dijawab, ditandai' }));
  await expect(key).toHaveAttribute('aria-pressed', 'true');
  await hand.press(other);
  await expect(other).toHaveClass(/chosen/);
  await expect(page.locator('.opt.chosen')).toHaveCount(1);
  await expect(page.locator('.opt.right, .opt.wrong')).toHaveCount(0);
  const given = await other.locator('.option-text').innerText();

  // The dialog keeps the focus and lets go of it; what is finished stays finished through a reload.
  const finish = page.getByRole('main').getByRole('button', { name: 'Selesaikan bagian ini' });
  await hand.press(finish);
  await expect(page.getByRole('alertdialog')).toContainText('Masih ada 8 soal yang belum dijawab.');
  await expect(page.locator('#finish-now')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('#finish-not')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('#finish-now')).toBeFocused();
  const answers = await page.locator('.opt.chosen').evaluateAll((chosen) => chosen.map((option) => (option as HTMLButtonElement).value));
  for (const key of ['1', '2', '3', '4']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  expect(await page.locator('.opt.chosen').evaluateAll((chosen) => chosen.map((option) => (option as HTMLButtonElement).value)), 'keys do nothing behind a dialog').toEqual(answers);
  await expect(page.locator('#next')).toBeFocused();
  await finishSection(page, hand);
  await expect(page.locator('.tabs .done')).toHaveCount(1);
  await page.reload();
  await hand.press(page.locator('#begin'));
  await expect(page.locator('.tabs .done')).toHaveCount(1);

  // Listening goes forward only, through a reload too.
  await finishSection(page, hand);
  const listening = page.locator('.tabs .now', { hasText: /engar/ });
  await expect(listening).toBeVisible();
  await hand.press(page.locator('#next'));
  await expect(page.getByRole('heading', { name: /^Soal 2 dari/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sebelumnya' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Soal 1, belum dijawab' })).toBeDisabled();
  await page.reload();
  await hand.press(page.locator('#begin'));
  await expect(listening).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Soal 2 dari/ })).toBeVisible();
  await finishSection(page, hand);
  await finishSection(page, hand);

  await expect(page.getByRole('heading', { level: 1, name: 'Belum lulus: 0 dari 36 tepat' })).toBeVisible();
  await expect(page.getByText('Hasil ini sementara dan bukan hasil JFT atau JLPT.')).toBeVisible();
  await hand.press(page.locator('.items summary').first());
  const own = page.locator('.items p', { hasText: 'Jawaban Anda:' }).filter({ hasNotText: 'belum dijawab' });
  await expect(own).toHaveCount(1);
  await expect(own).toContainText(given.trim().split('\n').at(-1)!);
  await hand.press(page.getByRole('button', { name: 'Coba form B' }));
  await expect(page.getByText('Form B', { exact: true })).toBeVisible();
  await hand.press(page.locator('#begin'));
  await expect(page.getByRole('timer')).toContainText('45:00');
  await expect(page.locator('.strip .answered')).toHaveCount(0);
  await page.goto('#/tests');
  await expect(page.getByText('terakhir 0 dari 36 tepat')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lanjutkan tes' })).toBeVisible();
});

test('the test ends itself when its time is over', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  await page.clock.install();
  await open(page, '#/test/a1-mulai/unit-1');
  await hand.press(page.locator('#begin'));
  const time = page.getByRole('timer').locator('.time');
  await expect(time).toHaveText(/^4[45]:\d\d$/);
  await expect(time).not.toHaveClass(/ending/);
  await page.clock.fastForward('40:30');
  await expect(time).toHaveText(/^4:\d\d$/);
  await expect(time).toHaveClass(/ending/);
  await page.clock.fastForward('05:00');
  await expect(page.getByRole('heading', { level: 1, name: 'Belum lulus: 0 dari 36 tepat' })).toBeVisible();
  await expect(page.getByRole('timer')).toHaveCount(0);
});
