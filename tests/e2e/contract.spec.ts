// Both stores of the browser keep the contract that a store in memory keeps (`crates/testkit/src/contract.rs`).
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, open, test } from './watched';

type Put = { profile: string; lines: string[] };
type Step = 'reopen' | { put: Put } | { holds: Put } | { learners: string[] } | { erase: string };
type Case = { name: string; steps: Step[] };

const cases = JSON.parse(readFileSync(new URL('../stores/contract.json', import.meta.url), 'utf8')) as Case[];
const QUIET = 'licences.txt';

// A text has no icon of its own, so the browser asks for the usual one.
test.beforeEach(({ page }) => page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 })));

/** Empties both stores, on a page where no app runs. */
async function empty(page: Page) {
  await page.goto(QUIET);
  await page.evaluate(() => {
    localStorage.clear();
    return new Promise<void>((done, failed) => {
      const dropping = indexedDB.deleteDatabase('kakehashi');
      dropping.onsuccess = () => done();
      dropping.onerror = dropping.onblocked = () => failed(new Error('not deleted'));
    });
  });
}

/** The lines that IndexedDB has of a learner. */
const lines = (page: Page, profile: string): Promise<string[]> => page.evaluate((profile) => new Promise((told, failed) => {
  const opening = indexedDB.open('kakehashi');
  opening.onupgradeneeded = () => opening.transaction!.abort();
  opening.onerror = () => told([]);
  opening.onsuccess = () => {
    const range = IDBKeyRange.bound(`${profile}.`, `${profile}/`);
    const all = opening.result.transaction('records').objectStore('records').getAll(range);
    all.onerror = () => failed(all.error);
    all.onsuccess = () => {
      opening.result.close();
      told(all.result);
    };
  };
}), profile);

test('IndexedDB, as the worker writes and reads it, keeps the contract of stores', async ({ page }) => {
  await open(page);
  const script = await page.evaluate(() => (window as unknown as { kakehashi: { build: { worker: string } } }).kakehashi.build.worker);
  /** Gives a worker of its own an order and waits for the answer of this name. */
  const ask = (order: string, answer: string): Promise<string> => page.evaluate(([script, order, answer]) => {
    type Policy = { createScriptURL(script: string): string };
    const own = window as unknown as { worker?: Worker; policy?: Policy; trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
    // The server sends the policy of the app with every file: only what this name passes may be a script.
    own.policy ??= own.trustedTypes?.createPolicy('kakehashi', { createScriptURL: (script) => script });
    own.worker ??= new Worker(own.policy?.createScriptURL(script!) ?? script!);
    const worker = own.worker;
    return new Promise<string>((told) => {
      const heard = (event: MessageEvent<string>) => {
        if (event.data.split('\n')[0] !== answer) return;
        worker.removeEventListener('message', heard);
        told(event.data.slice(answer!.length + 1));
      };
      worker.addEventListener('message', heard);
      worker.postMessage(order);
    });
  }, [script, order, answer]);
  const close = () => page.evaluate(() => {
    const own = window as unknown as { worker?: Worker };
    own.worker?.terminate();
    own.worker = undefined;
  });
  for (const { name, steps } of cases) {
    await close();
    await empty(page);
    for (const step of steps) {
      if (step === 'reopen') await close();
      else if ('put' in step) await ask(['open 0 ' + step.put.profile + ' 0', '', ...step.put.lines].join('\n'), 'saved');
      else if ('erase' in step) expect(await ask(`erase 0 ${step.erase}`, 'erased'), name).toBe('done');
      else if ('learners' in step) {
        const found = await ask('open 0 nobody 1\n', 'found');
        expect(found.split('\n').filter(Boolean).map((line) => line.split(' ')[0]).sort(), name).toEqual([...step.learners].sort());
      } else {
        const { profile, lines: wanted } = step.holds;
        expect((await lines(page, profile)).sort(), name).toEqual([...wanted].sort());
        await ask(`open 0 ${profile} 0\n`, 'view');
        const backup = await ask('backup 0\n', 'backup');
        expect(backup.split('\n').slice(1).filter(Boolean).sort(), name).toEqual([...wanted].sort());
      }
    }
  }
  await close();
});

test('localStorage, as the page reads it, keeps the contract of stores', async ({ page }) => {
  test.setTimeout(120_000);
  for (const { name, steps } of cases) {
    await empty(page);
    // Whoever opens the page first must not be taken for somebody who was found.
    await page.evaluate(() => localStorage.setItem('kkh1.active', 'nobody'));
    for (const step of steps) {
      if (step === 'reopen') await page.goto(QUIET);
      else if ('put' in step) {
        await page.evaluate(({ profile, lines }) => {
          for (const line of lines) {
            const cells = JSON.parse(line) as [number, string, string, number];
            localStorage.setItem(`kkh1.r.${profile}.${cells[2]}.${cells[3]}`, line);
          }
        }, step.put);
      } else if ('learners' in step) {
        await page.evaluate(() => localStorage.setItem('kkh1.active', 'nobody'));
        await open(page, './#/settings');
        // Who looks is listed too.
        await expect(page.locator('#learners li'), name).toHaveCount(step.learners.length + 1);
        await page.goto(QUIET);
      } else if ('erase' in step) {
        await page.evaluate((profile) => localStorage.setItem('kkh1.active', profile), step.erase);
        await open(page, './#/settings');
        await page.getByRole('button', { name: 'Hapus pelajar ini' }).click();
        await page.getByRole('button', { name: /^Ya, hapus semua catatan/ }).click();
        await expect(page.locator('#learners')).toBeHidden();
        await page.goto(QUIET);
      } else {
        // All that the page finds here goes into an empty IndexedDB.
        const here = await page.evaluate(() => Object.entries(localStorage));
        await empty(page);
        await page.evaluate((here) => here.forEach(([key, value]) => localStorage.setItem(key, value)), here);
        await page.evaluate((profile) => localStorage.setItem('kkh1.active', profile), step.holds.profile);
        await open(page, './#/settings');
        await expect(page.locator('.notices'), name).toBeHidden();
        await expect(page.getByText('Semua catatan belajar tersimpan'), name).toBeVisible();
        await expect.poll(async () => (await lines(page, step.holds.profile)).sort(), name).toEqual([...step.holds.lines].sort());
        await page.goto(QUIET);
      }
    }
  }
});
