import encodeQR from 'qr';

/**
 * A QR code as the outline of its dark squares, one unit each, for an SVG path of that size. With the
 * four squares of white around it without which telephones do not find it (ISO/IEC 18004).
 */
export function drawQr(text: string) {
	const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
	const path = rows
		.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
		.join('');
	return { path, size: rows.length };
}
