// Lighthouse as a phone (slow 4G, processor four times slower) on the first screen and in a lesson, three visits each.
// Run by `cargo xtask bench lighthouse`. Prints the middle score of performance, the worst of the others, and by name what
// did not score in full.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const SCREENS = [['first screen', ''], ['lesson, words', '#/lesson/kana/hira-a-ka/words'], ['lesson, practice', '#/lesson/a1-mulai/perkenalan/practice']];
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100 };
const VISITS = 3;

const chromeFlags = ['--headless=new'];
// Chromium's sandbox refuses to run for the root of a container.
if (process.getuid?.() === 0) chromeFlags.push('--no-sandbox');

for (const [name, hash] of SCREENS) {
  const visits = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    // A browser of its own: what an earlier visit left behind would make this one faster.
    const chrome = await launch({ chromePath: process.env.CHROME, chromeFlags, logLevel: 'silent' });
    const result = await lighthouse(`http://127.0.0.1:${process.env.KKH_PORT}/${hash}`, {
      port: chrome.port, logLevel: 'silent', output: 'json', onlyCategories: Object.keys(GOALS),
    });
    await chrome.kill();
    if (result.lhr.runtimeError) throw new Error(result.lhr.runtimeError.message);
    visits.push(result.lhr);
  }
  const scores = (category) => visits.map(({ categories }) => Math.round(categories[category].score * 100)).toSorted((a, b) => a - b);
  console.log(name);
  for (const [category, goal] of Object.entries(GOALS)) {
    const all = scores(category);
    const score = category === 'performance' ? all[Math.floor(all.length / 2)] : all[0];
    console.log(`  ${category.padEnd(34)} ${String(score).padStart(8)}      goal ${goal === 100 ? '' : '>= '}${goal}   (${all.join(', ')})`);
  }
  const faults = new Map();
  for (const { categories, audits } of visits) {
    for (const category of Object.keys(GOALS)) {
      for (const { id, weight } of categories[category].auditRefs) {
        const { score, title, displayValue = '' } = audits[id];
        if (weight > 0 && score !== null && score < 0.995) faults.set(id, `${category}: ${title} ${displayValue} (${Math.round(score * 100)})`);
      }
    }
  }
  for (const [id, said] of faults) console.log(`    ${id}: ${said}`);
}
