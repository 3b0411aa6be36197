// Movement: the sheet rises where the device allows it, and nothing moves where it asks for stillness.
import type { Page } from '@playwright/test';
import { Player, pointer } from './player';
import { expect, open, test } from './watched';

type Moved = { moved: string[] };

/** Tells what moved on the page, from now on. */
async function watch(page: Page) {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    addEventListener('animationstart', ({ animationName }) => moved.push(animationName), true);
    addEventListener('transitionrun', ({ propertyName }) => moved.push(propertyName), true);
  });
}

const moved = (page: Page) => page.evaluate(() => (window as unknown as Moved).moved);

/** Elements, and what stands before and behind them, that would move for longer than a hundredth of a second. */
const movable = (page: Page) => page.evaluate(() => [...document.querySelectorAll('*')].flatMap((element) =>
  [null, '::before', '::after'].filter((part) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(element, part);
    const longest = (durations: string) => Math.max(...durations.split(',').map((duration) => parseFloat(duration)));
    return (animationName !== 'none' && longest(animationDuration) > 0.01) || longest(transitionDuration) > 0.01;
  }).map((part) => `${element.tagName}.${element.getAttribute('class')}${part ?? ''}`)));

async function answerOne(page: Page, hasTouch: boolean) {
  const player = await Player.open(page, pointer(page, hasTouch), 'kana', 'hira-a-ka', 'practice');
  await player.right((await player.item())!);
}

test('with motion reduced nothing moves', async ({ page, hasTouch }) => {
  await watch(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const address of ['', '#/today', '#/progress', '#/settings', '#/review', '#/test/a1-mulai/unit-1']) {
    await open(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await movable(page), address).toEqual([]);
  }
  await answerOne(page, hasTouch);
  expect(await movable(page), 'a verdict').toEqual([]);
  expect(await moved(page)).toEqual([]);
});

test('without, the sheet rises', async ({ page, hasTouch }) => {
  await watch(page);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await answerOne(page, hasTouch);
  await expect.poll(() => moved(page)).toContain('rise');
  expect(await movable(page)).toEqual(['SECTION.sheet right']);
});
