import type { Page } from '@playwright/test';

/** How many sheets of paper a page takes, at the size it asks for. */
export async function sheets(page: Page) {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	return Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
}
