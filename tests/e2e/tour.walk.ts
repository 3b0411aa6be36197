// A trainee's first week, photographed for docs/tour.md: each step is a picture, in the order of the page.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { answerSection, finishSection, keys } from './examinee';
import { type Hand, Player, pointer } from './player';
import { Camera, device, pass } from './tour.device';
import { open } from './watched';

const MORNING = Date.parse('2026-11-24T09:00:00+07:00');
const DAY = 24 * 60 * 60 * 1000;
/** How long this trainee thinks before a press. */
const THINKS = 4_000;

/** A hand that takes its time. */
function calm(page: Page): Hand {
  const hand = pointer(page, true);
  const calmly = async (act: () => Promise<void>) => {
    await pass(page, THINKS);
    await act();
  };
  return {
    press: (button) => calmly(() => hand.press(button)),
    choose: (option, place) => calmly(() => hand.choose(option, place)),
    type: (field, text) => calmly(() => hand.type(field, text)),
  };
}

/** Opens a page of the app anew. */
async function visit(page: Page, address: string) {
  await page.goto('licences.txt');
  await open(page, address);
  await expect(page.locator('.loading')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const saved = (page: Page) => expect(page.locator('#safety')).toHaveText(/^(Tersimpan|保存しました)$/);

test('tour', async ({ page, browser }, info) => {
  const camera = await Camera.open(browser);
  const hand = calm(page);
  const shoot = (name: string) => camera.shoot(page, name);
  await page.addInitScript(device, MORNING);

  // The first screen and the first day.
  await open(page);
  await page.getByLabel('Nama panggilan').fill('Sari');
  await page.getByLabel('JFT-Basic A2').check();
  await page.getByLabel('Hiragana dan katakana').check();
  await page.evaluate(() => window.scrollTo(0, 0));
  await shoot('01-first-screen');
  await hand.press(page.getByRole('button', { name: 'Mulai belajar' }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
  await shoot('02-today');
  await visit(page, '#/courses');
  await shoot('03-courses');

  // Kana: cards, then practice with a typed answer.
  await (await Player.open(page, hand, 'kana', 'hira-a-ka', 'goals')).finish('right');
  await visit(page, '#/lesson/kana/hira-a-ka/words');
  await saved(page);
  await shoot('04-kana');
  await (await Player.at(page, hand, 'kana', 'hira-a-ka')).finish('right');
  let player = await Player.open(page, hand, 'kana', 'hira-a-ka', 'practice');
  await player.until((item) => item.kind === 'typing');
  await player.type('eki');
  await saved(page);
  await shoot('05-typing');
  await player.check();
  await player.goOn();
  await player.finish('right');
  await saved(page);
  await (await Player.open(page, hand, 'kana', 'hira-a-ka', 'tip')).finish('right');

  // A1: a dialogue, an answer with its reason, the check.
  await visit(page, '#/lesson/a1-mulai/perkenalan/listen');
  await hand.press(page.locator('main [aria-expanded]').first());
  await saved(page);
  await shoot('06-dialogue');
  player = await Player.open(page, hand, 'a1-mulai', 'perkenalan', 'practice');
  const item = await player.until((item) => item.kind === 'choice' && !item.options?.some(({ icon }) => icon));
  await player.wrong(item);
  await saved(page);
  await shoot('07-reason');
  await player.goOn();
  await player.finish('right');
  await saved(page);
  player = await Player.open(page, hand, 'a1-mulai', 'perkenalan', 'check');
  await player.finish('right');
  await saved(page);
  await shoot('08-check');

  // The next days.
  for (const lesson of ['tidak-mengerti', 'angka-jam']) {
    await pass(page, DAY);
    for (const step of ['practice', 'check']) {
      await page.reload();
      await (await Player.open(page, hand, 'a1-mulai', lesson, step)).finish('right');
      await saved(page);
    }
  }
  await pass(page, 2 * DAY);
  await visit(page, '#/review');
  await shoot('09-review');
  await hand.press(page.locator('#begin'));
  await hand.press(page.locator('#turn'));
  await expect(page.locator('#grade-3')).toBeInViewport({ ratio: 1 });
  await shoot('10-card');
  while (await page.locator('[data-word], [data-item]').count()) {
    if (await page.locator('#turn:visible').count()) await hand.press(page.locator('#turn'));
    await hand.press(page.locator('#grade-3'));
    await expect(page.locator('#grade-3')).toBeHidden();
  }
  await saved(page);

  // The unit test.
  await visit(page, '#/test/a1-mulai/unit-1');
  const right = await keys(page);
  await hand.press(page.locator('#begin'));
  await answerSection(page, hand, right, 4);
  await hand.press(page.locator('#flag'));
  await expect(page.locator('.strip .flagged')).toHaveCount(1);
  await page.evaluate(() => window.scrollTo(0, 0));
  await shoot('11-test');
  for (let section = 0; section < 4; section += 1) {
    await answerSection(page, hand, right);
    await finishSection(page, hand);
  }
  await expect(page.getByRole('heading', { level: 1, name: /^Lulus/ })).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, 0));
  await shoot('12-result');
  await visit(page, '#/progress');
  await shoot('13-progress');

  // The certificate, on the screen and on paper.
  await visit(page, '#/certificates');
  await page.getByLabel('Nama lengkap').last().fill('Sari Dewi Kusuma');
  const downloading = page.waitForEvent('download');
  await hand.press(page.getByRole('button', { name: 'Buat sertifikat (PDF)' }));
  const pdf = info.outputPath('certificate.pdf');
  await (await downloading).saveAs(pdf);
  await expect(page.locator('.certificate')).toContainText('Sari Dewi Kusuma');
  await page.locator('.certificate').evaluate((paper) => {
    paper.scrollIntoView({ block: 'start' });
    window.scrollBy(0, -16);
  });
  await shoot('14-certificate');
  execFileSync('pdftoppm', ['-png', '-r', '90', '-singlefile', pdf, info.outputPath('paper')]);
  await camera.develop(await readFile(info.outputPath('paper.png')), '15-certificate-paper');

  // The backup.
  await visit(page, '#/settings');
  const backup = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan ke berkas' }).click();
  const name = (await backup).suggestedFilename();
  await expect(page.getByText(`disimpan ke ${name}`)).toBeVisible();
  await page.getByText(`disimpan ke ${name}`).scrollIntoViewIfNeeded();
  await shoot('16-backup');

  // On a desk, and in Japanese and dark.
  await page.setViewportSize({ width: 1280, height: 800 });
  await pass(page, 12 * 60 * 60 * 1000);
  await visit(page, '#/today');
  await camera.shoot(page, '17-desk-today', 'css');
  await visit(page, '#/progress');
  await page.locator('.evidence').last().evaluate((line) => line.scrollIntoView({ block: 'end' }));
  await page.evaluate(() => window.scrollBy(0, 32));
  await camera.shoot(page, '18-desk-progress', 'css');
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, '#/settings');
  await page.getByLabel('Gelap').check();
  await page.getByLabel('日本語').check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('設定');
  await visit(page, '#/today');
  await shoot('19-japanese-today');
  player = await Player.open(page, hand, 'a1-mulai', 'perkenalan', 'practice');
  await player.wrong(await player.until((item) => item.kind === 'ordering'));
  await saved(page);
  await shoot('20-japanese-reason');
  await camera.close();
});
