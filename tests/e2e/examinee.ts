// Sitting at the unit test of A1 as a learner does. What is right is looked up in the compiled pack that the app loads.
import { expect, type Page } from '@playwright/test';
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
