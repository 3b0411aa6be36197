// What is asked of every screen: axe with all its rules in both themes, Japanese marked as such, and text of double size
// that needs no scrolling sideways. Languages change within the page, as a learner changes them.
import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './watched';

type Axe = { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
type Violation = { id: string; help: string; nodes: { html: string; any: Said[]; all: Said[]; none: Said[] }[] };
type Said = { message: string };

export const LANGUAGES = ['en', 'ja', 'id'];

/** Inspects the screen as it stands. It is left in the last of the languages, in the light theme. */
export async function inspect(page: Page, screen: string, languages = LANGUAGES) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (languages) => {
    const { axe, kakehashi } = window as unknown as { axe: Axe; kakehashi: { lang: string; setLang(lang: string): void } };
    const html = document.documentElement;
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const found: string[] = [];
    for (const lang of languages) {
      if (kakehashi.lang !== lang) kakehashi.setLang(lang);
      while (html.lang !== lang) await painted();
      await painted();
      for (const theme of ['dark', 'light']) {
        html.setAttribute('data-theme', theme);
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        for (const { id, help, nodes } of violations) {
          for (const { html, any, all, none } of nodes) {
            found.push(`${lang}, ${theme}: ${id}: ${help}: ${html} — ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`);
          }
        }
      }
      // Phones from Indonesia draw Chinese forms of what is not marked as Japanese.
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const inside = text.parentElement!;
        const japanese = /[\u3001-\u30ff\u3400-\u9fff\uff66-\uff9f]/.test((text as Text).data);
        if (japanese && inside.checkVisibility() && inside.closest('[lang]')?.getAttribute('lang') !== 'ja') {
          found.push(`${lang}: not marked as Japanese: ${inside.outerHTML.slice(0, 200)}`);
        }
      }
      const size = html.getAttribute('data-text')!;
      html.setAttribute('data-text', '200');
      if (getComputedStyle(html).fontSize !== '32px') found.push(`${lang}: no text of double size`);
      const wider = html.scrollWidth - window.innerWidth;
      html.setAttribute('data-text', size);
      if (wider > 0) found.push(`${lang}: at 200 % the page is ${wider} px wider than the screen`);
    }
    return found;
  }, languages);
  expect.soft(found, screen).toEqual([]);
}
