// The device on which the tour is walked, and its camera. Time goes on only when the walk says so, luck has a seed, and there is
// a Japanese voice, as on most phones: the same walk gives the same pictures.
import { type Browser, type Page } from '@playwright/test';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname ?? '.', '../../docs/tour');

type Device = { pass(ms: number): void };

/** Takes clock, luck and voice of the page into its own hands. They are kept from page to page. */
export function device(begin: number) {
  const kept = (name: string, first: number) => Number(localStorage.getItem(`tour.${name}`) ?? first);
  const keep = (name: string, value: number) => localStorage.setItem(`tour.${name}`, String(value));

  let now = kept('now', begin);
  const opened = now;
  // What happens every so often happens while time passes, as often as it should.
  const repeated = new Map<number, { act: () => void; every: number; next: number }>();
  let last = 1_000_000;
  Object.assign(window, {
    setInterval(act: () => void, every: number) {
      last += 1;
      repeated.set(last, { act, every, next: now + every });
      return last;
    },
    clearInterval: (id: number) => repeated.delete(id),
  });
  const own: Device = {
    pass(ms) {
      const until = now + ms;
      for (;;) {
        const due = [...repeated.values()].filter(({ next }) => next <= until).toSorted((a, b) => a.next - b.next)[0];
        if (!due) break;
        now = due.next;
        due.next += due.every;
        due.act();
      }
      now = until;
      keep('now', now);
    },
  };
  Object.assign(window, { tour: own });
  // The mark of a finger is no part of the page, and fades as it likes.
  document.addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('-webkit-tap-highlight-color', 'transparent'));
  const Real = Date;
  const Fixed = function (...given: []) { return given.length ? new Real(...given) : new Real(now); } as unknown as DateConstructor;
  Object.assign(Fixed, { now: () => now, parse: Real.parse, UTC: Real.UTC, prototype: Real.prototype });
  window.Date = Fixed;
  performance.now = () => now - opened;

  let luck = kept('luck', 20261124);
  crypto.getRandomValues = <T extends ArrayBufferView | null>(into: T): T => {
    const bytes = into as unknown as Uint8Array;
    for (let at = 0; at < bytes.length; at += 1) {
      luck = (Math.imul(luck, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[at] = luck >>> 24;
    }
    keep('luck', luck);
    return into;
  };

  const voice = { lang: 'ja-JP', localService: true, name: 'Japanese', default: false, voiceURI: 'ja' };
  class Utterance { onend?: () => void; constructor(readonly text: string) {} }
  const speech = { getVoices: () => [voice], cancel() {}, speak(said: Utterance) { queueMicrotask(() => said.onend?.()); } };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
}

/** Lets time pass on the page. */
export const pass = (page: Page, ms: number) =>
  page.evaluate((ms) => (window as unknown as { tour: Device }).tour.pass(ms), ms);

/** Makes pictures small and puts them where the tour shows them. */
export class Camera {
  private readonly taken = new Map<string, number>();
  private changed: string[] = [];

  private constructor(private readonly darkroom: Page) {}

  static async open(browser: Browser): Promise<Camera> {
    await mkdir(FOLDER, { recursive: true });
    return new Camera(await browser.newPage());
  }

  /** A picture of what is in sight. */
  async shoot(page: Page, name: string, scale: 'css' | 'device' = 'device') {
    await page.evaluate(async () => {
      await document.fonts.ready;
      // Drawings come from a file of their own and have no size before.
      const missing = () => [...document.querySelectorAll<SVGUseElement>('main use[href*=".svg#"]')]
        .some((drawing) => drawing.checkVisibility() && drawing.getBBox().width === 0);
      while (missing()) await new Promise((drawn) => requestAnimationFrame(drawn));
    });
    // The browser draws coarsely at first; two pictures that are the same are the page as it stands.
    const look = () => page.screenshot({ animations: 'disabled', caret: 'hide', scale });
    let [before, now] = [await look(), await look()];
    while (!before.equals(now)) [before, now] = [now, await look()];
    await this.develop(now, name);
  }

  /** WebP of a PNG, by the browser's own encoder: no tool has to be installed. */
  async develop(png: Buffer, name: string) {
    const text = await this.darkroom.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.8).split(',')[1]!;
    }, png.toString('base64'));
    const picture = Buffer.from(text, 'base64');
    const path = join(FOLDER, `${name}.webp`);
    const before = await readFile(path).catch(() => Buffer.alloc(0));
    if (!before.equals(picture)) {
      this.changed.push(name);
      await writeFile(path, picture);
    }
    this.taken.set(`${name}.webp`, picture.length);
  }

  /** Takes away pictures that the walk does not make any more, and tells what is new. */
  async close() {
    for (const file of await readdir(FOLDER)) if (!this.taken.has(file)) await rm(join(FOLDER, file));
    const bytes = [...this.taken.values()].reduce((all, one) => all + one, 0);
    console.log(`${this.taken.size} pictures, ${Math.round(bytes / 1024)} KB; changed: ${this.changed.join(', ') || 'none'}`);
    await this.darkroom.close();
  }
}
