// Figures as they are printed, and why a bench broke off.
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';

export default class Figures implements Reporter {
  onStdOut(chunk: string | Buffer) {
    process.stdout.write(chunk);
  }

  onError(error: TestError) {
    process.stderr.write(`${error.stack ?? error.message}\n`);
  }

  onTestEnd(_test: TestCase, result: TestResult) {
    for (const error of result.errors) this.onError(error);
  }
}
