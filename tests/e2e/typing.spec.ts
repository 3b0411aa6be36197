// The answer field: compositions as keyboards of phones make them, the kana pad at the caret, and a field that stays itself.
import type { Page } from '@playwright/test';
import { Player, pointer } from './player';
import { asFile, studied } from './studied';
import { expect, open, test } from './watched';

const PRACTICE = ['kana', 'hira-a-ka', 'practice'] as const;

/** The first question to type, and what a keyboard that composes does. A field that is written by the page is told. */
async function typing(page: Page, hasTouch: boolean) {
  await page.addInitScript(() => {
    const rewritten: string[] = [];
    const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    Object.assign(window, { rewritten });
    Object.defineProperty(HTMLInputElement.prototype, 'value', {
      ...own,
      set(this: HTMLInputElement, text: string) {
        const before = own.get!.call(this) as string;
        if (this.id === 'typed-answer' && before !== text) rewritten.push(`${before} to ${text}`);
        own.set!.call(this, text);
      },
    });
  });
  const player = await Player.open(page, pointer(page, hasTouch), ...PRACTICE);
  await player.until((item) => item.kind === 'typing');
  await player.field.focus();
  const keyboard = await page.context().newCDPSession(page);
  const line = page.locator('.preview');
  return {
    player,
    line,
    async compose(text: string, kana: string) {
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await expect(player.field).toHaveValue(text);
      await expect(line).toHaveText(`Dinilai sebagai ${kana}`);
    },
    commit: (text: string) => keyboard.send('Input.insertText', { text }),
    /** Enter as the browser tells it: 13, or 229 where only the composing keyboard knows which key it was. */
    async enter(code: number) {
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: code, text: '\r' });
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: code });
    },
    rewritten: () => page.evaluate(() => (window as unknown as { rewritten: string[] }).rewritten),
  };
}

test('a Latin word that is composed: the line follows, and only Enter after it sends', async ({ page, hasTouch }) => {
  const { player, compose, commit, enter, rewritten } = await typing(page, hasTouch);
  await compose('e', 'え');
  await compose('ek', 'えk');
  await compose('eki', 'えき');
  for (const code of [13, 229]) {
    await enter(code);
    await expect(player.sheet, `Enter ${code} while composing`).toBeHidden();
    await expect(player.field).toHaveValue('eki');
  }
  await commit('eki');
  await expect(player.field).toHaveValue('eki');
  await expect(player.field).toBeFocused();
  expect(await rewritten()).toEqual([]);
  await enter(13);
  await expect(player.sheet.getByRole('heading')).toHaveText('Tepat');
  await expect(player.field).toHaveValue('eki');
  expect(await rewritten()).toEqual([]);
});

test('kana that becomes kanji: the line follows, and Enter that chooses does not send', async ({ page, hasTouch }) => {
  const { player, line, compose, commit, enter, rewritten } = await typing(page, hasTouch);
  for (const kana of ['ｅ', 'え', 'えｋ', 'えき']) await compose(kana, { 'ｅ': 'え', 'えｋ': 'えk' }[kana] ?? kana);
  await compose('駅', '駅');
  await enter(229);
  await expect(player.sheet).toBeHidden();
  await commit('駅');
  await expect(player.field).toHaveValue('駅');
  await expect(line).toHaveText('Dinilai sebagai 駅');
  expect(await rewritten()).toEqual([]);
  await enter(13);
  await expect(player.sheet).toBeVisible();
  await expect(player.field).toHaveValue('駅');
  expect(await rewritten()).toEqual([]);
});

test('a composition in the middle of a word leaves what stands around it', async ({ page, hasTouch }) => {
  const { player, line, commit, rewritten } = await typing(page, hasTouch);
  await page.keyboard.type('ei');
  await page.keyboard.press('ArrowLeft');
  await commit('k');
  await expect(player.field).toHaveValue('eki');
  await expect(line).toHaveText('Dinilai sebagai えき');
  await page.keyboard.type('k');
  await expect(player.field).toHaveValue('ekki');
  expect(await rewritten()).toEqual([]);
});

test('the kana pad has every hiragana and writes at the caret', async ({ page, hasTouch }) => {
  const { player, line } = await typing(page, hasTouch);
  const hand = pointer(page, hasTouch);
  const pad = page.locator('details.pad');
  if ((await pad.getAttribute('open')) === null) await hand.press(pad.locator('summary'));
  const keys = await pad.locator('.keys [lang="ja"]').allInnerTexts();
  const all = [...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽぁぃぅぇぉゃゅょっー'];
  expect(keys.toSorted()).toEqual(all.toSorted());
  const key = (kana: string) => hand.press(pad.getByRole('button', { name: kana, exact: true }));
  const erase = () => hand.press(pad.getByRole('button', { name: 'Hapus satu huruf' }));
  const caret = () => player.field.evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]);

  for (const kana of ['つ', 'き']) await key(kana);
  await player.field.focus();
  await page.keyboard.press('Home');
  for (const kana of ['づ', 'ぁ']) await key(kana);
  await expect(player.field).toHaveValue('づぁつき');
  expect(await caret()).toEqual([2, 2]);
  await expect(player.field, 'the pad does not take the focus').toBeFocused();
  await erase();
  await expect(player.field).toHaveValue('づつき');
  expect(await caret()).toEqual([1, 1]);
  await page.keyboard.type('n');
  await expect(player.field).toHaveValue('づnつき');
  await page.keyboard.press('Shift+Home');
  await key('え');
  await expect(player.field).toHaveValue('えつき');
  await erase();
  await erase();
  await expect(player.field, 'nothing stands before the caret').toHaveValue('つき');
  await player.field.evaluate((field: HTMLInputElement) => field.setSelectionRange(0, 1));
  await erase();
  await expect(player.field).toHaveValue('き');
  // A character of two units goes as one.
  await player.field.fill('𠮟き');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await erase();
  await expect(player.field).toHaveValue('き');
  await key('え');
  await expect(line).toHaveText('Dinilai sebagai えき');
  await player.check();
  await expect(player.sheet.getByRole('heading')).toHaveText('Tepat');
});

test('a field stays itself, with its text and the focus, while lists beside it come, change and go', async ({ page }) => {
  await open(page);
  const backup = await studied(page, Date.parse('2026-11-24T09:00:00+07:00'));
  const field = page.locator('#name');
  await field.focus();
  await page.keyboard.type('Sari Dewi');
  await field.evaluate((field: HTMLInputElement) => {
    field.setSelectionRange(4, 4);
    field.dataset.same = 'yes';
  });
  const stays = async (what: string) => {
    await expect(field, what).toBeFocused();
    expect(await field.evaluate(({ value, selectionStart, dataset }: HTMLInputElement) => [value, selectionStart, dataset.same]), what)
      .toEqual(['Sari Dewi', 4, 'yes']);
  };
  const title = page.getByRole('heading', { level: 1 });
  for (const [lang, words] of [['en', 'Welcome'], ['ja', 'ようこそ'], ['id', 'Selamat datang']] as const) {
    await page.evaluate((lang) => (window as unknown as { kakehashi: { setLang(lang: string): void } }).kakehashi.setLang(lang), lang);
    await expect(title).toHaveText(words);
    await stays(`words in ${lang}`);
  }
  for (const option of ['JLPT N4', 'Hiragana saja']) {
    await page.getByLabel(option).evaluate((radio: HTMLInputElement) => radio.click());
    await expect(page.getByLabel(option)).toBeChecked();
    await stays(option);
  }
  const file = page.locator('.restore input');
  const list = page.locator('.restore ul');
  for (let round = 0; round < 2; round += 1) {
    await file.setInputFiles(asFile(backup.slice(0, -9)));
    await expect(page.locator('.restore').getByRole('alert')).toBeVisible();
    await stays('a file is refused');
    await file.setInputFiles(asFile(backup));
    await expect(list).toBeVisible();
    await stays('a list came');
    await page.getByRole('button', { name: 'Batal' }).evaluate((button: HTMLButtonElement) => button.click());
    await expect(list).toHaveCount(0);
    await stays('a list went');
  }
});
