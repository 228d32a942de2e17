type Cell = string | number;

/** 导出: hands a table to the person as a CSV that a spreadsheet opens as it is. */
export function saveTable(name: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const text = [heads, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n');
  const url = URL.createObjectURL(new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

/** What somebody wrote is no formula: a spreadsheet must not reckon with it. */
function cellOf(value: Cell): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
