// Text of others stays text: names, backups and packs with everything that could become markup or a script.
import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { line } from './records';
import { expect, open, test } from './watched';

const CORPUS = [
  '<script>window.ran = 1</script>',
  '<img src=x onerror="window.ran=1">',
  '"><svg onload=window.ran=1>',
  '</title><script>window.ran=1</script>',
  '<iframe srcdoc="<script>parent.ran=1</script>">',
  '<a href="javascript:window.ran=1">x</a>',
  '<math><style><img src onerror=window.ran=1>',
  '<b onmouseover=window.ran=1>x</b><style>*{display:none}</style>',
  'javascript:window.ran=1',
  '${window.ran=1}{{window.ran=1}}',
  '\u202e<i>\u0000\ufeff</i>',
  '&lt;script&gt;window.ran=1&lt;/script&gt;',
];

/** Nothing of it became an element or ran. The fixture watches for breaches of the policy. */
async function harmless(page: Page, where: string) {
  const found = await page.evaluate(() => ({
    ran: 'ran' in window,
    elements: document.querySelectorAll('#app script, #study script, #shell script, iframe, [onerror], [onload], [onmouseover], [href^="javascript"], math, #app style, #study style').length,
  }));
  expect(found, where).toEqual({ ran: false, elements: 0 });
}

/** A backup of a learner whose name and goal are these. */
function backup(name: string, n: number): string {
  const profile = `p00000000000000${String(n).padStart(2, '0')}`;
  const records = [['name', name], ['goal', name], ['theme', name], ['language', name]].map((payload, at) =>
    line([1, profile, '00000000000000aa', at + 1, at + 1, 1_795_478_400_000, 420, at, 'setting', payload]));
  const body = records.map((record) => `${record}\n`).join('');
  const header = { kakehashi: 'backup', format: 1, app: name, profile, name, count: records.length, sha256: createHash('sha256').update(body).digest('hex') };
  return `${JSON.stringify(header)}\n${body}`;
}

test('a name is never markup: in a backup, on the pages, in the list of learners', async ({ page }) => {
  test.slow();
  await open(page);
  for (const [n, name] of CORPUS.entries()) {
    await page.goto('#/settings');
    await page.locator('.restore input').setInputFiles({ name: `${n}.kakehashi.jsonl`, mimeType: 'application/octet-stream', buffer: Buffer.from(backup(name, n)) });
    await expect(page.getByRole('button', { name: 'Gabungkan' })).toBeVisible();
    await harmless(page, `offered: ${name}`);
    // The page begins anew with the learner of the file.
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Gabungkan' }).click()]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForFunction(() => document.documentElement.dataset.mounted === 'yes');
    await harmless(page, `restored: ${name}`);
  }
  await page.goto('#/settings');
  await expect(page.locator('#learners li')).not.toHaveCount(1);
  await harmless(page, 'the list of learners');
});

test('a pack is never markup: every text of it on every kind of page', async ({ page }) => {
  test.slow();
  const hostile = (text: string) => `${text} ${CORPUS.slice(0, 8).join(' ')}`;
  // Texts for people are maps by language; ids and keys stay, or there would be no pack.
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) =>
      [key, /^(id|en|ja)$/.test(key) && typeof inner === 'string' && 'id' in value && /[ A-Z]/.test(String((value as { id: unknown }).id)) ? hostile(inner) : walk(inner)]));
  };
  await page.route(/packs\/[^/]+-[0-9a-f]+\/.*\.json$/, async (route) => {
    const answer = await route.fetch({ url: route.request().url().replace('kelas.test', '127.0.0.1') });
    await route.fulfill({ contentType: 'application/json', body: JSON.stringify(walk(await answer.json())) });
  });
  await open(page, '#/courses');
  await expect(page.locator('.path-entry').first()).toContainText('<script>');
  await harmless(page, 'courses');
  for (const address of ['today', 'tests', 'certificates', 'progress', 'credits', 'test/a1-mulai/unit-1',
    ...['goals', 'scene', 'words', 'grammar', 'practice', 'do', 'tip'].map((step) => `lesson/a1-mulai/perkenalan/${step}`)]) {
    await page.goto(`#/${address}`);
    await expect(page.locator('.loading')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await harmless(page, address);
  }
});
