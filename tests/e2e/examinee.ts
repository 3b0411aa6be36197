// Sitting at the unit test of A1 as a learner does. What is right is looked up in the compiled pack that the app loads.
import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Hand } from './player';

type Section = { exercises: { id: string; kind: Record<string, { options?: Option[]; questions?: { id: string; options: Option[] }[] }> }[] };
type Option = { id: string; right?: boolean };

/** The right option of every item of the unit test, as the compiled pack has it. */
export function keys(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const { packs } = (await (await fetch('packs/index.json')).json()) as { packs: { id: string; path: string }[] };
    const path = packs.find((pack) => pack.id === 'a1-mulai')!.path;
    const { sections } = (await (await fetch(`${path}/test/unit-1.json`)).json()) as { sections: Section[] };
    const found: Record<string, string> = {};
    for (const { id, kind } of sections.flatMap((section) => section.exercises)) {
      for (const content of Object.values(kind)) {
        for (const part of content.questions ?? [{ id, options: content.options ?? [] }]) {
          found[part.id] = part.options.find((option) => option.right)!.id;
        }
      }
    }
    return found;
  });
}

type Place = { id: string; path: string };

/** Lets the next pages think that the site has other packs: without some, and with others. */
export async function servePacks(page: Page, without: string[], others: Place[] = []) {
  await page.addInitScript(() => {
    const parse = JSON.parse;
    JSON.parse = (text: string) => {
      const value = parse(text);
      const change = sessionStorage.getItem('served');
      if (!change || !value?.packs || !value.rescue) return value;
      const { without, others } = parse(change) as { without: string[]; others: Place[] };
      const left = (value.packs as Place[]).filter((pack) => !without.includes(pack.id));
      return { ...value, packs: [...left, ...others] };
    };
  });
  await page.evaluate((change) => sessionStorage.setItem('served', JSON.stringify(change)), { without, others });
}

/** The site has its own packs again. */
export function serveAllPacks(page: Page) {
  return page.evaluate(() => sessionStorage.removeItem('served'));
}

/** Serves a compiled specimen of `tests/packs` beside the lessons of the site. */
export async function serveSpecimen(page: Page, name: string, id: string) {
  const path = `packs/${id}-0011223344556677`;
  await page.route(`**/${path}/**`, (route) => {
    const file = new URL(route.request().url()).pathname.split(`/${path}/`)[1]!;
    return route.fulfill({ contentType: 'application/json', body: readFileSync(new URL(`../packs/${name}-compiled/${file}`, import.meta.url), 'utf8') });
  });
  await page.goto('#/courses');
  await servePacks(page, [], [{ id, path }]);
  await page.reload();
}

/** Gives the device a Japanese voice of its own, which says nothing and tells how often it was asked. */
export async function giveVoice(page: Page) {
  await page.addInitScript(() => {
    const spoken: string[] = [];
    const synthesis = {
      getVoices: () => [{ lang: 'ja-JP', localService: true, name: 'Suara uji' }],
      speak: (utterance: { text: string; onend?: (event: Event) => void }) => {
        spoken.push(utterance.text);
        setTimeout(() => utterance.onend?.(new Event('end')), 20);
      },
      cancel: () => {},
      addEventListener: () => {},
    };
    class Utterance {
      constructor(readonly text: string) {}
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'spoken', { value: spoken });
  });
}

/** Answers the items of the section in front and stands at its end; tells how many there were. */
export async function answerSection(page: Page, hand: Hand, right: Record<string, string>, many = 99): Promise<number> {
  for (let answered = 1; ; answered += 1) {
    const item = (await page.locator('[data-item]').getAttribute('data-item'))!;
    await hand.press(page.locator(`.opts [value="${right[item]}"]`));
    await expect(page.locator('.opt.chosen')).toHaveAttribute('value', right[item]!);
    const next = page.locator('#next');
    if (answered === many || /Selesaikan/.test(await next.innerText())) return answered;
    await hand.press(next);
    await expect(page.locator(`[data-item="${item}"]`)).toHaveCount(0);
  }
}

/** Finishes the section in front, or the test with the last one. */
export async function finishSection(page: Page, hand: Hand) {
  await hand.press(page.getByRole('main').getByRole('button', { name: /^Selesaikan/ }).first());
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await hand.press(page.locator('#finish-now'));
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
}
