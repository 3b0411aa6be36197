// The unit test under way: answers that can be changed, sections that lock, a clock that ends it, and a result with reasons.
import { finishSection, giveVoice, keys, serveSpecimen } from './examinee';
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
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
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

test('typed words, tiles and pairs are kept in a test, changed, and come back after a reload', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  await serveSpecimen(page, 'specimen-v2', 'specimen-2');
  await open(page, '#/test/specimen-2/akhir');
  await hand.press(page.locator('#begin'));
  const item = (id: string) => page.locator(`[data-item="akhir-${id}"]`);
  const keep = page.getByRole('button', { name: 'Simpan jawaban' });
  const stands = page.locator('.exercise > [role="status"]');
  const next = async () => hand.press(page.locator('#next'));

  // Typed: first a wrong word, then the right one. Nothing tells which is which.
  await expect(item('a01')).toBeVisible();
  await expect(keep).toBeDisabled();
  await hand.type(page.getByRole('textbox'), 'ie');
  await page.keyboard.press('Enter');
  await expect(stands).toHaveText('Jawaban sekarang: ie');
  await page.getByRole('textbox').fill('');
  await hand.type(page.getByRole('textbox'), 'ue');
  await hand.press(keep);
  await expect(stands).toHaveText('Jawaban sekarang: ue');
  await expect(page.locator('.sheet, .right, .wrong')).toHaveCount(0);

  // Tiles: laid, one taken back, laid again.
  await next();
  await expect(item('a02')).toBeVisible();
  await expect(stands).toBeHidden();
  for (const tile of ['1', '0']) await hand.press(page.locator(`.tiles [value="${tile}"]`));
  await hand.press(keep);
  await expect(stands).toHaveText(/^Jawaban sekarang: です.?いえ$/);
  for (const tile of ['1', '0']) await hand.press(page.locator(`.laid [value="${tile}"]`));
  for (const tile of ['0', '1']) await hand.press(page.locator(`.tiles [value="${tile}"]`));
  await hand.press(keep);
  await expect(stands).toHaveText(/^Jawaban sekarang: いえ.?です$/);

  // Pairs.
  await next();
  await expect(item('a03')).toBeVisible();
  await expect(keep).toBeDisabled();
  for (const id of ['a', 'b', 'c']) {
    await hand.press(page.locator(`.pairs .opts:first-child [value="${id}"]`));
    await hand.press(page.locator(`.pairs .opts:last-child [value="${id}"]`));
  }
  await hand.press(keep);
  await expect(stands).toContainText('あ – a');
  await expect(page.locator('.strip .answered')).toHaveCount(3);

  // What was kept is there after a reload, and it is what is scored.
  await page.reload();
  await hand.press(page.locator('#begin'));
  await expect(item('a03')).toBeVisible();
  await expect(page.locator('.pairs .opts:first-child .mark')).toHaveText(['1', '2', '3']);
  await hand.press(page.getByRole('button', { name: 'Soal 1, sudah dijawab' }));
  await expect(page.getByRole('textbox')).toHaveValue('ue');
  await hand.press(page.getByRole('button', { name: 'Soal 2, sudah dijawab' }));
  await expect(page.locator('.laid .tile')).toHaveText(['いえ', 'です']);
  await finishSection(page, hand);
  await finishSection(page, hand);
  await expect(page.getByRole('heading', { level: 1, name: 'Belum lulus: 3 dari 6 tepat' })).toBeVisible();
  const own = page.locator('.items p', { hasText: 'Jawaban Anda:' }).filter({ hasText: 'belum dijawab' });
  await hand.press(page.locator('.items summary').first());
  await expect(own.and(page.locator(':visible'))).toHaveCount(1);
});

test('a recording is played twice at most, through reloads, answered or not', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  await giveVoice(page);
  await serveSpecimen(page, 'specimen-v2', 'specimen-2');
  await open(page, '#/test/specimen-2/akhir');
  await hand.press(page.locator('#begin'));
  await finishSection(page, hand);
  const play = page.locator('.script').getByRole('button', { name: 'Dengarkan' });
  const left = (n: number) => expect(page.locator('.script')).toContainText(`Bisa diputar ${n} kali lagi.`);
  const again = async () => {
    await page.reload();
    await hand.press(page.locator('#begin'));
    await expect(page.locator('[data-item="akhir-a05"]')).toBeVisible();
  };
  await left(2);
  await expect(page.locator('.script .lines'), 'the script stays hidden where there is a voice').toBeHidden();
  await hand.press(play);
  await left(1);
  await again();
  await left(1);
  await hand.press(page.locator('.opts [value="a"]'));
  await expect(page.locator('.opt.chosen')).toHaveAttribute('value', 'a');
  await again();
  await left(1);
  await hand.press(play);
  await left(0);
  await expect(play).toBeHidden();
  await again();
  await left(0);
  await expect(play).toBeHidden();
  await hand.press(page.locator('#next'));
  await expect(page.locator('[data-item="akhir-a06"]')).toBeVisible();
  await left(2);
  await hand.press(play);
  await expect.poll(() => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)).toEqual(['うえ']);
});

test('the sections of a test are named in the language of the page', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  await page.addInitScript(() => localStorage.setItem('kkh1.lang', 'ja'));
  await open(page, '#/test/a1-mulai/unit-1');
  const names = ['文字と語彙', '会話と表現', '聴解', '読解'];
  await expect(page.locator('ul.results > li > span:first-child')).toHaveText(names);
  await expect(page.locator('ul.results [lang="id"]')).toHaveCount(0);
  await hand.press(page.locator('#begin'));
  await expect(page.locator('.tabs li')).toHaveText(names.map((name) => new RegExp(`^${name}`)));
});

test('the dialog before the end of a section keeps the focus and closes with Escape from anywhere', async ({ page, hasTouch }) => {
  const hand = pointer(page, hasTouch);
  await open(page, '#/test/a1-mulai/unit-1');
  await hand.press(page.locator('#begin'));
  const finish = page.getByRole('main').getByRole('button', { name: 'Selesaikan bagian ini' });
  const dialog = page.getByRole('alertdialog');
  await hand.press(finish);
  await expect(page.locator('#finish-now')).toBeFocused();
  // A press beside the dialog does not take the focus out of it.
  await page.mouse.click(4, 400);
  await expect(page.locator('#finish-now')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('#finish-not')).toBeFocused();
  // Something else took the focus away: Tab comes back, Escape closes all the same.
  const lose = () => page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await lose();
  await page.keyboard.press('Tab');
  await expect(page.locator('#finish-now')).toBeFocused();
  await lose();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#next')).toBeFocused();
  // Without a dialog Tab is the browser's again.
  await page.keyboard.press('Tab');
  await expect(page.locator('#next')).not.toBeFocused();
  await hand.press(finish);
  await hand.press(page.locator('#finish-not'));
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#next')).toBeFocused();
});
