// The first seconds: the frame before wasm, language and theme, failures, script addresses, flight mode.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from './inspect';
import { Player, pointer } from './player';
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

for (const lang of ['id', 'en', 'ja']) {
  test(`the first screen asks for no font and for one language, ${lang}`, async ({ page }) => {
    await page.addInitScript((lang) => localStorage.setItem('kkh1.lang', lang), lang);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await open(page);
    await page.waitForLoadState('load');
    // Text that needs a font asks for it when it is drawn.
    await page.evaluate(() => document.fonts.ready);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    expect(asked.filter((path) => /\.(woff2|ttf)$/.test(path))).toEqual([]);
    expect(asked.filter((path) => /texts-/.test(path))).toEqual([expect.stringContaining(`texts-${lang}-`)]);
  });
}

for (const [locale, lang, words] of [
  ['id-ID', 'id', 'Selamat datang'], ['en-US', 'en', 'Welcome'], ['ja-JP', 'ja', 'ようこそ'], ['ms-MY', 'id', 'Selamat datang'], ['fr-FR', 'id', 'Selamat datang'],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    test(`a browser in ${locale} begins in ${lang}`, async ({ page }) => {
      await open(page);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words);
      await expect(page.locator('.choice.on').first()).toHaveAttribute('lang', lang);
    });
  });
}

const PHONE = 'Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36';
for (const [name, agent] of [
  ['Facebook', `${PHONE} [FBAN/EMA;FBLC/id_ID;FBAV/420.0.0.8.111;]`],
  ['Facebook', `${PHONE} [FB_IAB/FB4A;FBAV/440.0.0.30.111;]`],
  ['LINE', `${PHONE} Line/14.1.0/IAB`],
  ['Instagram', `${PHONE} Instagram 309.0.0.40.113 Android`],
  ['TikTok', `${PHONE} musical_ly_2022803040 BytedanceWebview/d8a21c6`],
  ['', PHONE],
] as const) {
  test.describe(agent.slice(PHONE.length) || 'a browser of its own', () => {
    test.use({ userAgent: agent });
    test(name ? `inside ${name} the first screen and today say where to open the page` : 'nothing is said of other apps', async ({ page }) => {
      await open(page);
      const note = page.getByRole('note').filter({ hasText: 'Buka di Chrome' });
      await expect(page.locator('.welcome')).toBeVisible();
      await expect(note).toHaveCount(name ? 1 : 0);
      await page.goto('#/today');
      await expect(page.getByRole('heading', { level: 1, name: 'Selamat' })).toBeVisible();
      await expect(note).toHaveCount(name ? 1 : 0);
      if (name) await expect(note).toContainText(`di dalam ${name}`);
    });
  });
}

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
  // A lesson that was never opened before, with its font, is studied and kept.
  await page.evaluate(() => { location.hash = '#/lesson/kana/hira-ra-wa/practice'; });
  await (await Player.at(page, pointer(page, false), 'kana', 'hira-ra-wa')).finish('right');
  expect(await page.evaluate(() => document.fonts.check('24px "Klee One"'))).toBe(true);
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
});

/** The same site behind another port, where a new version can be put up. */
async function site() {
  let version = '';
  const server = createServer(async ({ url, headers }, answer) => {
    const asked = { 'accept-encoding': 'identity', accept: headers.accept ?? '*/*' };
    const found = await fetch(new URL(url!, localhost), { headers: asked });
    answer.statusCode = found.status;
    for (const [name, value] of found.headers) {
      if (!/^(content-length|content-encoding|transfer-encoding|connection|keep-alive|date|etag|last-modified)$/.test(name)) answer.setHeader(name, value);
    }
    const body = Buffer.from(await found.arrayBuffer());
    // A changed script is all that makes a new version.
    answer.end(/\/sw\.js$/.test(url!) ? `${body}\n// ${version}` : body);
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    publish: (name: string) => { version = name; },
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

test('a new version is offered where it does not disturb, and used when the learner says so', async ({ page, watch }) => {
  test.slow();
  const copy = await site();
  watch.expected.push(new RegExp(`request to another origin: ${copy.address}`));
  const look = () => page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())!.update(); });
  const waits = () => page.waitForFunction(() => (window as unknown as { kakehashi: { update: unknown } }).kakehashi.update !== null);
  const bar = page.getByRole('complementary', { name: 'Pembaruan' });
  await open(page, `${copy.address}#/courses`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    }
  });
  await expect(bar).toBeHidden();

  // It arrives during a lesson: nothing is said there.
  await page.goto(`${copy.address}#/lesson/kana/hira-a-ka/practice`);
  await expect(page.locator('[data-item]')).toBeVisible();
  copy.publish('next');
  await look();
  await waits();
  await expect(page.locator('[data-item]')).toBeVisible();
  await expect(bar).toHaveCount(0);

  // Elsewhere it is offered, and put off until the page is opened again.
  await page.goto(`${copy.address}#/courses`);
  await expect(bar).toContainText('Versi baru sudah siap.');
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await inspect(page, 'the offer of a new version');
  await bar.getByRole('button', { name: 'Nanti' }).click();
  await expect(bar).toBeHidden();
  await page.goto(`${copy.address}#/today`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(bar).toBeHidden();
  await page.reload();
  await expect(bar).toBeVisible();

  // Used: the page is loaded anew, under the new version, and nothing waits any more.
  const loaded = page.waitForEvent('load');
  await bar.getByRole('button', { name: 'Pakai sekarang' }).click();
  await loaded;
  await page.waitForFunction(() => document.documentElement.dataset.mounted === 'yes');
  await expect(bar).toBeHidden();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting)).toBeNull();
  copy.close();
});
