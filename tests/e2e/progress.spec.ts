// What was shown as saved is there again: after a reload, and after one store is destroyed.
import { expect, open, test } from './watched';

const SAVED = /^Tersimpan$/;
/** A JSON file shown as a page asks for an icon in vain. */
const NO_ICON = /404/;

test('a finished step is marked after a reload, and the lesson goes on behind it', async ({ page }) => {
  await open(page, '#/lesson/kana/hira-a-ka/tip');
  await page.locator('main .btn').click();
  await expect(page.getByRole('heading', { name: 'Langkah ini selesai' })).toBeVisible();
  await expect(page.locator('#safety')).toHaveText(SAVED);
  await open(page, '#/courses');
  await page.reload();
  await expect(page.locator('.path-entry').first()).toContainText('Lanjut: Tujuan');
});

for (const store of ['localStorage', 'IndexedDB']) {
  test(`progress comes back when ${store} is destroyed`, async ({ page, watch }) => {
    watch.expected.push(NO_ICON);
    await open(page, '#/lesson/kana/hira-a-ka/tip');
    await page.locator('main .btn').click();
    await expect(page.locator('#safety')).toHaveText(SAVED);
    // A page of the site without the app: nothing of it writes while a store is taken away.
    await page.goto('packs/index.json');
    await page.evaluate(async (destroyed) => {
      if (destroyed === 'localStorage') {
        for (const key of Object.keys(localStorage)) if (key.startsWith('kkh1.r.')) localStorage.removeItem(key);
        return;
      }
      await new Promise<void>((gone, failed) => {
        const deleting = indexedDB.deleteDatabase('kakehashi');
        deleting.onsuccess = () => gone();
        deleting.onerror = () => failed(deleting.error);
      });
    }, store);
    await open(page, '#/courses');
    await expect(page.locator('.path-entry').first()).toContainText('Lanjut: Tujuan');
  });
}

test('a damaged record is counted and shown, and the others are there', async ({ page, watch }) => {
  watch.expected.push(NO_ICON);
  await open(page, '#/lesson/kana/hira-a-ka/tip');
  await page.locator('main .btn').click();
  await expect(page.locator('#safety')).toHaveText(SAVED);
  await page.goto('packs/index.json');
  await page.evaluate(() => {
    localStorage.setItem(`kkh1.r.${localStorage.getItem('kkh1.active')}.0123456789abcdef.1`, '[1,"damaged"');
  });
  await open(page, '#/courses');
  await expect(page.getByRole('note')).toContainText('1 catatan rusak');
  await expect(page.locator('.path-entry').first()).toContainText('Lanjut: Tujuan');
});
