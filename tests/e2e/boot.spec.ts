// The first seconds: the frame before wasm, language and theme, failures, script addresses, flight mode.
import { localhost } from './playwright.config';
import { expect, open, test } from './watched';

test('the frame is painted before wasm arrives and speaks the chosen language', async ({ page }) => {
  await page.route('**/*.wasm', () => {});
  await page.addInitScript(() => {
    localStorage.setItem('kkh1.lang', 'ja');
    localStorage.setItem('kkh1.theme', 'dark');
    localStorage.setItem('kkh1.probe', '1');
  });
  await page.goto('');
  await expect(page.locator('.shell-nav')).toBeVisible();
  await expect(page.locator('.shell-nav').getByText('復習')).toBeVisible();
  await expect(page.locator('.shell-nav').getByText('Mengulang')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => window.scrollX)).toBe(0);
});

test('the first screen asks for no font and for one language', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  await page.waitForLoadState('load');
  expect(asked.filter((path) => /\.(woff2|ttf)$/.test(path))).toEqual([]);
  expect(asked.filter((path) => /texts-/.test(path)).length).toBe(1);
});

test('a broken connection is said in words, with a way on', async ({ page, watch }) => {
  watch.expected.push(/Failed to load resource|kakehashi: offline/);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('Catatan belajar yang tersimpan tetap aman');
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  await page.waitForFunction(() => document.documentElement.dataset.mounted === 'yes');
});

test('a missing file is told apart from a broken connection', async ({ page, watch }) => {
  watch.expected.push(/Failed to load resource|kakehashi: missing/);
  await page.route('**/app-*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('');
  await expect(page.locator('html')).toHaveAttribute('data-failed', 'missing');
  await expect(page.getByRole('alert')).toBeVisible();
});

test('an old browser is told what to install', async ({ page }) => {
  await page.addInitScript(() => { Reflect.deleteProperty(window, 'DecompressionStream'); });
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('Chrome 109');
});

test('only scripts of this build have an address', async ({ page, watch }) => {
  watch.expected.push(/TrustedScriptURL|TrustedTypePolicy|policy: (require-)?trusted-types/);
  await open(page);
  const refused = await page.evaluate(() => {
    const tried = (make: () => unknown) => {
      try {
        make();
        return 'allowed';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const own = (window as unknown as { kakehashi: { scriptUrl(file: string): string } }).kakehashi;
    return [
      tried(() => new Worker('worker.js')),
      tried(() => own.scriptUrl('https://example.com/x.js')),
      tried(() => window.trustedTypes?.createPolicy('other', {})),
    ];
  });
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
});

test('flight mode after a first visit', async ({ page, context, watch }) => {
  test.slow();
  // The flight itself provokes failed requests for what is fetched in the background.
  watch.expected.push(/net::ERR_INTERNET_DISCONNECTED/);
  await open(page, localhost);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    }
  });
  await context.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.mounted === 'yes');
  const lessons = await page.evaluate(async () => {
    const { build } = (window as unknown as { kakehashi: { build: { packs: { path: string }[] } } }).kakehashi;
    const answers = await Promise.all(build.packs.map((pack) => fetch(`${pack.path}/index.json`)));
    return answers.every((answer) => answer.ok);
  });
  expect(lessons).toBe(true);
});
