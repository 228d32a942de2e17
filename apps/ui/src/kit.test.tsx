/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { DateParts, ErrorSummary, joinDate, NativeSelect, Radios, ScriptButton, TextInput } from './index.ts';

describe('a field', () => {
  test('ties label, hint and fault to its control', () => {
    const html = renderToString(
      <TextInput id="a" name="a" label="姓名" hint="和证件一样" error="填写姓名" value={'"x'} />,
    );
    expect(html).toContain('for="a"');
    expect(html).toContain('aria-describedby="a-hint a-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="&quot;x"');
  });

  test('without a fault claims none', () => {
    const html = renderToString(<TextInput id="a" name="a" label="姓名" error={undefined} />);
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('aria-describedby');
  });

  test('radios keep native controls inside a named group', () => {
    const html = renderToString(
      <Radios
        id="a"
        name="a"
        label="哪里"
        options={[
          { value: '湖', label: '湖泊', chosen: true },
          { value: '江', label: '江河' },
        ]}
      />,
    );
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html).toMatch(/<legend[^>]*>哪里<\/legend>/);
    expect(html.match(/checked/g)).toHaveLength(1);
  });

  test('a list shows what was chosen, inside groups too', () => {
    const html = renderToString(
      <NativeSelect
        id="a"
        name="a"
        label="地区"
        empty="选择"
        value="2"
        options={[{ label: '市', options: [{ value: '2', label: '区' }] }]}
      />,
    );
    expect(html).toMatch(/<option[^>]*selected[^>]*>区|<option value="2" selected>区/);
  });

  test('a date is three boxes that come together again', () => {
    const html = renderToString(
      <DateParts
        id="d"
        name="d"
        label="日期"
        value="2026-01-05"
        units={{ year: '年', month: '月', day: '日' }}
      />,
    );
    expect(html).toContain('name="d~year" value="2026"');
    const typed: Record<string, string> = { 'd~year': '２０２６', 'd~month': '1', 'd~day': '5' };
    expect(joinDate((name) => typed[name], 'd')).toBe('2026-01-05');
    expect(joinDate(() => '', 'd')).toBe('');
    expect(joinDate(() => undefined, 'd')).toBeUndefined();
  });
});

describe('around the fields', () => {
  test('the summary links every fault to its field, and is absent without faults', () => {
    expect(
      renderToString(<ErrorSummary title="有 1 处要改" faults={[{ id: 'a', message: '填写姓名' }]} />),
    ).toContain('href="#a"');
    expect(renderToString(<ErrorSummary title="x" faults={[]} />)).toBe('');
  });

  test('what only a script can do is hidden until the script is there', () => {
    expect(renderToString(<ScriptButton does="print">打印</ScriptButton>)).toMatch(/<button[^>]* hidden/);
  });
});
