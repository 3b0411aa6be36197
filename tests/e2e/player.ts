// Going through a step of a lesson as a learner does: by finger, by mouse, or by keys alone. What is
// right is looked up in the compiled pack that the app itself loads.
import { expect, type Locator, type Page } from '@playwright/test';

type Option = { id: string; right?: boolean; icon?: string };
type Kind = {
  options?: Option[];
  key?: string;
  say?: { ja: string };
  tiles?: string[];
  pairs?: { id: string }[];
  questions?: { id: string; options: Option[] }[];
};
type Piece = { exercise?: { id: string; kind: Record<string, Kind> } };

/** What stands over the end of a step, in the three languages. */
const OVER = /^(Langkah|Pelajaran) ini selesai|^This (step|lesson) is done|^この(課|ステップ)は終わり|^(Belum l|L)ulus: |^(Passed|Not passed yet): |^(まだ)?合格/;

/** A question as the pack has it. */
export type Item = { id: string; kind: string } & Kind;

/** How a learner works the controls. */
export type Hand = {
  press(button: Locator): Promise<void>;
  /** Chooses option number `place`, from 1. */
  choose(option: Locator, place: number): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
};

/** A finger where the screen is touched, else a mouse. */
export function pointer(page: Page, hasTouch: boolean): Hand {
  const press = (button: Locator) => (hasTouch ? button.tap() : button.click());
  return {
    press,
    choose: (option) => press(option),
    async type(field, text) {
      await press(field);
      await page.keyboard.type(text);
    },
  };
}

/** Goes to a control by the Tab key. */
export async function reach(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Keys alone: Tab, Enter and the numbers of options. */
export function keyboard(page: Page): Hand {
  return {
    async press(button) {
      await reach(page, button);
      await page.keyboard.press('Enter');
    },
    async choose(option, place) {
      await expect(option).toBeVisible();
      await page.keyboard.press(String(place));
    },
    async type(field, text) {
      await reach(page, field);
      await page.keyboard.type(text);
    },
  };
}

/** The items of a lesson by their id. */
async function itemsOf(page: Page, pack: string, lesson: string): Promise<Map<string, Item>> {
  const { steps } = await page.evaluate(async ([pack, lesson]) => {
    const { build } = (window as unknown as { kakehashi: { build: { packs: { id: string; path: string }[] } } }).kakehashi;
    const found = build.packs.find((known) => known.id === pack);
    return (await fetch(`${found?.path}/lesson/${lesson}.json`)).json() as Promise<{ steps: { pieces: Piece[] }[] }>;
  }, [pack, lesson]);
  const items = new Map<string, Item>();
  for (const { exercise } of steps.flatMap((step) => step.pieces)) {
    if (!exercise) continue;
    for (const [kind, content] of Object.entries(exercise.kind)) {
      for (const part of content.questions ?? [{ id: exercise.id, ...content }]) items.set(part.id, { ...part, kind });
    }
  }
  return items;
}

export class Player {
  private constructor(readonly page: Page, private items: Map<string, Item>, private hand: Hand) {}

  /** Opens a step by its address. */
  static async open(page: Page, hand: Hand, pack: string, lesson: string, step: string): Promise<Player> {
    await page.goto(`#/lesson/${pack}/${lesson}/${step}`);
    await page.waitForFunction(() => document.documentElement.dataset.mounted === 'yes');
    return Player.at(page, hand, pack, lesson);
  }

  /** Takes over where the page stands. */
  static async at(page: Page, hand: Hand, pack: string, lesson: string): Promise<Player> {
    return new Player(page, await itemsOf(page, pack, lesson), hand);
  }

  get sheet(): Locator {
    return this.page.locator('.sheet');
  }

  get field(): Locator {
    return this.page.getByRole('textbox');
  }

  /** Passes over a warm-up and screens to read, then tells which item is asked; none when the step is over. */
  async item(): Promise<Item | undefined> {
    const exercise = this.page.locator('[data-item]');
    const over = this.page.locator('main .card h2', { hasText: OVER });
    const reading = this.page.getByRole('main').getByRole('button', { name: /^(Lanjut|Continue|次へ)$/ });
    const skip = this.page.locator('#skip');
    for (;;) {
      await expect(exercise.or(over).or(reading).or(skip).first()).toBeVisible();
      if (await skip.count()) {
        await this.hand.press(skip);
        await expect(skip).toHaveCount(0);
        continue;
      }
      if (await exercise.count()) {
        const id = await exercise.getAttribute('data-item');
        const wider = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, `${id} is wider than the screen`).toBeLessThanOrEqual(0);
        const item = this.items.get(id ?? '');
        if (!item) throw new Error(`the pack has no item ${id}`);
        return item;
      }
      if (await over.count()) return undefined;
      const text = await this.page.getByRole('main').innerText();
      await this.hand.press(reading);
      await expect(this.page.getByRole('main')).not.toHaveText(text, { useInnerText: true });
    }
  }

  /** Chooses an option of the item in sight. */
  async choose(option: Option): Promise<void> {
    const options = this.page.locator('.opts .opt');
    const order = await options.evaluateAll((buttons) => buttons.map((button) => (button as HTMLButtonElement).value));
    await this.hand.choose(options.and(this.page.locator(`[value="${option.id}"]`)), order.indexOf(option.id) + 1);
  }

  /** Types without sending. */
  async type(text: string): Promise<void> {
    await this.hand.type(this.field, text);
  }

  async check(): Promise<void> {
    await this.hand.press(this.page.getByRole('main').locator('.btn:not(.quiet)'));
  }

  /** Gives the right answer. */
  async right(item: Item): Promise<void> {
    if (item.options?.length) {
      await this.choose(item.options.find((option) => option.right)!);
    } else if (item.pairs) {
      for (const { id } of item.pairs) {
        await this.hand.press(this.page.locator(`.pairs .opts:first-child [value="${id}"]`));
        await this.hand.press(this.page.locator(`.pairs .opts:last-child [value="${id}"]`));
      }
      await this.check();
    } else if (item.tiles) {
      for (const place of item.tiles.keys()) await this.hand.press(this.page.locator(`.tiles [value="${place}"]`));
      await this.check();
    } else {
      // As written, without its furigana.
      await this.type((item.key ?? item.say!.ja).replace(/\{([^|}]*)\|[^}]*\}/g, (_, base: string) => base.replaceAll('|', '')));
      await this.check();
    }
    await expect(this.sheet).toBeVisible();
  }

  /** Gives a wrong answer, or none where there is nothing to choose. */
  async wrong(item: Item): Promise<void> {
    if (item.options?.length) {
      await this.choose(item.options.find((option) => !option.right)!);
    } else {
      await this.hand.press(this.page.locator('.exercise .btn.quiet'));
    }
    await expect(this.sheet).toBeVisible();
  }

  async goOn(): Promise<void> {
    const next = this.sheet.locator('#continue');
    await expect(next).toBeFocused();
    await this.hand.press(next);
    await expect(this.sheet).toBeHidden();
  }

  /** Answers rightly until this item is asked. */
  async until(wanted: (item: Item) => boolean): Promise<Item> {
    for (;;) {
      const item = await this.item();
      if (!item) throw new Error('the step ended before that');
      if (wanted(item)) return item;
      await this.right(item);
      await this.goOn();
    }
  }

  /** Answers everything that is left, and tells how many answers that took. */
  async finish(answer: 'right' | 'wrong'): Promise<number> {
    let answers = 0;
    for (;;) {
      const item = await this.item();
      if (!item) return answers;
      await this[answer](item);
      await this.goOn();
      answers += 1;
    }
  }
}
