// Opening the page with a year of records, 200 answers a day: from the navigation until Hari ini tells how much was studied this
// week. The first start finds records alone; the ones after it may find what the app has made of them.
//
// DevTools slows down only the thread of the page, and the records are read in a worker. So it is measured twice: slowed down
// as DevTools does, and with the whole process of the page stopped for three quarters of the time, in slices of milliseconds.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { setTimeout as pass } from 'node:timers/promises';
import { percentile, print, slow } from './bench';

const GOAL = 'goal <= 2000';
const STARTS = 5;
/** The evening after the last day of the year that testkit writes. */
const EVENING = Date.parse('2027-11-23T19:30:00+07:00');
/** Running and standing still, in milliseconds: four times slower. */
const SLICE = { runs: 5, stands: 15 };

/** Runs a start while every process that draws pages gets a quarter of the time; tells how much slower that was. */
async function slowProcesses<T>(browser: Browser, start: () => Promise<T>): Promise<[T, number]> {
  const devtools = await browser.newBrowserCDPSession();
  let pids: number[] = [];
  let running = 0;
  let over = false;
  const tell = (signal: NodeJS.Signals) => pids.forEach((pid) => process.kill(pid, signal));
  const watching = (async () => {
    while (!over) {
      const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
      pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
      await pass(50);
    }
  })();
  const began = performance.now();
  const slicing = (async () => {
    while (!over) {
      tell('SIGCONT');
      const from = performance.now();
      await pass(SLICE.runs);
      tell('SIGSTOP');
      const ran = performance.now() - from;
      running += ran;
      // A timer that came late is made up for.
      await pass((ran * SLICE.stands) / SLICE.runs);
    }
  })();
  try {
    const result = await start();
    return [result, (performance.now() - began) / running];
  } finally {
    over = true;
    await Promise.all([watching, slicing]);
    tell('SIGCONT');
    await devtools.detach();
  }
}

/** Puts the records where the app keeps them (docs/records.md), in large batches. */
async function fill(page: Page, file: string) {
  await page.route('**/year.jsonl', (route) => route.fulfill({ body: file, contentType: 'text/plain' }));
  // A page of the site without the app.
  await page.goto('licences.txt');
  return page.evaluate(async () => {
    const lines = (await (await fetch('year.jsonl')).text()).trimEnd().split('\n').slice(1);
    const database = await new Promise<IDBDatabase>((opened, failed) => {
      const opening = indexedDB.open('kakehashi', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('records');
      opening.onsuccess = () => opened(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    for (let at = 0; at < lines.length; at += 10_000) {
      await new Promise<void>((done, failed) => {
        const writing = database.transaction('records', 'readwrite');
        for (const line of lines.slice(at, at + 10_000)) {
          const [, learner, writer, counter] = JSON.parse(line) as [number, string, string, number];
          writing.objectStore('records').put(line, `${learner}.${writer}.${counter}`);
        }
        writing.oncomplete = () => done();
        writing.onerror = () => failed(writing.error);
      });
    }
    database.close();
    localStorage.setItem('kkh1.active', 'ani');
    localStorage.setItem('kkh1.learners', '["ani"]');
    return lines.length;
  });
}

/** Milliseconds from the navigation until the page tells what was done. */
async function start(page: Page): Promise<number> {
  await page.goto('#/today');
  const handle = await page.waitForFunction(() => (window as unknown as { known?: number }).known, null, { polling: 100 });
  return (await handle.jsonValue())!;
}

/** Leaves the app when its worker has answered: everything that it had to do before is done. */
async function leave(page: Page) {
  await page.goto('#/review');
  await expect(page.locator('.loading')).toHaveCount(0);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.goto('licences.txt');
}

// Windows cannot stop a process and let it go on.
for (const whole of process.platform === 'win32' ? [false] : [false, true]) {
  test(whole ? 'the whole process' : 'the thread of the page', async ({ page, browser }) => {
    const count = await fill(page, await readFile(process.env.KKH_YEAR!, 'utf8'));
    await page.addInitScript((evening) => {
      Date.now = () => evening;
      new MutationObserver(() => {
        const own = window as unknown as { known?: number };
        if (document.querySelector('main .week .studied')) own.known ??= performance.now();
      }).observe(document, { childList: true, subtree: true });
    }, EVENING);
    if (!whole) await slow(page);
    console.log(`${count} records, ${whole ? 'page and worker' : 'only the thread of the page'} four times slower`);
    const starts: number[] = [];
    for (let visit = 0; visit <= STARTS; visit += 1) {
      const [time, factor] = whole ? await slowProcesses(browser, () => start(page)) : [await start(page), 4];
      if (visit === 0) {
        print('  first start, records alone', time, 'ms', GOAL);
        if (whole) print('  so much slower it really was', factor, '');
      } else {
        starts.push(time);
      }
      await leave(page);
    }
    print(`  the ${STARTS} starts after it, median`, percentile(starts, 50), 'ms', GOAL);
    print('  slowest', Math.max(...starts), 'ms');
  });
}
