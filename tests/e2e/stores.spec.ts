// Accidents to the two stores: either one gone, full or refusing, a newer app, another tab.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { line } from './records';
import { begin, study } from './visitor';
import { expect, open, test } from './watched';

/** A page of our origin on which no app runs, so that nothing holds the stores open. */
const QUIET = 'licences.txt';

// A text has no icon of its own, so the browser asks for the usual one.
test.beforeEach(({ page }) => page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 })));

/** Answers the question in front, however. */
async function answerAny(page: Page) {
  const unknown = page.getByRole('button', { name: 'Belum tahu' });
  const option = page.locator('.opts:not(.pairs .opts) .opt').first();
  await expect(unknown.or(option).first()).toBeVisible();
  await ((await unknown.isVisible()) ? unknown : option).click();
}

type Rows = { records: number; recent: number; snapshots: number };

/** How many rows each object store has. */
const rows = (page: Page): Promise<Rows> => page.evaluate(() => new Promise((told, failed) => {
  const opening = indexedDB.open('kakehashi');
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const names = ['records', 'recent', 'snapshots'];
    const reading = opening.result.transaction(names);
    const counts = names.map((name) => reading.objectStore(name).count());
    reading.oncomplete = () => {
      opening.result.close();
      told(Object.fromEntries(names.map((name, n) => [name, counts[n]!.result])) as Rows);
    };
  };
}));

/** Takes the database away. */
async function dropDatabase(page: Page) {
  await page.goto(QUIET);
  await page.evaluate(() => new Promise<void>((done, failed) => {
    const dropping = indexedDB.deleteDatabase('kakehashi');
    dropping.onsuccess = () => done();
    dropping.onerror = dropping.onblocked = () => failed(new Error('not deleted'));
  }));
}

/** Records of a learner, as the app writes them: settings without meaning. */
function settings(learner: string, count: number): { key: string; line: string }[] {
  const writer = '00000000000000aa';
  return Array.from({ length: count }, (_, n) => {
    const cells = [1, learner, writer, n + 1, n + 1, 1795478400000 + n, 420, n, 'setting', [`test-${n % 50}`, String(n)]];
    return { key: `${learner}.${writer}.${n + 1}`, line: line(cells) };
  });
}

/** Writes lines straight into IndexedDB. */
const put = (page: Page, lines: { key: string; line: string }[]) => page.evaluate((lines) => new Promise<void>((done, failed) => {
  const opening = indexedDB.open('kakehashi');
  opening.onsuccess = () => {
    const writing = opening.result.transaction('records', 'readwrite');
    for (const { key, line } of lines) writing.objectStore('records').put(line, key);
    writing.oncomplete = () => {
      opening.result.close();
      done();
    };
    writing.onerror = () => failed(writing.error);
  };
}), lines);

const learner = (page: Page): Promise<string> => page.evaluate(() => localStorage.getItem('kkh1.active')!);

/** From now on IndexedDB takes nothing from the page's worker, or everything again. */
async function refuse(page: Page, refused: boolean) {
  const worker = page.workers().find((worker) => worker.url().includes('/worker-'));
  await worker!.evaluate((refused) => {
    const scope = globalThis as unknown as { put?: typeof IDBObjectStore.prototype.put };
    scope.put ??= IDBObjectStore.prototype.put;
    const put = scope.put;
    IDBObjectStore.prototype.put = refused ? () => { throw new DOMException('no room', 'QuotaExceededError'); } : put;
  }, refused);
}

/** Takes all room of localStorage. */
const fill = (page: Page) => page.evaluate(() => {
  for (let size = 1 << 20, n = 0; size >= 1; n += 1) {
    try {
      localStorage.setItem(`other-app-${n}`, 'x'.repeat(size));
    } catch {
      size >>= 1;
    }
  }
});

test('localStorage gone: the learner is found again', async ({ page }) => {
  await open(page);
  await begin(page, 'Sari');
  await study(page);
  await page.evaluate(() => localStorage.clear());
  await open(page, './');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
  await page.goto('#/courses');
  await expect(page.locator('.path-entry').first()).toContainText('Lanjut: ');
});

test('localStorage gone with two learners: the first screen offers both', async ({ page }) => {
  await open(page);
  await begin(page, 'Sari');
  await page.goto('#/settings');
  await page.getByRole('button', { name: 'Tambah pelajar' }).click();
  await begin(page, 'Budi');
  await page.evaluate(() => localStorage.clear());
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Selamat datang');
  await page.getByRole('button', { name: 'Lanjutkan sebagai Sari' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
});

test('IndexedDB gone: the state is back from the mirror, and what is lost is said until a backup brings it', async ({ page }, info) => {
  await open(page);
  await begin(page, 'Sari');
  await study(page);
  await page.goto('#/settings');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan ke berkas' }).click();
  const path = info.outputPath('sari.kakehashi.jsonl');
  await (await downloading).saveAs(path);
  const count = (await rows(page)).records;
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('kkh1.mirror.')))).toBe(true);

  // The last records are in localStorage still: nothing is lost.
  await dropDatabase(page);
  await open(page, './');
  await page.goto('#/courses');
  await expect(page.locator('.path-entry').first()).toContainText('Lanjut: ');
  await expect(page.getByText('sudah tidak ada di browser ini')).toBeHidden();
  await expect.poll(async () => (await rows(page)).records).toBe(count);

  // Without them the mirror alone is left.
  await dropDatabase(page);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('kkh1.r.')) localStorage.removeItem(key);
  });
  await open(page, './');
  await page.goto('#/courses');
  await expect(page.locator('.path-entry').first()).toContainText('Lanjut: ');
  await expect(page.getByText('catatan lama sudah tidak ada di browser ini')).toBeVisible();
  await page.getByRole('link', { name: 'Ke cadangan' }).click();
  await page.locator('.restore input').setInputFiles(path);
  await page.getByRole('button', { name: 'Gabungkan' }).click();
  await expect(page.getByText('sudah tidak ada di browser ini')).toBeHidden();
  expect((await rows(page)).records).toBe(count);
});

test('another tab: what is learnt there shows here at once, and deleting there ends this page', async ({ page, context }) => {
  await open(page);
  await begin(page, 'Sari');
  const other = await context.newPage();
  await open(other, '#/courses');
  await expect(other.locator('.path-entry').first()).toBeVisible();
  await expect(other.locator('.path-entry').first()).not.toContainText('Lanjut: ');
  await study(page);
  await expect(other.locator('.path-entry').first()).toContainText('Lanjut: ');

  await page.goto('#/settings');
  await page.getByRole('button', { name: 'Hapus pelajar ini' }).click();
  await page.getByRole('button', { name: 'Ya, hapus semua catatan Sari' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Selamat datang');
});

test('four tabs answer at once: every record is there', async ({ page, context }) => {
  await open(page);
  await begin(page, 'Sari');
  const tabs = [page, ...await Promise.all([1, 2, 3].map(() => context.newPage()))];
  await Promise.all(tabs.map((tab) => open(tab, '#/lesson/kana/hira-a-ka/practice')));
  const before = (await rows(page)).records;
  const answer = async (tab: Page) => {
    for (let n = 0; n < 4; n += 1) {
      await answerAny(tab);
      await expect(tab.locator('#safety')).toHaveText('Tersimpan');
      await tab.locator('#continue').click();
    }
  };
  await Promise.all(tabs.map(answer));
  const answers = await page.evaluate(() => new Promise<number>((told) => {
    const opening = indexedDB.open('kakehashi');
    opening.onsuccess = () => {
      const all = opening.result.transaction('records').objectStore('records').getAll();
      all.onsuccess = () => told(all.result.filter((line: string) => line.includes('"answered"')).length);
    };
  }));
  expect(answers).toBe(16);
  expect((await rows(page)).records).toBeGreaterThanOrEqual(before + 16);
});

test('a long log: a snapshot is made, a start reads it, and a damaged one does no harm', async ({ page }) => {
  await open(page);
  await begin(page, 'Sari');
  const lines = settings(await learner(page), 1_000);
  await page.goto(QUIET);
  await put(page, lines);
  await open(page, './');
  await expect.poll(async () => (await rows(page)).snapshots).toBe(1);
  const { records, recent } = await rows(page);
  expect(recent).toBeLessThan(records);
  await open(page, './#/settings');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pengaturan');
  await study(page);
  await page.goto(QUIET);
  await page.evaluate(() => new Promise<void>((done) => {
    const opening = indexedDB.open('kakehashi');
    opening.onsuccess = () => {
      const store = opening.result.transaction('snapshots', 'readwrite').objectStore('snapshots');
      const keys = store.getAllKeys();
      keys.onsuccess = () => {
        for (const key of keys.result) store.put('kakehashi-kept 00000000\n{}', key);
        store.transaction.oncomplete = () => done();
      };
    };
  }));
  await open(page, './#/courses');
  await expect(page.locator('.path-entry').first()).toContainText('Lanjut: ');
  await expect(page.locator('.notices')).toBeHidden();
});

test('a damaged record is kept, counted and in the backup', async ({ page }, info) => {
  await open(page);
  await begin(page, 'Sari');
  const id = await learner(page);
  await page.goto(QUIET);
  await put(page, [{ key: `${id}.00000000000000bb.1`, line: '[1,"rusak' }]);
  await open(page, './');
  await expect(page.getByText('1 catatan rusak tidak bisa dibaca')).toBeVisible();
  await page.getByRole('link', { name: 'Ke cadangan' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan ke berkas' }).click();
  const path = info.outputPath('rusak.kakehashi.jsonl');
  await (await downloading).saveAs(path);
  expect(await readFile(path, 'utf8')).toContain('\n[1,"rusak\n');
});

test('records of a newer app: everything is shown and nothing is written', async ({ page }) => {
  await open(page);
  await begin(page, 'Sari');
  const id = await learner(page);
  await page.evaluate((id) => localStorage.setItem(`kkh1.r.${id}.00000000000000cc.1`, '[2,{"all":"new"}]'), id);
  await open(page, './');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
  await expect(page.getByText('ditulis oleh Kakehashi yang lebih baru')).toBeVisible();
  const before = await rows(page);
  await page.goto('#/lesson/kana/hira-a-ka/tip');
  await page.locator('main .btn').click();
  await expect(page.locator('#safety')).toContainText('tidak disimpan');
  expect(await rows(page)).toEqual(before);
});

test('a database of a newer app: everything is shown and nothing is written', async ({ page }) => {
  await open(page);
  await begin(page, 'Sari');
  await page.goto(QUIET);
  await page.evaluate(() => new Promise<void>((done, failed) => {
    const opening = indexedDB.open('kakehashi', 99);
    opening.onerror = opening.onblocked = () => failed(new Error('not opened'));
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
  }));
  await open(page, './');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
  await expect(page.getByText('ditulis oleh Kakehashi yang lebih baru')).toBeVisible();
});

test('localStorage full: answers go on into IndexedDB, and the page says so', async ({ page }) => {
  await open(page);
  await begin(page, 'Sari');
  await fill(page);
  // The ballast gives room for what is learnt now.
  await study(page);
  await fill(page);
  await open(page, './#/courses');
  await page.reload();
  await expect(page.getByText('Penyimpanan kedua browser ini penuh')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ke cadangan' })).toBeVisible();
  const before = (await rows(page)).records;
  await page.goto('#/lesson/kana/hira-a-ka/tip');
  await page.locator('main .btn').click();
  await expect(page.locator('#safety')).toContainText('penuh');
  await expect.poll(async () => (await rows(page)).records).toBeGreaterThan(before);
});

test('IndexedDB refuses: answers are kept in the other store, never called saved, and go in when it takes them again', async ({ page }) => {
  await open(page);
  await begin(page, 'Sari');
  await page.goto('#/lesson/kana/hira-a-ka/practice');
  await page.locator('.exercise').waitFor();
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  const before = (await rows(page)).records;
  await refuse(page, true);
  await answerAny(page);
  await expect(page.locator('#safety')).toContainText('Penyimpanan utama browser ini tidak bisa dipakai');
  // The other program opens the same log and must not call it saved.
  await page.goto('#/settings');
  await expect(page.locator('.notices')).toContainText('Penyimpanan utama browser ini tidak bisa dipakai');
  await expect(page.getByText('Semua catatan belajar tersimpan')).toBeHidden();
  expect((await rows(page)).records).toBe(before);
  // Whatever is recorded next, by either program, takes along what was refused.
  await refuse(page, false);
  await page.getByLabel('Gelap').check();
  await expect(page.getByText('Semua catatan belajar tersimpan')).toBeVisible();
  expect((await rows(page)).records).toBeGreaterThan(before + 1);
  await study(page);
});

test('both stores refuse: every page says it, and the backup still has what was answered', async ({ page }, info) => {
  await open(page);
  await begin(page, 'Sari');
  await page.goto('#/lesson/kana/hira-a-ka/practice');
  await page.locator('.exercise').waitFor();
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  await refuse(page, true);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };
  });
  await answerAny(page);
  await expect(page.locator('#safety')).toContainText('tidak bisa menyimpan jawaban');
  await page.goto('#/settings');
  await expect(page.locator('.notices')).toContainText('tidak bisa');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan ke berkas' }).click();
  const path = info.outputPath('penuh.kakehashi.jsonl');
  await (await downloading).saveAs(path);
  expect(await readFile(path, 'utf8')).toContain('"answered"');
});
