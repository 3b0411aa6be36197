// The main job: from the first visit through lessons, reviews, checks and the unit test to a certificate, and all of it
// there after a reload, and after it was deleted and restored. The PDF is read back by another program.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { answerSection, finishSection, keys } from './examinee';
import { Player, pointer } from './player';
import { expect, open, test } from './watched';

const TUESDAY = Date.parse('2026-11-24T09:00:00+07:00');
const DAY = 86_400_000;

/** The steps of an A1 lesson before its check. */
const STEPS = ['goals', 'scene', 'listen', 'notice', 'words', 'grammar', 'practice', 'do', 'tip'];

test('from the first visit to a certificate, and everything back from a backup', async ({ page, hasTouch }, info) => {
  test.setTimeout(480_000);
  const hand = pointer(page, hasTouch);
  await page.clock.setFixedTime(TUESDAY);
  await open(page);
  await page.getByLabel('Nama panggilan').fill('Sari');
  await page.getByLabel('JFT-Basic A2').check();
  await page.getByLabel('Hiragana dan katakana').check();
  await hand.press(page.getByRole('button', { name: 'Mulai belajar' }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
  await expect(page.getByText('Langkah 1 dari 10: Tujuan')).toBeVisible();

  // A kana lesson, then the first lesson of A1, step by step.
  await (await Player.open(page, hand, 'kana', 'hira-a-ka', 'practice')).finish('right');
  for (const step of STEPS) {
    const player = await Player.open(page, hand, 'a1-mulai', 'perkenalan', step);
    await player.finish('right');
  }
  await page.goto('#/courses');
  await expect(page.locator('.path-entry', { hasText: 'Lanjut: Cek' })).toHaveCount(1);

  // Some days later its words come back.
  await page.clock.setFixedTime(TUESDAY + 4 * DAY);
  await page.goto('#/review');
  await hand.press(page.locator('#begin'));
  for (let cards = 0; cards < 5; cards += 1) {
    await hand.press(page.locator('#turn'));
    await hand.press(page.locator('#grade-3'));
    await expect(page.locator('#grade-3')).toBeHidden();
  }
  await expect(page.locator('#safety')).toHaveText('Tersimpan');

  // The check fails and is passed in the other form.
  const check = await Player.open(page, hand, 'a1-mulai', 'perkenalan', 'check');
  await check.finish('wrong');
  await expect(page.getByRole('heading', { name: /^Belum lulus/ })).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Coba form B' }));
  await check.finish('right');
  await expect(page.getByRole('heading', { name: /^Lulus/ })).toBeVisible();
  for (const lesson of ['tidak-mengerti', 'angka-jam']) {
    await (await Player.open(page, hand, 'a1-mulai', lesson, 'check')).finish('right');
    await expect(page.getByRole('heading', { name: /^Lulus/ })).toBeVisible();
  }

  await page.goto('#/certificates');
  await expect(page.getByText('3 dari 3 pelajaran lulus')).toBeVisible();
  await expect(page.getByText('0 dari 19 pelajaran lulus')).toBeVisible();
  await page.goto('#/tests');
  await expect(page.getByText('Lulus dengan 70 % dari semua soal dan 50 % di setiap bagian.')).toBeVisible();
  const right = await keys(page);
  await hand.press(page.getByRole('link', { name: 'Mulai form A' }));
  await hand.press(page.locator('#begin'));
  await expect(page.getByRole('timer')).toContainText('45:00');
  expect(await answerSection(page, hand, right)).toBe(9);
  await finishSection(page, hand);
  // The page is closed in the second section and goes on there, with the answers given.
  await answerSection(page, hand, right, 3);
  await page.reload();
  await expect(page.getByText('Tes ini belum selesai.')).toBeVisible();
  await hand.press(page.locator('#begin'));
  await expect(page.locator('.tabs .now')).toHaveCount(1);
  await expect(page.locator('.tabs .done')).toHaveCount(1);
  await expect(page.locator('.strip .answered')).toHaveCount(3);
  await answerSection(page, hand, right);
  await finishSection(page, hand);
  await answerSection(page, hand, right);
  await finishSection(page, hand);
  await answerSection(page, hand, right);
  await finishSection(page, hand);
  await expect(page.getByRole('heading', { level: 1, name: 'Lulus: 36 dari 36 tepat' })).toBeVisible();
  await expect(page.locator('.items').first()).toBeVisible();
  // This browser has no voice: what was to be heard was read, and that is said.
  await expect(page.getByText('dibaca, tidak didengar').filter({ visible: true })).toHaveCount(1);

  await hand.press(page.getByRole('link', { name: 'Ke sertifikat' }));
  await page.getByLabel('Nama lengkap').last().fill('Sari Dewi Ku‌suma');
  await hand.press(page.getByRole('button', { name: 'Buat sertifikat (PDF)' }));
  await expect(page.getByText('Nama memuat tanda yang tidak terlihat.')).toBeVisible();
  await page.getByLabel('Nama lengkap').last().fill('Sari Dewi 🌸');
  await hand.press(page.getByRole('button', { name: 'Buat sertifikat (PDF)' }));
  await expect(page.getByText('Huruf ini tidak ada di font sertifikat: 🌸')).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('Nama lengkap').last().fill('Sari Dewi Kusuma');
  await page.getByLabel('Nama dengan kana').last().fill('サリ・デウィ');
  const downloading = page.waitForEvent('download');
  await hand.press(page.getByRole('button', { name: 'Buat sertifikat (PDF)' }));
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^KKH-[0-9A-Z-]+\.pdf$/);
  const pdf = info.outputPath('certificate.pdf');
  await download.saveAs(pdf);
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const said of ['Sari Dewi Kusuma', 'サリ・デウィ', 'A1 bagian 1 (pelajaran 1–3)', 'tidak diawasi', 'bukan hasil JLPT/JFT', 'dibaca, tidak didengar', '36']) {
    expect(text.replace(/\s+/g, ' ')).toContain(said);
  }
  await expect(page.locator('.certificate')).toContainText('Sari Dewi Kusuma');

  // Everything is there again: the certificate is looked at, printed alone, and saved for programs.
  const serial = download.suggestedFilename().replace('.pdf', '');
  await page.reload();
  await expect(page.getByText(`Sudah dibuat dengan nomor ${serial}`)).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Lihat' }));
  await expect(page.locator('.certificate')).toContainText('サリ・デウィ');
  await page.evaluate(() => { window.print = () => document.body.setAttribute('data-printed', 'yes'); });
  await hand.press(page.getByRole('button', { name: 'Cetak' }));
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.certificate')).toBeVisible();
  for (const other of ['.nav', 'h1', 'form > .btn', 'form > .field']) await expect(page.locator(other).first()).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  const keeping = page.waitForEvent('download');
  await hand.press(page.getByRole('button', { name: 'Simpan sebagai JSON' }));
  const json = info.outputPath('certificate.json');
  await (await keeping).saveAs(json);
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ format: 'kakehashi-certificate/1', content: { serial, name: 'Sari Dewi Kusuma', kana: 'サリ・デウィ', grade: 'self_study' } });
  await page.goto('#/progress');
  await expect(page.locator('.evidence .shown').first()).toBeVisible();
  await page.goto('#/tests');
  await expect(page.getByText('terakhir 36 dari 36 tepat')).toBeVisible();

  // A backup, nothing left, and everything back from the file.
  await page.goto('#/settings');
  const saving = page.waitForEvent('download');
  await hand.press(page.getByRole('button', { name: 'Simpan ke berkas' }));
  const backup = info.outputPath('sari.kakehashi.jsonl');
  await (await saving).saveAs(backup);
  await hand.press(page.getByRole('button', { name: 'Hapus pelajar ini' }));
  await hand.press(page.getByRole('button', { name: 'Ya, hapus semua catatan Sari' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Selamat datang');
  await page.locator('.restore input').setInputFiles(backup);
  await hand.press(page.getByRole('button', { name: 'Gabungkan' }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
  await page.goto('#/certificates');
  await expect(page.getByText(`Sudah dibuat dengan nomor ${serial}`)).toBeVisible();
  await page.goto('#/tests');
  await expect(page.getByText('terakhir 36 dari 36 tepat')).toBeVisible();
  await page.goto('#/progress');
  await expect(page.locator('.evidence .shown').first()).toBeVisible();

  // Another learner sees nothing of it.
  await page.goto('#/settings');
  await hand.press(page.getByRole('button', { name: 'Tambah pelajar' }));
  await page.getByLabel('Nama panggilan').fill('Budi');
  await hand.press(page.getByRole('button', { name: 'Mulai belajar' }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Budi');
  await page.goto('#/tests');
  await expect(page.getByText('Lulus dengan 70 % dari semua soal')).toBeVisible();
  await expect(page.getByText('terakhir 36')).toHaveCount(0);
  await page.goto('#/certificates');
  await expect(page.getByText('0 dari 3 pelajaran lulus')).toBeVisible();
  await page.goto('#/progress');
  await expect(page.locator('.evidence .shown')).toHaveCount(0);
});
