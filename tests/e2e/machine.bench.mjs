// Names the machine that figures come from. Run by `cargo xtask bench` before anything is measured.
import { chromium } from '@playwright/test';
import { cpus, platform } from 'node:os';
import { setTimeout as pass } from 'node:timers/promises';

const browser = await chromium.launch({ executablePath: process.env.CHROME, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
console.log(`machine: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${platform()}; Chromium ${browser.version()}; Node ${process.versions.node}`);
await browser.close();

// What else goes on here makes everything slower than it is.
const spent = () => cpus().map(({ times: { idle, ...busy } }) => ({ idle, busy: Object.values(busy).reduce((all, one) => all + one, 0) }));
const sum = (list, name) => list.reduce((all, one) => all + one[name], 0);
const before = spent();
await pass(1_000);
const after = spent();
const [busy, idle] = ['busy', 'idle'].map((name) => sum(after, name) - sum(before, name));
const share = Math.round((100 * busy) / (busy + idle));
if (share > 10) console.log(`other work takes ${share} % of this machine: expect figures that are too high`);
