// The same site in a sub-folder of nginx: every address is relative, and the folder may hold a space.
import { Player, pointer } from './player';
import { subfolder } from './playwright.config';
import { expect, open, test } from './watched';

test('the site runs in a sub-folder of any server', async ({ page }) => {
  const outside: string[] = [];
  const missing: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(subfolder)) outside.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const packs = await page.evaluate(async () => {
    const answer = await fetch('packs/index.json');
    const { packs } = (await answer.json()) as { packs: { path: string }[] };
    const found = await Promise.all(packs.map((pack) => fetch(`${pack.path}/manifest.json`)));
    return found.every((one) => one.ok);
  });
  expect(packs).toBe(true);
  await (await Player.open(page, pointer(page, false), 'kana', 'hira-a-ka', 'practice')).finish('right');
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
  expect(outside).toEqual([]);
  expect(missing).toEqual([]);
});
