// What learners do in many journeys.
import { expect, type Page } from '@playwright/test';

/** Answers the first screen as somebody who reads kana. */
export async function begin(page: Page, name: string) {
  await page.getByLabel('Nama panggilan').fill(name);
  await page.getByLabel('JFT-Basic A2').check();
  await page.getByLabel('Hiragana dan katakana').check();
  await page.getByRole('button', { name: 'Mulai belajar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** Finishes a step that only has to be read. */
export async function study(page: Page) {
  await page.goto('#/lesson/kana/hira-a-ka/tip');
  await page.locator('main .btn').click();
  await expect(page.locator('#safety')).toHaveText('Tersimpan');
}
