// After a panic: the page says what happened, and the answers of both stores come out as backup files.
// `cargo xtask test browser` reads those files back with the code that restores them.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { line } from './records';
import { expect, open, test } from './watched';

const PANIC = /kakehashi: broken|unreachable|panicked|the route for tests/;

type Seed = { place: string; line: string };

/** A setting of a learner as a record; docs/records.md has the format. */
function record(profile: string, counter: number, key: string, value: string): Seed {
  const writer = '0123456789abcdef';
  const cells = [1, profile, writer, counter, counter, 1_795_478_400_123, 420, 61_002, 'setting', [key, value]];
  return { place: `${profile}.${writer}.${counter}`, line: line(cells) };
}

const learner = (profile: string, name: string) => [
  record(profile, 1, 'name', 'lama'),
  record(profile, 2, 'goal', 'kaigo'),
  record(profile, 3, 'name', name),
  record(profile, 4, 'step/kana/hira-a-ka/words', 'done'),
  record(profile, 5, 'language', 'id'),
];

const sari = learner('p1a2b3c4d5e6f708', 'Sari さん');
const agus = learner('p2a2b3c4d5e6f708', 'Agus');
const damaged = { place: 'p2a2b3c4d5e6f708.0123456789abcdef.6', line: '[1,"p2a2b3c4d5e6f708","0123' };

/** Puts records where the app keeps them. */
async function keep(page: Page, local: Seed[], database: Seed[]) {
  await page.evaluate(async ([local, database]) => {
    for (const { place, line } of local) localStorage.setItem(`kkh1.r.${place}`, line);
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open('kakehashi');
      opening.onupgradeneeded = () => opening.result.createObjectStore('records');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const writing = opening.result.transaction('records', 'readwrite');
        for (const { place, line } of database) writing.objectStore('records').put(line, place);
        writing.oncomplete = () => { opening.result.close(); done(); };
        writing.onerror = () => failed(writing.error);
      };
    });
  }, [local, database] as const);
}

/** Opens the route that panics, in a page that begins anew. */
async function panic(page: Page) {
  await page.goto('#/panic');
  await page.reload();
}

async function saved(page: Page, name: string, to: string): Promise<string[]> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: `Simpan ke berkas: ${name}` }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^kakehashi-.+-\d{4}-\d{2}-\d{2}\.kakehashi\.jsonl$/);
  await expect(page.getByText(`Browser mengunduh ${download.suggestedFilename()}`)).toBeVisible();
  await download.saveAs(to);
  return (await readFile(to, 'utf8')).split('\n');
}

test('after a panic the answers of both stores come out, learner by learner', async ({ page, watch }, info) => {
  watch.expected.push(PANIC);
  await open(page);
  await keep(page, [...sari.slice(2), ...agus], [...sari.slice(0, 4), damaged]);
  await panic(page);
  await expect(page.getByRole('alert')).toContainText('Kakehashi berhenti');
  await expect(page.getByRole('alert')).toContainText('Catatan belajar yang tersimpan tetap aman');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByText('Rincian untuk instruktur').click();
  await expect(page.locator('pre')).toContainText('the route for tests was opened');

  const [header, ...lines] = await saved(page, 'Sari さん', info.outputPath('sari.kakehashi.jsonl'));
  expect(JSON.parse(header!)).toMatchObject({
    kakehashi: 'backup', format: 1, profile: 'p1a2b3c4d5e6f708', name: 'Sari さん', count: 5, sha256: '',
  });
  expect(lines.toSorted()).toEqual(['', ...sari.map(({ line }) => line)].toSorted());
  const [, ...others] = await saved(page, 'Agus', info.outputPath('agus.kakehashi.jsonl'));
  expect(others.toSorted()).toEqual(['', damaged.line, ...agus.map(({ line }) => line)].toSorted());

  // The way on; nothing was touched.
  await page.evaluate(() => { location.hash = '#/courses'; });
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  await page.waitForFunction(() => document.documentElement.dataset.mounted === 'yes');
  expect(await page.evaluate((key) => localStorage.getItem(key), `kkh1.r.${sari[4]!.place}`)).toBe(sari[4]!.line);
});

test('a store that is refused does not hold back the other', async ({ page, context, watch }) => {
  watch.expected.push(PANIC, /refused/);
  await open(page);
  await keep(page, sari.slice(0, 2), sari.slice(1));

  const withoutDatabase = await context.newPage();
  await withoutDatabase.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };
  });
  await panic(withoutDatabase);
  await expect(withoutDatabase.getByText('2 catatan')).toBeVisible();
  await expect(withoutDatabase.getByText('Salah satu dari dua tempat')).toBeVisible();

  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });
  });
  await panic(page);
  await expect(page.getByText('4 catatan')).toBeVisible();
  await expect(page.getByText('Salah satu dari dua tempat')).toBeVisible();

  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };
  });
  await panic(page);
  await expect(page.getByText('Browser tidak mengizinkan catatan dibaca')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Muat ulang' })).toBeVisible();
});

test('where nothing was saved it says so and leaves no empty store behind', async ({ page, watch }) => {
  watch.expected.push(/Failed to load resource|kakehashi: offline/);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('');
  await expect(page.getByText('Belum ada catatan belajar di browser ini.')).toBeVisible();
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});
