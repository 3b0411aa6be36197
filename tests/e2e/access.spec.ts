// Every kind of screen is inspected: in three languages, both themes, and with text of double size.
import { inspect } from './inspect';
import { Player, pointer } from './player';
import { asFile, studied } from './studied';
import { expect, open, test } from './watched';

const MORNING = Date.parse('2026-11-24T09:00:00+07:00');

test('the first screen, every page, and one that does not exist', async ({ page }) => {
  await open(page);
  await expect(page.locator('.welcome')).toBeVisible();
  await inspect(page, 'welcome');
  for (const address of ['today', 'courses', 'progress', 'tests', 'certificates', 'more', 'settings', 'credits', 'review', 'test/a1-mulai/unit-1', 'nowhere']) {
    await page.goto(`#/${address}`);
    await expect(page.locator('.loading')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await inspect(page, address);
  }
});

for (const [pack, lesson, count] of [['a1-mulai', 'perkenalan', 10], ['kana', 'hira-a-ka', 5]] as const) {
  test(`every step of ${lesson}, its screens to read and its first question`, async ({ page, hasTouch }) => {
    test.slow();
    const hand = pointer(page, hasTouch);
    await open(page, `#/lesson/${pack}/${lesson}`);
    const steps = page.locator('.steps a');
    await expect(steps).toHaveCount(count);
    const addresses = await steps.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    const reading = page.getByRole('main').getByRole('button', { name: 'Lanjut', exact: true });
    const question = page.locator('[data-item]');
    const over = page.locator('main .card h2', { hasText: /selesai/ });
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.locator('.steps .now')).toHaveAttribute('href', address);
      for (let screen = 1; ; screen += 1) {
        await expect(reading.or(question).or(over).first()).toBeVisible();
        await inspect(page, `${address}, screen ${screen}`);
        if (!(await reading.count())) break;
        const text = await page.getByRole('main').innerText();
        await hand.press(reading);
        await expect(page.getByRole('main')).not.toHaveText(text, { useInnerText: true });
      }
    }
  });

  test(`every kind of exercise in ${lesson} and its verdicts`, async ({ page, hasTouch }) => {
    test.slow();
    const seen = new Set<string>();
    const player = await Player.open(page, pointer(page, hasTouch), pack, lesson, 'practice');
    for (let item = await player.item(); item && !seen.has('passage'); item = await player.item()) {
      const pictures = item.options?.some((option) => option.icon) ? ', pictures' : '';
      const kind = `${item.kind}${item.options ? ', options' : ''}${pictures}`;
      const isNew = !seen.has(kind);
      if (isNew) await inspect(page, kind);
      await player.right(item);
      if (isNew) await inspect(page, `${kind}, answered`);
      await player.goOn();
      seen.add(item.kind).add(kind);
    }
    const kinds = { kana: ['choice', 'cloze', 'dictation', 'listening', 'matching', 'ordering', 'typing'], 'a1-mulai': ['choice', 'cloze', 'dictation', 'listening', 'matching', 'ordering', 'passage', 'typing'] }[pack];
    expect([...seen].filter((kind) => !kind.includes(',')).toSorted()).toEqual(kinds);
  });
}

test('a wrong answer, a slip, the end of a check that failed and of one that was passed', async ({ page, hasTouch }) => {
  test.slow();
  const player = await Player.open(page, pointer(page, hasTouch), 'kana', 'hira-a-ka', 'practice');
  await player.wrong((await player.item())!);
  await inspect(page, 'wrong');
  await player.goOn();
  await player.until((item) => item.kind === 'typing');
  await player.type('エキ');
  await player.check();
  await expect(page.locator('.sheet.slip')).toBeVisible();
  await inspect(page, 'slip');
  await player.goOn();
  const check = await Player.open(page, pointer(page, hasTouch), 'kana', 'hira-a-ka', 'check');
  await check.finish('wrong');
  await inspect(page, 'check failed');
  await page.getByRole('button', { name: 'Coba form B' }).click();
  await check.finish('right');
  await expect(page.getByRole('heading', { name: /^Lulus/ })).toBeVisible();
  await inspect(page, 'check passed');
});

test('a sitting at a test, asking before it ends, its result', async ({ page }) => {
  await open(page, '#/test/a1-mulai/unit-1');
  await page.locator('#begin').click();
  await page.locator('.opt').first().click();
  await page.locator('#flag').click();
  await inspect(page, 'test');
  for (let section = 1; section <= 4; section += 1) {
    await page.locator('main > .btn.quiet').click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    if (section === 1) await inspect(page, 'before a section ends');
    await page.locator('#finish-now').click();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
  }
  await page.locator('.items summary').first().click();
  await inspect(page, 'result of a test');
});

test('a week of study: restored, shown everywhere, reviewed, on a certificate, and deleted', async ({ page }) => {
  test.slow();
  await page.clock.setFixedTime(MORNING);
  await open(page, '#/settings');
  const backup = await studied(page, MORNING);
  const file = page.locator('.restore input');
  await file.setInputFiles(asFile(backup.slice(0, -9)));
  await expect(page.locator('.restore').getByRole('alert')).toBeVisible();
  await inspect(page, 'restore refused');
  await file.setInputFiles(asFile(backup));
  await expect(page.getByRole('heading', { name: 'Cadangan milik Sari' })).toBeVisible();
  await inspect(page, 'restore offered');
  await page.getByRole('button', { name: 'Gabungkan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sari');
  await expect(page.getByRole('link', { name: 'Ulang' }).first()).toBeVisible();
  await inspect(page, 'today with study');
  for (const [address, shown] of [['courses', '.number.done'], ['progress', '.evidence .shown'], ['tests', '.shown']] as const) {
    await page.goto(`#/${address}`);
    await expect(page.locator(shown).first()).toBeVisible();
    await inspect(page, `${address} with study`);
  }

  await page.goto('#/certificates');
  await page.getByLabel('Nama lengkap').fill(' ');
  await page.getByRole('button', { name: 'Buat sertifikat (PDF)' }).click();
  await inspect(page, 'a certificate without a name');
  await page.getByLabel('Nama lengkap').fill('Sari Dewi');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Buat sertifikat (PDF)' }).click();
  await downloading;
  await expect(page.locator('.certificate')).toBeVisible();
  await inspect(page, 'certificate');

  await page.goto('#/review');
  await expect(page.locator('#begin')).toBeVisible();
  await page.locator('.behind summary').click();
  await inspect(page, 'review before it begins');
  await page.locator('#begin').click();
  await expect(page.locator('#turn').or(page.locator('[data-item]')).first()).toBeVisible();
  await inspect(page, 'front of a card');
  await page.locator('#turn').click();
  await expect(page.locator('#grade-3')).toBeVisible();
  await inspect(page, 'back of a card');

  await page.goto('#/settings');
  await page.getByRole('button', { name: 'Hapus pelajar ini' }).click();
  await expect(page.getByRole('button', { name: 'Ya, hapus semua catatan Sari' })).toBeVisible();
  await inspect(page, 'before a learner is deleted');
});

for (const lang of ['id', 'en', 'ja']) {
  test(`the page after a panic, ${lang}`, async ({ page, watch }) => {
    watch.expected.push(/kakehashi: broken|unreachable|panicked|the route for tests/);
    await page.addInitScript((lang) => localStorage.setItem('kkh1.lang', lang), lang);
    await page.goto('#/panic');
    await expect(page.locator('.rescue')).toBeVisible();
    await inspect(page, 'rescue', [lang]);
  });
}
