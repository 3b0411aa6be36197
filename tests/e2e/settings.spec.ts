// The first screen, learners, and the way of records out of the browser and back.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { line } from './records';
import { begin, study } from './visitor';
import { expect, open, test } from './watched';

/** The backup file as saved. */
async function backup(page: Page, to: string): Promise<string> {
  await page.goto('#/settings');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan ke berkas' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^kakehashi-sari-\d{4}-\d{2}-\d{2}\.kakehashi\.jsonl$/);
  await download.saveAs(to);
  await expect(page.getByText(`disimpan ke ${download.suggestedFilename()}`)).toBeVisible();
  return readFile(to, 'utf8');
}

const choose = (page: Page, name: string, text: string) =>
  page.locator('.restore input').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

/** How many records both stores have of all learners. */
const kept = (page: Page) => page.evaluate(() => new Promise<number[]>((told, failed) => {
  const opening = indexedDB.open('kakehashi');
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('records').objectStore('records').count();
    counting.onsuccess = () => {
      opening.result.close();
      told([counting.result, Object.keys(localStorage).filter((key) => key.startsWith('kkh1.r.')).length]);
    };
  };
}));

test('backup, delete, restore: everything is there again', async ({ page }, info) => {
  await open(page);
  await begin(page, 'Sari');
  await study(page);
  const path = info.outputPath('sari.kakehashi.jsonl');
  const text = await backup(page, path);
  const records = text.trimEnd().split('\n').length - 1;
  expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({ kakehashi: 'backup', format: 1, name: 'Sari', count: records });

  await page.getByRole('button', { name: 'Hapus pelajar ini' }).click();
  await page.getByRole('button', { name: 'Ya, hapus semua catatan Sari' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Selamat datang');
  expect(await kept(page)).toEqual([0, 0]);

  await page.locator('.restore input').setInputFiles(path);
  await expect(page.getByRole('heading', { name: 'Cadangan milik Sari' })).toBeVisible();
  await expect(page.getByText(`${records} catatan baru`)).toBeVisible();
  expect(await kept(page), 'nothing is written before it is merged').toEqual([0, 0]);
  await page.getByRole('button', { name: 'Gabungkan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
  await page.goto('#/courses');
  await expect(page.locator('.path-entry').first()).toContainText('Lanjut: ');

  // Twice is once.
  await page.goto('#/settings');
  await page.locator('.restore input').setInputFiles(path);
  await expect(page.getByText('0 catatan baru')).toBeVisible();
  await expect(page.getByText(`${records} catatan sudah ada di sini`)).toBeVisible();
});

test('a second learner sees nothing of the first', async ({ page }) => {
  await open(page);
  await begin(page, 'Sari');
  await study(page);
  await page.goto('#/settings');
  await page.getByRole('button', { name: 'Tambah pelajar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Selamat datang');
  await begin(page, 'Agus');
  await expect(page.locator('body')).not.toContainText('Sari');
  await page.goto('#/courses');
  await expect(page.locator('.path-entry').first()).toBeVisible();
  await expect(page.locator('.path-entry .state:visible')).toHaveCount(0);

  await page.goto('#/settings');
  await page.getByRole('button', { name: 'Ganti ke Sari' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
  await page.goto('#/courses');
  await expect(page.locator('.path-entry').first()).toContainText('Lanjut: ');
});

test('a file that is not ours, cut, changed or newer is refused, and what is here stays', async ({ page }, info) => {
  await open(page);
  await begin(page, 'Sari');
  await study(page);
  const whole = await backup(page, info.outputPath('sari.kakehashi.jsonl'));
  const before = await kept(page);
  const files: [string, string, RegExp][] = [
    ['empty', '', /kosong/],
    ['foreign', 'PK\u0003\u0004', /bukan cadangan Kakehashi/],
    ['other json', '{"kakehashi":"pack","format":1}', /bukan cadangan Kakehashi/],
    ['cut', whole.slice(0, -20), /terpotong/],
    ['changed', whole.replace('"Sari"]', '"Sara"]'), /berubah sejak disimpan/],
    ['newer', whole.replace('"format":1', '"format":9'), /versi Kakehashi yang lebih baru/],
  ];
  for (const [name, text, why] of files) {
    await choose(page, `${name}.jsonl`, text);
    await expect(page.getByRole('alert').filter({ hasText: why }), name).toContainText('tidak berubah');
    await expect(page.getByRole('button', { name: 'Gabungkan' })).toHaveCount(0);
  }
  expect(await kept(page)).toEqual(before);
});

test('size of text, theme and furigana show at once and stay', async ({ page }) => {
  await open(page, '#/settings');
  const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
  expect(await size()).toBe('16px');
  await page.getByLabel('150 %').check();
  expect(await size()).toBe('24px');
  await page.getByLabel('Gelap').check();
  await page.getByLabel('Sembunyikan').check();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pengaturan');
  expect(await size()).toBe('24px');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-furigana', 'never');
});

test('the language changes at once, in every part, and stays', async ({ page }) => {
  await open(page, '#/settings');
  const spoken: [string, string, string, string][] = [['English', 'en', 'Settings', 'Courses'], ['日本語', 'ja', '設定', 'コース'], ['Bahasa Indonesia', 'id', 'Pengaturan', 'Kursus']];
  for (const [name, tag, title, courses] of spoken) {
    await page.getByLabel(name).check();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await page.goto('#/courses');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(courses);
    await page.goto('#/settings');
  }
});

test('a language that does not arrive leaves the page as it is', async ({ page, watch }) => {
  watch.expected.push(/Failed to load resource|texts-en/);
  await open(page, '#/settings');
  await page.route('**/texts-en-*.json', (route) => route.abort());
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByLabel('Bahasa Indonesia')).toBeChecked();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pengaturan');
  await page.unroute('**/texts-en-*.json');
  await page.getByLabel('English').check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

/** Begins with a learner who graded words of A1 as easy 30, 20 and 5 days ago: they are known well. */
async function knows(page: Page, words: string[]) {
  const [learner, writer] = ['p00000000000000aa', '00000000000000aa'];
  const records = [30, 20, 5].map((days, n) => {
    const wall = Date.now() - days * 86_400_000;
    const cells = [1, learner, writer, n + 1, n + 1, wall, 420, 1000, 'graded', ['a1-mulai', 'r', 4, 'r', '', 0, ...words]];
    return [`kkh1.r.${learner}.${writer}.${n + 1}`, line(cells)];
  });
  await page.addInitScript(([learner, records]) => {
    if (localStorage.getItem('kkh1.active')) return;
    localStorage.setItem('kkh1.active', learner as string);
    for (const [key, line] of records as string[][]) localStorage.setItem(key!, line!);
  }, [learner, records] as const);
}

/** The readings that are seen over words in a lesson's list of words. */
const seen = (page: Page) => page.locator('.word rt').evaluateAll((readings) =>
  readings.filter((one) => getComputedStyle(one).visibility === 'visible').map((one) => one.textContent));

test('furigana only where it is needed: words that are known well lose it, also inside other words, and nothing moves', async ({ page }) => {
  await knows(page, ['namae', 'shain']);
  const words = '#/lesson/a1-mulai/perkenalan/words';
  await open(page, words);
  // The words of before are due: they come first, once.
  await page.locator('#skip').click();
  await expect(page.locator('.word').first()).toBeVisible();
  const all = await seen(page);
  expect(all).toEqual(expect.arrayContaining(['な', 'まえ', 'しゃ', 'いん', 'ふだ', 'くに']));
  const places = () => page.locator('.word, .word .ja').evaluateAll((words) => words.map((word) => {
    const { x, y, width, height } = word.getBoundingClientRect();
    return [x, y + window.scrollY, width, height];
  }));
  const before = await places();

  await page.goto('#/settings');
  await page.getByLabel('Hanya yang belum dikenal').check();
  await page.goto(words);
  // 社 of 社員 is known in 会社 too; the reading of 札 in 名札 is not.
  const known = ['な', 'まえ', 'しゃ', 'いん'];
  await expect.poll(() => seen(page)).toEqual(all.filter((reading) => !known.includes(reading!)));
  expect(await places()).toEqual(before);

  // It stays through a reload, and a touch of the word brings the reading back.
  await page.reload();
  await expect.poll(() => seen(page)).toEqual(all.filter((reading) => !known.includes(reading!)));
  const hidden = all.length - (await seen(page)).length;
  await page.locator('.word ruby.known').first().hover();
  expect(all.length - (await seen(page)).length).toBe(hidden - 1);
  await page.goto('#/settings');
  await page.getByLabel('Selalu').check();
  await page.goto(words);
  await expect.poll(() => seen(page)).toEqual(all);
});

test('what one learner knows says nothing of another', async ({ page }) => {
  await knows(page, ['namae']);
  await open(page, '#/settings');
  await page.getByLabel('Hanya yang belum dikenal').check();
  await page.getByRole('button', { name: 'Tambah pelajar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Selamat datang');
  await begin(page, 'Agus');
  await page.goto('#/settings');
  await expect(page.getByLabel('Selalu')).toBeChecked();
  await page.getByRole('button', { name: 'Ganti ke Pelajar' }).click();
  await page.goto('#/settings');
  await expect(page.getByLabel('Hanya yang belum dikenal')).toBeChecked();
});

test('romaji stands under words and dialogues for those who want it, never in a question', async ({ page }) => {
  await open(page, '#/lesson/a1-mulai/perkenalan/words');
  const namae = page.locator('.word', { hasText: '名' }).first();
  await expect(namae.locator('.romaji')).toBeHidden();
  await page.goto('#/settings');
  await page.getByLabel('Tampilkan di bawah kata dan dialog').check();
  await page.goto('#/lesson/a1-mulai/perkenalan/words');
  await expect(namae.locator('.romaji')).toHaveText('namae');
  await page.goto('#/lesson/a1-mulai/perkenalan/listen');
  await expect(page.getByText('ohayō gozaimasu. onamae wa?')).toBeVisible();
  await page.goto('#/lesson/a1-mulai/perkenalan/check');
  await expect(page.locator('[data-item]')).toBeVisible();
  await expect(page.locator('.romaji')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-romaji', 'on');
});

test('without sound no voice is used, and listening is recorded as not heard', async ({ page }) => {
  // A voice of the device, as phones have it.
  await page.addInitScript(() => {
    const voices = [{ lang: 'ja-JP', localService: true, name: 'test' }];
    const spoken = { getVoices: () => voices, speak: () => {}, cancel: () => {} };
    Object.defineProperty(window, 'speechSynthesis', { get: () => spoken });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class {} });
  });
  const heard = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kkh1.r.'))
    .map((key) => JSON.parse(localStorage.getItem(key)!)).filter((record) => record[8] === 'answered').map((record) => record[9][14]));
  const answer = async (lesson: string) => {
    await page.goto(`#/lesson/a1-mulai/${lesson}/listen`);
    const question = page.locator('[data-item]');
    const on = page.getByRole('main').getByRole('button', { name: 'Lanjut', exact: true });
    while (!(await question.count())) {
      await expect(on).toBeVisible();
      await on.click();
    }
  };
  await open(page, '#/lesson/a1-mulai/perkenalan/words');
  await expect(page.locator('.word .speaker').first()).toBeVisible();
  await answer('perkenalan');
  await page.locator('.opts .opt').first().click();
  await expect(page.locator('.sheet')).toBeVisible();
  expect(await heard()).toEqual([1]);

  await page.goto('#/settings');
  await page.getByRole('group', { name: 'Suara' }).getByLabel('Mati').check();
  await page.goto('#/lesson/a1-mulai/perkenalan/words');
  await expect(page.locator('.word').first()).toBeVisible();
  await expect(page.locator('.speaker')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.word').first()).toBeVisible();
  await expect(page.locator('.speaker')).toHaveCount(0);
  await page.goto('#/lesson/a1-mulai/tidak-mengerti/listen');
  await expect(page.getByText('Suara dimatikan di Pengaturan').first()).toBeVisible();
  await expect(page.locator('.lines').first()).toBeVisible();
  await answer('tidak-mengerti');
  await page.locator('.opts .opt').first().click();
  await expect(page.locator('.sheet')).toBeVisible();
  expect((await heard()).toSorted()).toEqual([0, 1]);
});

test('what the app is made of, and by whom', async ({ page }) => {
  await open(page, '#/more');
  await page.getByRole('link', { name: 'Tentang & sumber' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tentang & sumber');
  await expect(page.getByRole('listitem').filter({ hasText: 'A1 Mulai' })).toContainText('lisensi CC-BY-4.0');
  await expect(page.getByRole('listitem').filter({ hasText: 'Klee One' })).toContainText('SIL Open Font License 1.1');
  const leading = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(leading, 'no link leads to another site').toEqual(['licences.txt']);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await page.goto('#/settings');
  await page.getByRole('link', { name: 'Tentang & sumber' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tentang & sumber');
});

test('what was said on the first screen is used, and can be changed', async ({ page }) => {
  await open(page);
  await page.getByLabel('Nama panggilan').fill('Sari');
  await page.getByLabel('JFT-Basic A2').check();
  await page.getByLabel('Hiragana saja').check();
  await page.getByRole('button', { name: 'Mulai belajar' }).click();
  await expect(page.getByText('Tujuan: JFT-Basic A2')).toBeVisible();
  await expect(page.getByText('Kursus Kana · Pelajaran 11')).toBeVisible();

  await page.goto('#/settings');
  const you = page.locator('#about-you');
  await expect(you.getByRole('button', { name: 'Simpan nama' })).toBeDisabled();
  await you.getByLabel('Nama panggilan').fill('Sari Dewi');
  await you.getByRole('button', { name: 'Simpan nama' }).click();
  await you.getByLabel('JLPT N4').check();
  await you.getByLabel('Belum', { exact: true }).check();
  await page.reload();
  await expect(you.getByLabel('JLPT N4')).toBeChecked();
  await page.goto('#/today');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari Dewi');
  await expect(page.getByText('Tujuan: JLPT N4')).toBeVisible();
  await expect(page.getByText('Kursus Kana · Pelajaran 1')).toBeVisible();
});
