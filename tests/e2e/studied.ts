// A learner with a week of study behind them, as the backup file that the app would write (`docs/records.md`).
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { line } from './records';

type Exercise = { id: string; form?: string; 'can-do'?: string; kind: Record<string, { questions?: { id: string }[] }> };
type Lesson = { id: string; steps: { kind: string; pieces: { exercise?: Exercise }[] }[] };
type Pack = { id: string; version: string; hash: string; lessons: Lesson[]; tests: { id: string; minutes: number; sections: { exercises: Exercise[] }[] }[]; words: string[] };

/** The packs as the page loads them: two of their words and items are enough. */
const read = (page: Page): Promise<Pack[]> => page.evaluate(async () => {
  const json = async (path: string) => (await fetch(path)).json();
  const { packs } = await json('packs/index.json') as { packs: { id: string; path: string }[] };
  return Promise.all(packs.map(async ({ id, path }) => {
    const index = await json(`${path}/index.json`) as { version: string; lessons: { id: string }[]; tests: { id: string }[] };
    const words = await json(`${path}/words.json`) as { key: string }[];
    const lessons = index.lessons.slice(0, 3);
    return {
      id,
      version: index.version,
      hash: path.split('-').at(-1)!,
      lessons: await Promise.all(lessons.map((lesson) => json(`${path}/lesson/${lesson.id}.json`))),
      tests: await Promise.all(index.tests.map((test) => json(`${path}/test/${test.id}.json`))),
      words: words.slice(0, 4).map((word) => word.key),
    };
  }));
});

/**
 * The backup file of Sari, who passed the three checks and the unit test of A1 six days before `now`, has words to review
 * and one item that was missed.
 */
export async function studied(page: Page, now: number): Promise<string> {
  const lines: string[] = [];
  const record = (kind: string, payload: unknown[]) => {
    const at = now - 6 * 24 * 60 * 60 * 1000 + lines.length * 1000;
    const cells = [1, 'p1a2b3c4d5e6f708', '0123456789abcdef', lines.length + 1, lines.length + 1, at, 420, lines.length * 1000, kind, payload];
    lines.push(line(cells));
  };
  const items = ({ id, kind }: Exercise) => Object.values(kind).flatMap((content) => content.questions ?? [{ id }]).map((part) => part.id);
  const sit = (pack: Pack, mode: 'c' | 't', target: string, sections: Exercise[][], [total, each, seconds]: number[]) => {
    const sitting = `01234567-${lines.length}`;
    const asked = sections.map((section) => section.filter((exercise) => exercise.form === 'A'));
    const count = asked.flat().flatMap(items).length;
    const stamp = [pack.id, pack.version, pack.hash];
    record('opened', [sitting, mode, ...stamp, target, '', 'A', 7, count, total, each, seconds]);
    asked.forEach((section, place) => section.forEach((exercise) => items(exercise).forEach((item) => {
      record('answered', [...stamp, item, mode, sitting, 'A', 7, '0123', 'a', 'r', '', 2000, 0, 0, exercise['can-do'] ?? '', mode === 't' ? place : -1]);
    })));
    record('closed', [sitting, 'done', 240_000]);
  };
  const packs = await read(page);
  for (const [key, value] of [['name', 'Sari'], ['goal', 'jft-basic'], ['kana', 'both'], ['language', 'id']]) record('setting', [key, value]);
  for (const pack of packs) {
    record('graded', [pack.id, 'r', 3, 'l', '', 900, ...pack.words]);
    for (const { id, steps } of pack.lessons.slice(0, pack.id === 'kana' ? 1 : 3)) {
      const exercises = steps.find((step) => step.kind === 'check')?.pieces.flatMap((piece) => piece.exercise ?? []) ?? [];
      sit(pack, 'c', id, [exercises], [80, 0, 0]);
    }
    for (const test of pack.tests) sit(pack, 't', test.id, test.sections.map((section) => section.exercises), [70, 50, test.minutes * 60]);
  }
  const kana = packs.find((pack) => pack.id === 'kana')!;
  const missed = kana.lessons[0]!.steps.find((step) => step.kind === 'practice')!.pieces.flatMap((piece) => piece.exercise ?? [])[0]!;
  record('answered', [kana.id, kana.version, kana.hash, missed.id, 'l', '', '', 7, '0123', 'b', 'w', '', 2000, 0, 0, '', -1]);
  const body = lines.map((line) => `${line}\n`).join('');
  const header = { kakehashi: 'backup', format: 1, app: '0.1.0', profile: 'p1a2b3c4d5e6f708', name: 'Sari', count: lines.length, sha256: createHash('sha256').update(body).digest('hex') };
  return `${JSON.stringify(header)}\n${body}`;
}

/** The backup file as a file chosen on the device. */
export const asFile = (text: string) => ({ name: 'sari.kakehashi.jsonl', mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
