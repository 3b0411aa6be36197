// From an answer to the next paint, on a processor four times slower: practices of both courses with every kind of exercise,
// and the whole unit test.
//
// What is read is the browser's own Event Timing: from the finger on the glass until the pixels are shown. It counts the time
// that the answer waits for the page, drawing and presenting, which two animation frames after a click would not, and it is
// what Interaction to Next Paint means in the field. The browser rounds it to 8 ms and does not list what took less than 16:
// those count as 16.
import { expect, type Page, test } from '@playwright/test';
import { percentile, print, slow } from './bench';
import { answerSection, finishSection, keys } from './examinee';
import { Player, pointer } from './player';

const GOAL = 'goal <= 50';
const UNLISTED = 16;

type Timing = { name: string; kind: string; duration: number; waited: number; worked: number };
type Meter = { kind: string; taken(): Timing[] };

/** Lists every press and key from now on, with what it was for: the item in front and what it did. */
async function meter(page: Page) {
  await page.addInitScript(() => {
    const presses: { at: number; name: string; kind: string }[] = [];
    const events: PerformanceEventTiming[] = [];
    const observer = new PerformanceObserver((list) => events.push(...(list.getEntries() as PerformanceEventTiming[])));
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    const own: Meter = {
      kind: '',
      taken() {
        events.push(...(observer.takeRecords() as PerformanceEventTiming[]));
        return presses.splice(0).map(({ at, name, kind }) => {
          const event = events.find((event) => event.startTime === at && event.name === 'click');
          return {
            name, kind,
            duration: event?.duration ?? 0,
            waited: event ? event.processingStart - event.startTime : 0,
            worked: event ? event.processingEnd - event.processingStart : 0,
          };
        });
      },
    };
    Object.assign(window, { meter: own });
    window.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('button');
      if (!button) return;
      const name = button.id === 'continue' || button.id === 'next' ? 'go on' : button.closest('.exercise') ? 'answer' : 'other';
      presses.push({ at: event.timeStamp, name, kind: own.kind });
    }, { capture: true });
  });
}

async function taken(page: Page): Promise<Timing[]> {
  return page.evaluate(async () => {
    // Presentation is reported after it: two frames later it is there.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    return (window as unknown as { meter: Meter }).meter.taken();
  });
}

function report(name: string, timings: Timing[]) {
  const durations = timings.map(({ duration }) => Math.max(duration, UNLISTED));
  print(`${name} (${timings.length}), median`, percentile(durations, 50), 'ms');
  print('  p95', percentile(durations, 95), 'ms', GOAL);
  print('  slowest', Math.max(...durations), 'ms');
}

test('answer', async ({ page }) => {
  const hand = pointer(page, true);
  const all: Timing[] = [];
  await meter(page);
  await page.goto('');
  await slow(page);
  for (const [pack, lesson] of [['kana', 'hira-a-ka'], ['a1-mulai', 'perkenalan'], ['a1-mulai', 'angka-jam']] as const) {
    const player = await Player.open(page, hand, pack, lesson, 'practice');
    for (let item = await player.item(); item; item = await player.item()) {
      await page.evaluate((kind) => { (window as unknown as { meter: Meter }).meter.kind = kind; }, item.kind);
      await player.right(item);
      await player.goOn();
      const timings = await taken(page);
      // The last press in an exercise is the answer; before it tiles and pairs are put together.
      const last = timings.findLastIndex(({ name }) => name === 'answer');
      all.push(...timings.map((timing, at) => (timing.name === 'answer' && at !== last ? { ...timing, name: 'choosing' } : timing)));
    }
  }
  const lessons = all.splice(0);
  await page.goto('#/test/a1-mulai/unit-1');
  await page.evaluate(() => { (window as unknown as { meter: Meter }).meter.kind = 'test'; });
  await hand.press(page.locator('#begin'));
  const right = await keys(page);
  for (let section = 0; section < 4; section += 1) {
    await answerSection(page, hand, right);
    all.push(...(await taken(page)));
    await finishSection(page, hand);
  }
  await expect(page.getByRole('heading', { level: 1, name: /^Lulus/ })).toBeVisible();
  const answers = [...lessons, ...all].filter(({ name }) => name === 'answer');
  const kinds = [...new Set(answers.map(({ kind }) => kind))].toSorted();
  for (const kind of kinds) report(kind, answers.filter((timing) => timing.kind === kind));
  report('all answers', answers);
  report('choosing tiles and pairs', lessons.filter(({ name }) => name === 'choosing'));
  report('going on', [...lessons, ...all].filter(({ name }) => name === 'go on'));
  const slowest = answers.toSorted((a, b) => b.duration - a.duration).slice(0, 5);
  for (const { kind, duration, waited, worked } of slowest) {
    print(`  slow: ${kind}`, duration, 'ms', `waited ${waited.toFixed(0)}, worked ${worked.toFixed(0)}`);
  }
});
