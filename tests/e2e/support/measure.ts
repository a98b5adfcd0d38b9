import type { Page } from '@playwright/test';

/** How far the page can be scrolled sideways, in CSS pixels. */
export const sidewaysScroll = (page: Page) =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});

/** What can be tapped, stands alone, and is smaller than 44 by 44 CSS pixels. */
export const smallTargets = (page: Page) =>
	page.evaluate(() => {
		const LEAST = 44;
		const found = document.querySelectorAll<HTMLElement>(
			'a[href], button, summary, select, textarea, input:not([type=hidden])'
		);
		return [...found]
			.filter((element) => element.checkVisibility() && !isSkipLink(element) && !isInText(element))
			.map((element) => ({ element, area: areaOf(element) }))
			.filter(({ area }) => area.width < LEAST || area.height < LEAST)
			.map(({ element, area }) => {
				const name = element.textContent.trim() || element.id;
				return `${name}: ${Math.round(area.width)} x ${Math.round(area.height)}`;
			});

		function isSkipLink(element: HTMLElement) {
			return element.classList.contains('skip');
		}

		// A link among the words of a sentence cannot be larger than its line.
		function isInText(element: HTMLElement) {
			const own = element.textContent.trim();
			const around = element.closest('p, li, dd')?.textContent.trim() ?? own;
			return element.localName === 'a' && around.length > own.length && !isBlock(element);
		}

		function isBlock(element: HTMLElement) {
			return getComputedStyle(element).display !== 'inline';
		}

		// A label and a stretched link are tapped as a whole.
		function areaOf(element: HTMLElement) {
			const label = element instanceof HTMLInputElement ? element.closest('label') : null;
			const stretched = getComputedStyle(element, '::after').position === 'absolute';
			const whole = label ?? (stretched ? element.offsetParent : null) ?? element;
			return whole.getBoundingClientRect();
		}
	});
